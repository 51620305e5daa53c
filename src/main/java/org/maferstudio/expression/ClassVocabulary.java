package org.maferstudio.expression;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The vocabulary of class names: nouns, adjectives, frequent misspellings and common affixes.
 *
 * <p>Numbers ({@code 0_angry}, {@code Angry (1)}), words such as "faces" and a prefix ({@code aia_anger}) are ignored.
 * Names with two expressions ({@code happily surprised}), negated names and names in other scripts are not recognised;
 * the user has to map them.
 */
final class ClassVocabulary {
    private static final Map<String, Expression> LONG = Map.ofEntries(
            Map.entry("anger", Expression.ANGER),
            Map.entry("angry", Expression.ANGER),
            Map.entry("angered", Expression.ANGER),
            Map.entry("angriness", Expression.ANGER),
            Map.entry("disgust", Expression.DISGUST),
            Map.entry("disgusted", Expression.DISGUST),
            Map.entry("disgusting", Expression.DISGUST),
            Map.entry("fear", Expression.FEAR),
            Map.entry("fearful", Expression.FEAR),
            Map.entry("fearfull", Expression.FEAR),
            Map.entry("afraid", Expression.FEAR),
            Map.entry("scared", Expression.FEAR),
            Map.entry("frightened", Expression.FEAR),
            Map.entry("happiness", Expression.HAPPINESS),
            Map.entry("happyness", Expression.HAPPINESS),
            Map.entry("happines", Expression.HAPPINESS),
            Map.entry("happy", Expression.HAPPINESS),
            Map.entry("joy", Expression.HAPPINESS),
            Map.entry("joyful", Expression.HAPPINESS),
            Map.entry("sadness", Expression.SADNESS),
            Map.entry("saddness", Expression.SADNESS),
            Map.entry("sad", Expression.SADNESS),
            Map.entry("surprise", Expression.SURPRISE),
            Map.entry("surprised", Expression.SURPRISE),
            Map.entry("suprise", Expression.SURPRISE),
            Map.entry("suprised", Expression.SURPRISE),
            Map.entry("surprize", Expression.SURPRISE),
            Map.entry("neutral", Expression.NEUTRAL),
            Map.entry("neutrality", Expression.NEUTRAL),
            Map.entry("natural", Expression.NEUTRAL),
            Map.entry("contempt", Expression.CONTEMPT),
            Map.entry("contemptuous", Expression.CONTEMPT));

    /** Words that do not change the class name next to them. */
    private static final Set<String> IGNORED = Set.of(
            "face",
            "faces",
            "facial",
            "image",
            "images",
            "img",
            "imgs",
            "picture",
            "pictures",
            "pic",
            "pics",
            "photo",
            "photos",
            "frame",
            "frames",
            "expression",
            "expressions",
            "emotion",
            "emotions",
            "class",
            "label");

    /** Words that change the meaning of the class name next to them. */
    private static final Set<String> CHANGING = Set.of(
            "not",
            "no",
            "non",
            "un",
            "without",
            "mixed",
            "other",
            "or",
            "and",
            "happily",
            "sadly",
            "fearfully",
            "angrily",
            "disgustedly",
            "surprisedly");

    /** Sequences of letters; a capital after a small letter begins a new word. */
    private static final Pattern WORD = Pattern.compile("\\p{Lu}?[\\p{L}&&[^\\p{Lu}]]+|\\p{Lu}+");

    private static final int LONGEST = 100;

    private ClassVocabulary() {}

    /** Returns the expression of a class name; empty if it is unknown, ambiguous or a number. */
    static Optional<Expression> meaning(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> words = words(Normalizer.normalize(written, Normalizer.Form.NFKC));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String last = words.get(words.size() - 1);
        if (words.size() == 1) {
            return meaningOfWord(last).or(() -> abbreviated(last));
        }
        boolean clear = words.subList(0, words.size() - 1).stream()
                .noneMatch(
                        word -> CHANGING.contains(word) || meaningOfWord(word).isPresent());
        return clear ? meaningOfWord(last) : Optional.empty();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (MatchResult found : WORD.matcher(text).results().toList()) {
            String word = found.group().toLowerCase(Locale.ROOT);
            if (!IGNORED.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    private static Optional<Expression> meaningOfWord(String word) {
        Expression whole = LONG.get(word);
        boolean plural = whole == null && word.length() > 4 && word.endsWith("s");
        return Optional.ofNullable(plural ? LONG.get(word.substring(0, word.length() - 1)) : whole);
    }

    private static Optional<Expression> abbreviated(String word) {
        for (Expression expression : Expression.values()) {
            if (expression.shortName().equals(word)) {
                return Optional.of(expression);
            }
        }
        return Optional.empty();
    }
}
