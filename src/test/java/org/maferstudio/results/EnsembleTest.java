package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;

class EnsembleTest {
    private static final List<String> CLASSES = List.of("anger", "fear", "sadness");

    private static Predictions predictions(List<String> classes, Prediction... rows) {
        return new Predictions(new LabelSet(classes), "test", Resolution.NATIVE, List.of(rows));
    }

    private static Prediction row(String sample, int label, int predicted, float... probabilities) {
        return new Prediction(sample, "g" + sample, label, predicted, probabilities);
    }

    @Test
    void theMeanOfTheProbabilitiesDecidesInTheOrderOfTheFirst() {
        Predictions one = predictions(CLASSES, row("b", 1, 0, 0.6f, 0.4f, 0), row("a", 2, 2, 0.1f, 0.1f, 0.8f));
        Predictions other = predictions(
                CLASSES,
                row("a", 2, 0, 0.5f, 0.2f, 0.3f),
                row("b", 1, 1, 0.1f, 0.7f, 0.2f),
                row("only here", 0, 0, 1, 0, 0));
        Predictions together = Ensemble.of(List.of(one, other));
        assertEquals(
                List.of("b", "a"),
                together.rows().stream().map(Prediction::sample).toList());
        assertArrayEquals(
                new float[] {0.35f, 0.55f, 0.1f}, together.rows().get(0).probabilities(), 1e-6f);
        assertEquals(
                List.of(1, 2),
                together.rows().stream().map(Prediction::predicted).toList());
        assertEquals("gb", together.rows().get(0).group());
    }

    @Test
    void whatCannotBeAveragedIsNamed() {
        Predictions one = predictions(CLASSES, row("a", 2, 2, 0.1f, 0.1f, 0.8f));
        Predictions otherOrder = predictions(List.of("fear", "anger", "sadness"), row("a", 2, 2, 0.1f, 0.1f, 0.8f));
        Predictions otherLabel = predictions(CLASSES, row("a", 1, 2, 0.1f, 0.1f, 0.8f));
        Predictions bare = predictions(CLASSES, Prediction.withoutProbabilities("a", "", 2, 2));
        Predictions elsewhere = predictions(CLASSES, row("b", 2, 2, 0.1f, 0.1f, 0.8f));
        assertTrue(failure(one, otherOrder).contains("same classes in the same order"));
        assertTrue(failure(one, otherLabel).contains("a"));
        assertTrue(failure(one, bare).contains("has none on test"));
        assertTrue(failure(one, elsewhere).contains("no"));
    }

    private static String failure(Predictions one, Predictions other) {
        return assertThrows(Problem.class, () -> Ensemble.of(List.of(one, other)))
                .getMessage();
    }
}
