package org.maferstudio.datasets;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The name of the drawn faces among paths: {@code drawn}, or {@code drawn:SEED}. */
final class DrawnSource {
    private static final Pattern NAME = Pattern.compile("drawn(?::(\\d{1,18}))?");
    private static final long DEFAULT_SEED = 17;

    private DrawnSource() {}

    /**
     * The seed of the drawn faces; empty if a source means something on disk.
     *
     * @throws Problem if the drawn faces are meant, but their seed is no number, or something else is to join them
     */
    static Optional<Long> seed(DatasetSource source) {
        List<String> paths = source.paths();
        Optional<String> drawn = paths.stream()
                .filter(p -> p.equals("drawn") || p.startsWith("drawn:"))
                .findFirst();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        if (paths.size() > 1) {
            throw Problem.input(Texts.of("datasets.drawn.error.paths", paths.size(), drawn.get()));
        }
        Matcher matcher = NAME.matcher(drawn.get());
        if (!matcher.matches()) {
            throw Problem.input(Texts.of("datasets.drawn.error.name", drawn.get()));
        }
        return Optional.of(matcher.group(1) == null ? DEFAULT_SEED : Long.parseLong(matcher.group(1)));
    }
}
