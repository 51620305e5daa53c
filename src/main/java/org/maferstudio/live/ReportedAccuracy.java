package org.maferstudio.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.KnownCounts;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * A network's reported test accuracy by resolution; on the validation split if it was not evaluated on test.
 *
 * @param split test or validation
 * @param nativePixels the size to which the network resizes faces, which is what native amounts to
 * @param scores one per resolution
 */
public record ReportedAccuracy(String split, int nativePixels, List<At> scores) {
    private static final List<String> SPLITS = List.of("test", "validation");

    /**
     * The accuracy at one resolution.
     *
     * @param resolution in pixels; empty for native
     * @param accuracy 0 to 1
     * @param n samples
     * @param known the split of a well-known dataset, if recognised
     */
    public record At(OptionalInt resolution, double accuracy, long n, Optional<KnownCounts> known) {}

    public ReportedAccuracy {
        scores = List.copyOf(scores);
    }

    /** Reads the accuracy from an experiment's predictions; empty if it was never evaluated. */
    public static Optional<ReportedAccuracy> of(Experiment experiment) {
        for (String split : SPLITS) {
            List<At> scores = new ArrayList<>();
            experiment.predictionFiles().forEach(file -> {
                String name = file.getFileName().toString();
                if (PredictionsFile.split(name).equals(split)) {
                    at(experiment, split, PredictionsFile.resolution(name)).ifPresent(scores::add);
                }
            });
            if (!scores.isEmpty()) {
                int side =
                        experiment.manifest().input().map(InputContract::resize).orElse(Resolution.MOST);
                return Optional.of(new ReportedAccuracy(split, side, scores));
            }
        }
        return Optional.empty();
    }

    /** The accuracy of predictions of one split at several resolutions; empty if there are none. */
    public static Optional<ReportedAccuracy> of(List<Predictions> predictions, int nativePixels) {
        return predictions.stream()
                .findFirst()
                .map(first -> new ReportedAccuracy(
                        first.split(),
                        nativePixels,
                        predictions.stream().map(ReportedAccuracy::at).toList()));
    }

    private static At at(Predictions predictions) {
        Scores scores = Scores.of(predictions);
        return new At(
                predictions.resolution().pixels(),
                scores.accuracy(),
                scores.n(),
                scores.knownSplit(predictions.labels()));
    }

    private static Optional<At> at(Experiment experiment, String split, Resolution resolution) {
        try {
            return Optional.of(at(experiment.predictions(split, resolution)));
        } catch (Problem damaged) {
            return Optional.empty();
        }
    }

    /** The evaluated resolution nearest to this one on a logarithmic scale; empty if there is none. */
    public Optional<At> nearest(OptionalInt resolution) {
        return scores.stream()
                .min(Comparator.comparing((At at) -> !at.resolution().equals(resolution))
                        .thenComparingDouble(at -> Math.abs(octave(at.resolution()) - octave(resolution))));
    }

    private double octave(OptionalInt resolution) {
        return Math.log(resolution.orElse(nativePixels)) / Math.log(2);
    }

    /** A sentence about the accuracy at the evaluated resolution nearest to this one. */
    public String sentence(OptionalInt resolution) {
        return nearest(resolution)
                .map(at -> sentence(at, at.resolution().equals(resolution)))
                .orElse(Texts.of("live.accuracy.notEvaluated"));
    }

    private String sentence(At at, boolean exact) {
        String where = new Resolution(at.resolution()).id();
        double percent = 100 * at.accuracy();
        Optional<String> part = at.known().map(KnownCounts::title).or(this::unlessTest);
        if (part.isEmpty()) {
            return exact
                    ? Texts.of("live.accuracy.test", where, percent, at.n())
                    : Texts.of("live.accuracy.testNearest", where, percent, at.n());
        }
        return exact
                ? Texts.of("live.accuracy.split", where, percent, at.n(), part.get())
                : Texts.of("live.accuracy.splitNearest", where, percent, at.n(), part.get());
    }

    private Optional<String> unlessTest() {
        return split.equals("test") ? Optional.empty() : Optional.of(split);
    }
}
