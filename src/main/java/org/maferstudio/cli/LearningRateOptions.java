package org.maferstudio.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** The options of how the learning rate changes over a run. */
final class LearningRateOptions {
    @Option(names = "--lr-schedule", description = "plateau, cosine, step or constant.")
    private String rateKind;

    @Option(
            names = {"-pt", "--patience"},
            description = "Validations without improvement that a plateau bears.")
    private Integer patience;

    @Option(names = "--lr-factor", description = "What a plateau or a step multiplies the learning rate with.")
    private Double factor;

    @Option(names = "--lr-threshold", description = "The relative change that ends a plateau.")
    private Double threshold;

    @Option(names = "--lr-minimum", description = "Where plateau and cosine stop.")
    private Double minimum;

    @Option(
            names = "--lr-watch",
            description =
                    "What a plateau is one of: best, the measure of --best-by; loss; or loss-with-teacher, which adds"
                            + " lambda times the distance from the teacher's features (default: best).")
    private String watch;

    @Option(names = "--lr-every", description = "How many epochs a step lasts.")
    private Integer everyEpochs;

    @Option(
            names = "--lr-every-validations",
            description = "How many validations a step lasts, in place of epochs; 0: count epochs.")
    private Integer everyValidations;

    @Option(names = "--warm-up", description = "Over how many epochs the learning rate climbs.")
    private Double warmUp;

    /** Puts what was said into the changes of a recipe, null for what was not. */
    void into(Map<String, Object> changes) {
        changes.put("learningRate.shape", rateKind);
        changes.put("learningRate.patience", patience);
        changes.put("learningRate.factor", factor);
        changes.put("learningRate.threshold", threshold);
        changes.put("learningRate.minimum", minimum);
        changes.put("learningRate.everyEpochs", everyEpochs);
        changes.put("learningRate.everyValidations", everyValidations);
        changes.put("learningRate.watches", watch);
        changes.put("learningRate.warmUpEpochs", warmUp);
    }
}
