package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/** Results made up for tests: they look like a real network's, but are none. */
public final class Made {
    public static final LabelSet SEVEN = LabelSet.fer2013();
    public static final LabelSet EIGHT = LabelSet.of(Expression.values());
    private static final int[] SIZES = {467, 56, 496, 895, 653, 415, 607, 120};

    private Made() {}

    /** Predictions of a network that is right with about this share. */
    public static Predictions predictions(LabelSet labels, Resolution resolution, double skill, long seed) {
        Random random = new Random(seed);
        List<Prediction> rows = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            double own = Math.min(0.97, Math.max(0.05, skill + 0.15 * Math.sin(2.1 * label + 1)));
            for (int i = 0; i < SIZES[label]; i++) {
                int predicted =
                        random.nextDouble() < own ? label : (label + 1 + skewed(random, labels)) % labels.size();
                float[] probabilities = new float[labels.size()];
                float sure = 0.4f + 0.6f * random.nextFloat();
                java.util.Arrays.fill(probabilities, (1 - sure) / (labels.size() - 1));
                probabilities[predicted] = sure;
                rows.add(new Prediction(label + "-" + i, "", label, predicted, probabilities));
            }
        }
        return new Predictions(labels, "test", resolution, rows);
    }

    private static int skewed(Random random, LabelSet labels) {
        return (int) (random.nextDouble() * random.nextDouble() * (labels.size() - 1));
    }

    public static ConfusionMatrix matrix(LabelSet labels, double skill) {
        return ConfusionMatrix.of(predictions(labels, Resolution.NATIVE, skill, 17));
    }

    /** A sweep that falls from {@code best} at native to {@code worst} at 8 px. */
    public static ResolutionSweep sweep(LabelSet labels, double best, double worst, long seed) {
        return ResolutionSweep.of(everything(labels, best, worst, seed));
    }

    /** The predictions of such a sweep on seven classes. */
    public static List<Predictions> everything(double best, double worst) {
        return everything(SEVEN, best, worst, 17);
    }

    private static List<Predictions> everything(LabelSet labels, double best, double worst, long seed) {
        List<Resolution> resolutions = List.of(
                Resolution.NATIVE,
                Resolution.of(64),
                Resolution.of(32),
                Resolution.of(24),
                Resolution.of(16),
                Resolution.of(12),
                Resolution.of(8));
        return IntStream.range(0, 7)
                .mapToObj(i -> {
                    int lowered = Math.max(0, i - 1);
                    double skill = best + (worst - best) * lowered * lowered / 25.0;
                    return predictions(labels, resolutions.get(i), skill, seed + lowered);
                })
                .toList();
    }

    /** A training of so many epochs whose validation accuracy approaches {@code best}. */
    public static List<HistoryRow> history(int epochs, double best) {
        Random random = new Random(epochs);
        return IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> {
                    double progress = 1 - Math.exp(-5.0 * epoch / epochs);
                    double noise = 0.01 * random.nextGaussian();
                    double valid = 0.2 + (best - 0.2) * progress + noise;
                    return new HistoryRow(
                            epoch,
                            epoch * 225L,
                            epoch * 28_709L,
                            1.95 - 1.2 * progress,
                            valid + 0.05 * progress,
                            1.95 - 0.95 * progress - 2 * noise,
                            valid,
                            0.05 * (1 + Math.cos(Math.PI * epoch / epochs)) / 2,
                            Math.min(1, 0.1 + 0.1 * (int) (epoch * 28_709L / 35_000)),
                            epoch * 180.0);
                })
                .toList();
    }
}
