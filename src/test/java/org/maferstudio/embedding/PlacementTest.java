package org.maferstudio.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/** New points are placed among the points of an embedding, on deep features of faces (see {@link DivergenceTest}). */
class PlacementTest {
    private static final int KNOWN = 1600;
    private static final int ADDED = 400;
    private static final int DIMENSION = 50;

    private static Points known;
    private static Points added;
    private static int[] labels;
    private static Points positions;

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PlacementTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    @BeforeAll
    static void embed() throws IOException {
        byte[] values = resource("components.bin");
        byte[] classes = resource("component-labels.bin");
        float[][] rows = new float[KNOWN + ADDED][DIMENSION];
        labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = classes[i];
            for (int k = 0; k < DIMENSION; k++) {
                rows[i][k] = values[i * DIMENSION + k];
            }
        }
        known = new Points(Arrays.copyOf(rows, KNOWN));
        added = new Points(Arrays.copyOfRange(rows, KNOWN, rows.length));
        Tsne tsne = Tsne.of(known, new TsneConfig(30, 0, 500, DIMENSION, 17));
        while (!tsne.isDone()) {
            tsne.advance();
        }
        positions = tsne.positions();
    }

    private static Points place(Points points) {
        return new Placement(known, positions, 30).place(points, Progress.NONE).orElseThrow();
    }

    /** The share of new points whose class most of the 10 nearest known points have. */
    private static double accuracy(Points from, Points to) {
        Neighbours near = Neighbours.search(from, to, 10, Progress.NONE).orElseThrow();
        int right = 0;
        for (int i = 0; i < ADDED; i++) {
            int[] votes = new int[7];
            for (int j = 0; j < 10; j++) {
                votes[labels[near.indices()[i * 10 + j]]]++;
            }
            int best = 0;
            for (int label = 1; label < votes.length; label++) {
                best = votes[label] > votes[best] ? label : best;
            }
            right += best == labels[KNOWN + i] ? 1 : 0;
        }
        return (double) right / ADDED;
    }

    @Test
    void newPointsLieAmongPointsOfTheirClassAsOftenAsTheirFeaturesDo() {
        assertEquals(accuracy(added, known), accuracy(place(added), positions), 0.04);
    }

    @Test
    void theNeighboursOfANewPointInThePlaneAreNearAmongItsFeatures() {
        Neighbours inPlane =
                Neighbours.search(place(added), positions, 10, Progress.NONE).orElseThrow();
        Neighbours amongFeatures =
                Neighbours.search(added, known, 100, Progress.NONE).orElseThrow();
        int found = 0;
        for (int i = 0; i < ADDED; i++) {
            int[] near = Arrays.copyOfRange(amongFeatures.indices(), 100 * i, 100 * (i + 1));
            for (int j = 0; j < 10; j++) {
                int neighbour = inPlane.indices()[10 * i + j];
                found += Arrays.stream(near).anyMatch(index -> index == neighbour) ? 1 : 0;
            }
        }
        assertTrue(found > 0.6 * 10 * ADDED, found + " of " + 10 * ADDED);
    }

    @Test
    void aPointDoesNotDependOnTheOthersThatArePlaced() {
        Points all = place(added);
        Points one = place(new Points(new float[][] {added.rows()[7]}));
        assertArrayEquals(all.rows()[7], one.rows()[0]);
    }

    @Test
    void noPointsAreNoProblem() {
        assertEquals(0, place(new Points(new float[0][])).size());
    }

    @Test
    void featuresOfAnotherNetworkAndNumbersThatAreNoneAreRejected() {
        Points others = new Points(new float[3][DIMENSION - 1]);
        String message = assertThrows(Problem.class, () -> place(others)).getMessage();
        assertTrue(message.contains("49") && message.contains("50"), message);
        float[][] broken = new float[2][DIMENSION];
        broken[1][4] = Float.POSITIVE_INFINITY;
        assertThrows(Problem.class, () -> place(new Points(broken)));
    }
}
