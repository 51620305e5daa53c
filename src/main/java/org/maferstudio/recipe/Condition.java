package org.maferstudio.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * When a field of a recipe has an effect, by the values of other fields.
 *
 * @param holds by the values of fields as text; an empty text stands for a value that is not known
 * @param text for people, with the names that a function gives fields
 */
public record Condition(Predicate<UnaryOperator<String>> holds, Function<UnaryOperator<String>, String> text) {
    /** Always true; displayed as an empty text. */
    static final Condition ALWAYS = new Condition(values -> true, names -> "");

    /** A field has one of these values. */
    static Condition is(String field, String... values) {
        List<String> allowed = List.of(values);
        return new Condition(
                all -> allowed.contains(all.apply(field)),
                names -> names.apply(field) + "=" + String.join("|", allowed));
    }

    /** A number is greater than 0. */
    static Condition positive(String field) {
        return new Condition(
                all -> !all.apply(field).isEmpty() && Double.parseDouble(all.apply(field)) > 0,
                names -> names.apply(field) + " > 0");
    }

    /** A number is not greater than 0. */
    static Condition zero(String field) {
        return new Condition(positive(field).holds.negate(), names -> names.apply(field) + "=0");
    }

    /** This and another. */
    Condition and(Condition other) {
        return new Condition(holds.and(other.holds), names -> text.apply(names) + " and " + other.text.apply(names));
    }

    /** At least one of several. */
    static Condition any(Condition... conditions) {
        return new Condition(
                values -> Arrays.stream(conditions).anyMatch(each -> each.holds.test(values)),
                names -> Arrays.stream(conditions)
                        .map(each -> each.text.apply(names))
                        .collect(Collectors.joining(" or ", "(", ")")));
    }
}
