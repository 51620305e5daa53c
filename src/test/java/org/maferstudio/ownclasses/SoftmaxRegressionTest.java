package org.maferstudio.ownclasses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers equal scikit-learn's; {@code make_softmax_oracle.py} beside the test's numbers made them. */
class SoftmaxRegressionTest {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Case(
            int classes,
            double weight,
            List<float[]> features,
            int[] labels,
            List<float[]> held_out,
            List<double[]> probabilities) {
        @Override
        public String toString() {
            return classes + " classes, " + features.size() + " samples, " + features.get(0).length + " features";
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = SoftmaxRegressionTest.class.getResourceAsStream("softmax_oracle.json");
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Arrays.stream(new Gson().fromJson(reader, Case[].class));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void heldOutSamplesGetScikitLearnsProbabilities(Case given) {
        LinearClassifier classifier = SoftmaxRegression.fit(
                new SoftmaxRegression.Rows(given.features(), given.labels(), given.weight()), given.classes());
        for (int i = 0; i < given.held_out().size(); i++) {
            float[] found = classifier.recognise(given.held_out().get(i)).probabilities();
            for (int label = 0; label < given.classes(); label++) {
                assertEquals(given.probabilities().get(i)[label], found[label], 2e-4);
            }
        }
    }

    @Test
    void theOrderOfClassesAndOfSamplesDoesNotMatter() throws IOException {
        Case given = cases().skip(1).findFirst().orElseThrow();
        LinearClassifier one =
                SoftmaxRegression.fit(new SoftmaxRegression.Rows(given.features(), given.labels(), 1), 3);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < given.labels().length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(1));
        List<float[]> features = order.stream().map(given.features()::get).toList();
        int[] reversed = order.stream().mapToInt(i -> 2 - given.labels()[i]).toArray();
        LinearClassifier other = SoftmaxRegression.fit(new SoftmaxRegression.Rows(features, reversed, 1), 3);
        float[] sample = given.held_out().get(0);
        float[] p = one.recognise(sample).probabilities();
        float[] q = other.recognise(sample).probabilities();
        assertArrayEquals(p, new float[] {q[2], q[1], q[0]}, 2e-4f);
    }

    @Test
    void constantFeaturesGiveTheSharesOfTheClasses() {
        List<float[]> same = Collections.nCopies(4, new float[] {1, 2});
        LinearClassifier classifier =
                SoftmaxRegression.fit(new SoftmaxRegression.Rows(same, new int[] {0, 0, 0, 1}, 1), 2);
        assertEquals(0.75, classifier.recognise(new float[] {1, 2}).probabilities()[0], 1e-3);
    }
}
