package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.maferstudio.texts.Texts;

/**
 * One result of the paper, at native resolution.
 *
 * @param model base, CR, CR-Simplified or CR+AffWild2
 * @param dataset as named by the readers
 * @param measure that is reported
 * @param value 0 to 1
 * @param deviation the standard deviation, 0 to 1; empty if none is published
 * @see <a href="https://arxiv.org/abs/2105.02481">arXiv 2105.02481</a>
 */
public record PublishedResult(String model, String dataset, Measure measure, double value, OptionalDouble deviation) {
    /** The measures of the paper. */
    public enum Measure {
        ACCURACY,
        MEAN_CLASS_ACCURACY;

        /** The stable identifier for files and scripts, such as {@code mean_class_accuracy}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For display. */
        public String title() {
            return this == ACCURACY
                    ? Texts.of("results.paper.measure.accuracy")
                    : Texts.of("results.paper.measure.meanClassAccuracy");
        }

        /** Returns this measure of scores. */
        public double of(Scores scores) {
            return this == ACCURACY ? scores.accuracy() : scores.meanClassAccuracy();
        }
    }

    private static final String FER2013 = "FER2013";
    private static final String RAFDB = "RAF-DB";
    private static final String OULU = "Oulu-CASIA";

    private static final List<String> MODELS = List.of("base", "CR", "CR-Simplified", "CR+AffWild2");

    /**
     * One row per model: FER2013, RAF-DB overall, RAF-DB mean class and its deviation, Oulu-CASIA and its deviation.
     */
    private static final List<List<Double>> PERCENT = List.of(
            List.of(60.82, 77.09, 65.39, 0.10, 59.84, 1.29),
            List.of(73.06, 88.43, 81.90, 0.04, 98.40, 0.11),
            List.of(72.33, 88.14, 83.16, 0.03, 96.72, 0.24),
            List.of(73.45, 88.07, 82.40, 0.04, 98.95, 0.15));

    /** All results, model by model. */
    public static List<PublishedResult> all() {
        List<PublishedResult> all = new ArrayList<>();
        for (int i = 0; i < MODELS.size(); i++) {
            List<Double> row = PERCENT.get(i);
            String model = MODELS.get(i);
            all.add(of(model, FER2013, Measure.ACCURACY, row.get(0), OptionalDouble.empty()));
            all.add(of(model, RAFDB, Measure.ACCURACY, row.get(1), OptionalDouble.empty()));
            all.add(of(model, RAFDB, Measure.MEAN_CLASS_ACCURACY, row.get(2), OptionalDouble.of(row.get(3) / 100)));
            all.add(of(model, OULU, Measure.ACCURACY, row.get(4), OptionalDouble.of(row.get(5) / 100)));
        }
        return all;
    }

    private static PublishedResult of(
            String model, String dataset, Measure measure, double percent, OptionalDouble deviation) {
        return new PublishedResult(model, dataset, measure, percent / 100, deviation);
    }

    /** The results on a dataset; empty if the paper has none. */
    public static List<PublishedResult> on(String dataset) {
        return all().stream().filter(result -> result.dataset().equals(dataset)).toList();
    }

    /** The stable identifier of the paper's protocol on a dataset, for scripts. */
    public static String protocolId(String dataset) {
        return switch (dataset) {
            case FER2013 -> "one-number-at-native-resolution";
            case RAFDB -> "test-split-at-native-resolution";
            case OULU -> "10-folds-by-image-at-native-resolution";
            default -> throw new IllegalArgumentException("the paper has no numbers on " + dataset);
        };
    }

    /** The paper's protocol on a dataset, as far as it is known. */
    public static String protocol(String dataset) {
        return switch (dataset) {
            case FER2013 -> Texts.of("results.paper.protocol.fer2013");
            case RAFDB -> Texts.of("results.paper.protocol.rafdb");
            case OULU -> Texts.of("results.paper.protocol.oulu");
            default -> throw new IllegalArgumentException("the paper has no numbers on " + dataset);
        };
    }
}
