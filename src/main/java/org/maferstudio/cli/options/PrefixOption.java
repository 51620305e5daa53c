package org.maferstudio.cli.options;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Selects a network of a weight file with several. */
public final class PrefixOption {
    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description = "Prefix of the tensor names, such as student or model_ema, that selects one of "
                    + "several networks in a weight file.")
    private String prefix;

    /** The given prefix; empty if there was none. */
    public Optional<String> prefix() {
        return Optional.ofNullable(prefix).filter(said -> !said.isBlank());
    }
}
