package org.maferstudio.series;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Commands as text for a POSIX shell. */
public final class ShellWords {
    private ShellWords() {}

    /** A command whose words the shell takes as they are, whatever they contain. */
    public static String of(Collection<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    /** The same of single words. */
    public static String of(String... words) {
        return of(List.of(words));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
