package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

class ClassOrderCheckTest {
    private static final LabelSet SEVEN = LabelSet.fer2013();

    /** 60 of 100 samples of each class at its number in an order, the others spread. */
    private static ConfusionMatrix matrix(int... order) {
        long[][] counts = new long[7][7];
        for (int column = 0; column < 7; column++) {
            for (int row = 0; row < 7; row++) {
                counts[row][column] = order[column] == row ? 60 : (row * 3 + column) % 10;
            }
        }
        return ConfusionMatrix.ofCounts(SEVEN, counts);
    }

    @Test
    void outputsInAlphabeticalOrderAreNamed() {
        ClassOrderCheck.Finding found =
                ClassOrderCheck.ofPredicted(matrix(0, 1, 2, 3, 6, 4, 5)).orElseThrow();
        assertEquals(Optional.of("alphabetical"), found.known());
        assertTrue(found.accuracy() > found.accuracyAsSpecified() + 0.2);
        assertTrue(found.sentence().contains("anger,disgust,fear,happiness,neutral,sadness,surprise"), found::sentence);
    }

    @Test
    void anUnknownOrderIsFoundToo() {
        ClassOrderCheck.Finding found =
                ClassOrderCheck.ofPredicted(matrix(6, 5, 4, 3, 2, 1, 0)).orElseThrow();
        assertEquals(Optional.empty(), found.known());
        assertEquals("neutral", found.labels().name(0));
    }

    @Test
    void aWarningNamesTheOrderToType() {
        List<Prediction> rows = new ArrayList<>();
        int[] alphabetical = {0, 1, 2, 3, 6, 4, 5};
        for (int i = 0; i < 70; i++) {
            int trueClass = i % 7;
            int output = i < 7
                    ? 0
                    : IntStream.range(0, 7)
                            .filter(k -> alphabetical[k] == trueClass)
                            .findFirst()
                            .orElseThrow();
            rows.add(Prediction.withoutProbabilities("s" + i, "", trueClass, output));
        }
        Predictions predictions = new Predictions(SEVEN, "test", Resolution.NATIVE, rows);
        String warning = ClassOrderCheck.warning(predictions).orElseThrow();
        assertTrue(warning.contains("anger,disgust,fear,happiness,neutral,sadness,surprise"), warning);
    }

    @Test
    void theRightOrderIsLeftAlone() {
        assertEquals(Optional.empty(), ClassOrderCheck.ofPredicted(matrix(0, 1, 2, 3, 4, 5, 6)));
    }

    @Test
    void aNetworkWithOneAnswerSuggestsNoOrder() {
        long[][] counts = new long[7][7];
        long[] samples = {467, 56, 496, 895, 653, 415, 607};
        for (int row = 0; row < 7; row++) {
            counts[row][1] = samples[row];
        }
        assertEquals(Optional.empty(), ClassOrderCheck.ofPredicted(ConfusionMatrix.ofCounts(SEVEN, counts)));
    }
}
