package org.maferstudio.ownclasses;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maferstudio.expression.Expression;
import org.maferstudio.texts.Texts;

/** The rules for the names of the user's classes, which are also names of folders and columns. */
public final class ClassNames {
    /** Maximum length of a name. */
    public static final int LONGEST = 40;

    /** Characters that a file system may not allow in a name, and those that have a meaning in tables. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|,;]");

    private ClassNames() {}

    /** What is wrong with the names of all classes, as a sentence; empty if nothing is. */
    public static Optional<String> problem(List<String> names) {
        Map<String, String> meanings = new HashMap<>();
        for (String name : names) {
            if (name.isBlank()) {
                return Optional.of(Texts.of("ownclasses.name.error.blank"));
            }
            if (name.length() > LONGEST
                    || !name.equals(name.strip())
                    || FORBIDDEN.matcher(name).find()) {
                return Optional.of(Texts.of("ownclasses.name.error.characters", name, LONGEST));
            }
            if (name.startsWith(".") || name.endsWith(".") || name.chars().noneMatch(Character::isLetter)) {
                return Optional.of(Texts.of("ownclasses.name.error.noWord", name));
            }
            // "happy" and "happiness" are shown in the same words and colour; "Smile" and "smile" are one folder.
            String meaning = Expression.of(name).map(Expression::id).orElse(name.toLowerCase(Locale.ROOT));
            String other = meanings.put(meaning, name);
            if (other != null) {
                return Optional.of(Texts.of("ownclasses.name.error.twice", other, name));
            }
        }
        return Optional.empty();
    }
}
