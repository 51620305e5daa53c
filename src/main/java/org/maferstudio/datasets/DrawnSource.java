package org.maferstudio.datasets;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of the drawn faces among paths: {@code drawn}, or {@code drawn:SEED}. */
final class DrawnSource {
    private static final Pattern NAME = Pattern.compile("drawn(?::(\\d{1,18}))?");
    private static final long DEFAULT_SEED = 17;

    private DrawnSource() {}

    /** The seed of the drawn faces; empty if a source means something on disk. */
    static Optional<Long> seed(DatasetSource source) {
        List<String> paths = source.paths();
        Matcher matcher = NAME.matcher(paths.get(0));
        if (paths.size() > 1 || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) == null ? DEFAULT_SEED : Long.parseLong(matcher.group(1)));
    }
}
