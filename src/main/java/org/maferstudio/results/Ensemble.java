package org.maferstudio.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Several networks as one: the mean of their class probabilities for each sample. */
public final class Ensemble {
    private Ensemble() {}

    /**
     * The predictions of an ensemble, for the samples that all members have, in the order of the first.
     *
     * @param members two or more, on the same split at the same resolution
     * @throws Problem if one has no probabilities, they have different classes, no common sample, or another true class
     *     for a sample
     */
    public static Predictions of(List<Predictions> members) {
        Predictions first = members.get(0);
        List<Map<String, Prediction>> bySample = new ArrayList<>();
        for (Predictions member : members) {
            if (!member.labels().equals(first.labels())) {
                throw Problem.input(Texts.of(
                        "results.ensemble.error.classes",
                        String.join(", ", first.labels().names()),
                        String.join(", ", member.labels().names())));
            }
            if (!member.hasProbabilities()) {
                throw Problem.input(Texts.of("results.ensemble.error.noProbabilities", member.split()));
            }
            Map<String, Prediction> rows = new HashMap<>();
            member.rows().forEach(row -> rows.put(row.sample(), row));
            bySample.add(rows);
        }
        List<Prediction> rows = new ArrayList<>();
        for (Prediction row : first.rows()) {
            if (bySample.stream().allMatch(each -> each.containsKey(row.sample()))) {
                rows.add(mean(
                        row,
                        bySample.stream().map(each -> each.get(row.sample())).toList()));
            }
        }
        if (rows.isEmpty()) {
            throw Problem.input(Texts.of("results.comparison.error.noSharedSamples"));
        }
        return new Predictions(first.labels(), first.split(), first.resolution(), rows);
    }

    private static Prediction mean(Prediction first, List<Prediction> all) {
        float[] mean = new float[first.probabilities().length];
        for (Prediction each : all) {
            if (each.label() != first.label()) {
                throw Problem.input(Texts.of(
                        "results.comparison.error.differentLabels", first.sample(), first.label(), each.label()));
            }
            for (int c = 0; c < mean.length; c++) {
                mean[c] += each.probabilities()[c] / all.size();
            }
        }
        int predicted = 0;
        for (int c = 1; c < mean.length; c++) {
            predicted = mean[c] > mean[predicted] ? c : predicted;
        }
        return new Prediction(
                first.sample(), first.group(), first.label(), predicted, Prediction.stored(mean, predicted));
    }
}
