package org.maferstudio.cli;

import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
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
        return Optional.ofNullable(split).map(PredictionsOptions::split);
    }

    /** {@code native} or a number of pixels. */
    String resolution() {
        return resolution(resolution);
    }

    /**
     * A resolution as it was typed.
     *
     * @throws Problem if it is none
     */
    static String resolution(String typed) {
        if (!PredictionsFile.isName("test@" + typed + ".csv")) {
            throw Problem.input("The resolution " + typed + " is none. Say native, or a number of pixels such as 16.");
        }
        return typed;
    }

    /**
     * A split as it was typed.
     *
     * @throws Problem if it cannot be the name of one
     */
    static String split(String typed) {
        if (!PredictionsFile.isName(typed + "@native.csv")) {
            throw Problem.input("The split " + typed + " is none. Say test, validation or train.");
        }
        return typed;
    }
}
