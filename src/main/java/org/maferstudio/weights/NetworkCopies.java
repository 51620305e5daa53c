package org.maferstudio.weights;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of several equal networks in one file is meant, as far as their names show. */
public final class NetworkCopies {
    /** What training scripts call the running average of the weights that they keep beside them. */
    private static final Pattern AVERAGES = Pattern.compile(
            "(?i)(^|.*[._])(ema|swa|avg|averaged?|shadow|momentum|polyak|slow|target)([._].*|\\d*)|(?i).*(ema|swa|average)");

    private NetworkCopies() {}

    /**
     * The one name that is no average's; empty if several could be meant.
     *
     * @param names such as {@code model} and {@code model_ema}; empty stands for the top of the file
     */
    public static Optional<String> original(List<String> names) {
        List<String> originals =
                names.stream().filter(name -> !AVERAGES.matcher(name).matches()).toList();
        return originals.size() == 1 ? Optional.of(originals.get(0)) : Optional.empty();
    }
}
