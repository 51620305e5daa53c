package org.maferstudio.cli.options;

import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Option;

/** Which of the predictions of experiments a command looks at. */
public final class PredictionsOptions {
    @Option(names = "--split", paramLabel = "S", description = "Split: test, validation or train (default: the first of these that all experiments "
            + "have).")
    private String split;

    @Option(
            names = "--resolution",
            paramLabel = "RESOLUTION",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolution: native, or a number of pixels (default: ${DEFAULT-VALUE}). Ignored by "
                    + "figures that show all resolutions.")
    private Resolution resolution;

    /** The split asked for; empty for the first that all experiments have. */
    public Optional<String> split() {
        return Optional.ofNullable(split).map(PredictionsOptions::split);
    }

    /** The resolution asked for. */
    public Resolution resolution() {
        return resolution;
    }

    /**
     * A split as it was typed.
     *
     * @throws Problem if it cannot be the name of one
     */
    static String split(String typed) {
        if (!PredictionsFile.isSplit(typed)) {
            throw Problem.input("Unknown split \"" + typed + "\". Use test, validation or train.");
        }
        return typed;
    }
}
