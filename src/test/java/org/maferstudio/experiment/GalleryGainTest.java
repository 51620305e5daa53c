package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.results.Dependence;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;

/** What cards and manual state of the gallery's networks beside each other, from their predictions. */
class GalleryGainTest {
    @TempDir
    private Path shelf;

    @Test
    void theCardsStateTheGainAt12PixelsPairedOverSeeds() {
        String sentence = gain(experiment -> experiment.predictions("test", Resolution.of(12)));
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            assertTrue(
                    IncludedExperiments.open(entry, shelf).notes().contains(sentence),
                    () -> entry.id() + ": " + sentence);
        }
    }

    @Test
    void theManualStatesTheGainAt12PixelsWithoutDuplicates() {
        assertEquals("+18.8 points [13.1, 24.5]", gain(GalleryGainTest::withoutDuplicates));
    }

    @Test
    void theManualStatesThatATeacherIsNotShownToCostAnything() {
        Predictions base =
                IncludedExperiments.open(entry("fer2013-base-17"), shelf).predictions("test", Resolution.NATIVE);
        Predictions taught =
                IncludedExperiments.open(entry("fer2013-teacher-17"), shelf).predictions("test", Resolution.NATIVE);
        PairedPredictions paired = PairedPredictions.of(base, taught);
        assertEquals(Dependence.INDEPENDENT, paired.dependence());
        assertEquals(0.8, 100 * (paired.accuracyA() - paired.accuracyB()), 0.05);
        assertEquals(0.17, paired.mcNemar(), 0.005);
    }

    private static Predictions withoutDuplicates(Experiment experiment) {
        return SplitDuplicates.without(experiment, experiment.predictions("test", Resolution.of(12)))
                .orElseThrow();
    }

    /** The gain of three seeds in percentage points, with its 95 % interval. */
    private String gain(Function<Experiment, Predictions> predictions) {
        double[] gains = IntStream.of(17, 18, 19)
                .mapToDouble(seed -> 100
                        * (Scores.of(predictions.apply(IncludedExperiments.open(entry("fer2013-multi-" + seed), shelf)))
                                        .accuracy()
                                - Scores.of(predictions.apply(
                                                IncludedExperiments.open(entry("fer2013-base-" + seed), shelf)))
                                        .accuracy()))
                .toArray();
        double mean = DoubleStream.of(gains).average().orElseThrow();
        double variance = DoubleStream.of(gains)
                        .map(gain -> (gain - mean) * (gain - mean))
                        .sum()
                / 2;
        // The 97.5 % quantile of Student's t with 2 degrees of freedom, as scipy.stats.t.ppf(0.975, 2) has it.
        double half = 4.302652729911275 * Math.sqrt(variance / 3);
        return String.format(Locale.ROOT, "%+.1f points [%.1f, %.1f]", mean, mean - half, mean + half);
    }

    private static IncludedExperiments.Entry entry(String id) {
        return IncludedExperiments.entries().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
