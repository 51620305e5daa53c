package org.maferstudio.cli;

import java.util.Optional;
import org.maferstudio.results.Predictions;
import picocli.CommandLine.Option;

/** Which of the predictions of experiments a command looks at. */
final class PredictionsOptions {
    @Option(names = "--split", paramLabel = "S", description = "test, validation or train; the first all have.")
    private String split;

    @Option(
            names = "--resolution",
            paramLabel = "R",
            defaultValue = Predictions.NATIVE,
            description = "native or pixels (${DEFAULT-VALUE}); a sweep or a history shows them all.")
    private String resolution;

    /** The split asked for; empty for the first that all experiments have. */
    Optional<String> split() {
        return Optional.ofNullable(split);
    }

    /** {@code native} or a number of pixels. */
    String resolution() {
        return resolution;
    }
}
