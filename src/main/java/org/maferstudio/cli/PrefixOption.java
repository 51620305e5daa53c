package org.maferstudio.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which network of a weight file that holds several. */
final class PrefixOption {
    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description =
                    "Which network of a weight file that holds several: how the names of its tensors begin, such as"
                            + " student or model_ema.")
    private String prefix;

    /** What was said; empty where nothing was. */
    Optional<String> prefix() {
        return Optional.ofNullable(prefix).filter(said -> !said.isBlank());
    }
}
