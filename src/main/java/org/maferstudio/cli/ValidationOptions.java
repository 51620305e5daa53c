package org.maferstudio.cli;

import java.util.Map;
import org.maferstudio.recipe.TrainingConfig;
import picocli.CommandLine.Option;

/** The options of how the validation part is looked at, and what follows from it. */
final class ValidationOptions {
    @Option(names = "--best-by", description = "accuracy, mean-class-accuracy, macro-f1 or loss.")
    private String bestBy;

    @Option(
            names = "--validate-at",
            paramLabel = "PIXELS",
            description = "A low resolution at which each validation looks a second time; 0: at native alone.")
    private Integer validateAt;

    @Option(
            names = "--best-at",
            description = "At which resolution --best-by is taken: native, low (that of --validate-at), or mean, of "
                    + "both (default: native).")
    private String bestAt;

    @Option(names = "--early-stop", description = "Validations without improvement that end the training; 0: never.")
    private Integer earlyStop;

    @Option(
            names = "--validations",
            description = "Validations in an epoch; a number above its steps validates after each step.")
    private Integer validations;

    @Option(
            names = "--validation-stride",
            paramLabel = "N",
            description = "Validations of the training evaluate every N-th image of the validation part; 1: all of them"
                    + " (default: 1).")
    private Integer stride;

    @Option(
            names = "--keep",
            paramLabel = "best|last",
            description = "Which network is kept and evaluated at the end (default: best, by --best-by).")
    private String keep;

    /** Puts what was said into the changes of a recipe, null for what was not. */
    void into(Map<String, Object> changes) {
        changes.put("course.validationsPerEpoch", validations);
        changes.put("course.validationStride", stride);
        changes.put("course.keep", keep);
        changes.put("course.bestBy", bestBy);
        // Whoever asks for native alone chooses the best there, whatever the preset said.
        boolean alone = bestAt == null && validateAt != null && validateAt == 0;
        changes.put("course.bestAt", alone ? TrainingConfig.At.NATIVE.id() : bestAt);
        changes.put("course.validateAt", validateAt);
        changes.put("course.earlyStop", earlyStop);
    }
}
