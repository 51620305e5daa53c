package org.maferstudio.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.KnownCounts;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * A network's reported test accuracy by resolution; on the validation split if it was not evaluated on test.
 *
 * @param split test or validation
 * @param scores one per resolution
 */
public record ReportedAccuracy(String split, List<At> scores) {
    private static final List<String> SPLITS = List.of("test", "validation");

    /**
     * The accuracy at one resolution.
     *
     * @param resolution in pixels; empty for native
     * @param accuracy 0 to 1
     * @param n samples
     * @param known the split of a well-known dataset, if recognised
     */
    public record At(OptionalInt resolution, double accuracy, long n, Optional<KnownCounts> known) {
        private double distance(double octave) {
            return Math.abs(Math.log(resolution.orElse(1)) / Math.log(2) - octave);
        }
    }

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
                return Optional.of(new ReportedAccuracy(split, scores));
            }
        }
        return Optional.empty();
    }

    private static Optional<At> at(Experiment experiment, String split, Resolution resolution) {
        try {
            Predictions predictions = experiment.predictions(split, resolution);
            Scores scores = Scores.of(predictions);
            return Optional.of(new At(
                    resolution.pixels(), scores.accuracy(), scores.n(), scores.knownSplit(predictions.labels())));
        } catch (Problem damaged) {
            return Optional.empty();
        }
    }

    /** The evaluated resolution nearest to this one on a logarithmic scale; empty if none is near. */
    public Optional<At> nearest(OptionalInt resolution) {
        if (resolution.isEmpty()) {
            return scores.stream().filter(at -> at.resolution().isEmpty()).findFirst();
        }
        double octave = Math.log(resolution.getAsInt()) / Math.log(2);
        return scores.stream()
                .filter(at -> at.resolution().isPresent())
                .min((a, b) -> Double.compare(a.distance(octave), b.distance(octave)));
    }

    /** A sentence about the accuracy at this resolution. */
    public String sentence(OptionalInt resolution) {
        return nearest(resolution).map(this::sentence).orElse(Texts.of("live.accuracy.notEvaluated"));
    }

    private String sentence(At at) {
        String where =
                at.resolution().isPresent() ? String.valueOf(at.resolution().getAsInt()) : Resolution.NATIVE_ID;
        Optional<String> part = at.known().map(KnownCounts::title).or(this::unlessTest);
        return part.isEmpty()
                ? Texts.of("live.accuracy.test", where, 100 * at.accuracy(), at.n())
                : Texts.of("live.accuracy.split", where, 100 * at.accuracy(), at.n(), part.get());
    }

    private Optional<String> unlessTest() {
        return split.equals("test") ? Optional.empty() : Optional.of(split);
    }
}
