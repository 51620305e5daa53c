package org.maferstudio.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against noise of every pixel, smoothed by OpenCV, see {@code src/test/resources/augmentation/make_fixtures.py}. */
class DisplacementFieldTest {
    private static final int SIDE = 240;

    static Stream<String> fields() {
        return Fixtures.lines("fields.csv");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theCoarseGridHasDeviationAndCorrelationOfTheFineOne(String line) {
        String[] cells = line.split(";", -1);
        double alpha = Double.parseDouble(cells[0]);
        int sigma = Integer.parseInt(cells[1]);
        double square = 0;
        double[] along = new double[3];
        int draws = 40 * Math.max(1, sigma / 5);
        for (int seed = 0; seed < draws; seed++) {
            float[][] shifts = shifts(DisplacementField.draw(SIDE, alpha, sigma, 1, seed));
            square += product(shifts, 0, 0) / draws;
            along[0] += product(shifts, sigma, 0) / draws;
            along[1] += product(shifts, 2 * sigma, 0) / draws;
            along[2] += product(shifts, sigma, sigma) / draws;
        }
        double deviation = Double.parseDouble(cells[2]);
        assertEquals(deviation, Math.sqrt(square), 0.03 * deviation);
        for (int i = 0; i < along.length; i++) {
            assertEquals(Double.parseDouble(cells[3 + i]), along[i] / square, 0.03);
        }
    }

    @Test
    void anImageThatIsShownLargerIsBentInLargerWaves() {
        double near = 0;
        double far = 0;
        for (int seed = 0; seed < 40; seed++) {
            float[][] shifts = shifts(DisplacementField.draw(SIDE, 50, 5, 2, seed));
            near += product(shifts, 0, 0);
            far += product(shifts, 10, 0);
        }
        // At one sigma, which is 10 px here; the deviation stays that of 5 px.
        assertEquals(Math.exp(-0.25), far / near, 0.03);
        assertEquals(1.629, Math.sqrt(near / 40), 0.06);
    }

    /** Displacements along x of every pixel, row by row. */
    private static float[][] shifts(DisplacementField field) {
        Affine still = Affine.IDENTITY.shifted(1000);
        SourceCoordinates places = new SourceCoordinates(SIDE, field, still, Affine.IDENTITY);
        float[][] rows = new float[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            places.to(y);
            for (int x = 0; x < SIDE; x++) {
                rows[y][x] = places.xs()[x] / (float) SourceCoordinates.ONE - 1000 - x;
            }
        }
        return rows;
    }

    private static double product(float[][] shifts, int right, int down) {
        double sum = 0;
        for (int y = down; y < SIDE; y++) {
            for (int x = right; x < SIDE; x++) {
                sum += shifts[y][x] * shifts[y - down][x - right];
            }
        }
        return sum / ((SIDE - down) * (SIDE - right));
    }
}
