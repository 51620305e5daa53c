package org.maferstudio.cli.options;

import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Option;

/** Selects predictions of experiments. */
public final class PredictionsOptions {
    @Option(
            names = "--split",
            paramLabel = "S",
            description =
                    "Split: test, validation or train (default: the first of these that all experiments " + "have).")
    private String split;

    @Option(
            names = "--resolution",
            paramLabel = "RESOLUTION",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolution: native, or a number of pixels (default: ${DEFAULT-VALUE}). Ignored by "
                    + "figures that show all resolutions.")
    private Resolution resolution;

    /** The requested split; empty for the first that all experiments have. */
    public Optional<String> split() {
        return Optional.ofNullable(split).map(PredictionsOptions::split);
    }

    /** The requested resolution. */
    public Resolution resolution() {
        return resolution;
    }

    /**
     * Checks the name of a split.
     *
     * @throws Problem if it is not a valid name
     */
    static String split(String typed) {
        if (!PredictionsFile.isSplit(typed)) {
            throw Problem.input("Unknown split \"" + typed + "\". Use test, validation or train.");
        }
        return typed;
    }
}
