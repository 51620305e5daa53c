package org.maferstudio.recipe;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maferstudio.texts.Texts;

/**
 * The values that a field takes: which are allowed, and how one is written as text and read again.
 *
 * @param <T> such as {@code Integer}
 */
public final class FieldType<T> {
    /** What a value is. */
    public enum Kind {
        WHOLE,
        REAL,
        CHOICE,
        FLAG,
        TEXT,
        FILE,
        /** A list of numbers. */
        NUMBERS,
        /** A value with parts, such as a schedule. */
        STRUCTURE
    }

    /**
     * What a value must be; the bundle has the words.
     *
     * @param name of the words
     * @param least the smallest value, or all that there are
     * @param most the largest value
     * @param choices the values to choose from; empty if others can be entered
     */
    private record Rule(String name, String least, String most, List<String> choices) {
        static Rule of(String name, String... choices) {
            return new Rule(name, "", "", List.of(choices));
        }

        static Rule of(Range range) {
            String name = range.ends().name().toLowerCase(Locale.ROOT);
            return new Rule(name, plain(range.least()), plain(range.most()), List.of());
        }

        static Rule oneOf(List<String> choices) {
            return new Rule("choice", choices.toString(), "", choices);
        }
    }

    private static final Rule ANY_WHOLE = Rule.of("whole");
    private static final Rule ANY_NUMBER = Rule.of("number");

    private final Kind kind;
    private final Rule rule;
    /** Of a value, or of each in a list. */
    private final Predicate<Object> allowed;

    private final Function<String, T> parser;
    private final Function<T, String> printer;

    private FieldType(
            Kind kind, Rule rule, Predicate<Object> allowed, Function<String, T> parser, Function<T, String> printer) {
        this.kind = kind;
        this.rule = rule;
        this.allowed = allowed;
        this.parser = parser;
        this.printer = printer;
    }

    /** A whole number. */
    static FieldType<Integer> whole(Range range) {
        return new FieldType<>(Kind.WHOLE, Rule.of(range), in(range), FieldType::wholeOf, String::valueOf);
    }

    /** A whole number of any size. */
    static FieldType<Long> whole() {
        return new FieldType<>(
                Kind.WHOLE,
                ANY_WHOLE,
                v -> true,
                text -> new BigDecimal(text.strip()).longValueExact(),
                String::valueOf);
    }

    /** A number. */
    static FieldType<Double> real(Range range) {
        return new FieldType<>(Kind.REAL, Rule.of(range), in(range), FieldType::realOf, FieldType::plain);
    }

    /** One of an enum's constants, by their names in files. */
    static <E extends Enum<E>> FieldType<E> choice(List<E> values) {
        return choice(values, value -> Json.id(value.name()));
    }

    /** One of several names. */
    static FieldType<String> name(List<String> names) {
        return choice(names, name -> name);
    }

    private static <T> FieldType<T> choice(List<T> values, Function<T, String> id) {
        List<String> ids = values.stream().map(id).toList();
        return new FieldType<>(Kind.CHOICE, Rule.oneOf(ids), values::contains, text -> one(values, id, text), id);
    }

    private static <T> T one(List<T> values, Function<T, String> id, String text) {
        return values.stream()
                .filter(value -> id.apply(value).equals(Json.id(text.strip())))
                .findFirst()
                .orElse(null);
    }

    /** Yes or no. */
    static FieldType<Boolean> flag() {
        List<Boolean> values = List.of(true, false);
        return new FieldType<>(
                Kind.FLAG,
                Rule.oneOf(List.of("true", "false")),
                v -> true,
                text -> one(values, String::valueOf, text),
                String::valueOf);
    }

    /**
     * A text.
     *
     * @param rule the words for what is allowed
     * @param choices what a form offers; none for any text
     */
    static FieldType<String> text(String rule, Predicate<String> allowed, String... choices) {
        return new FieldType<>(
                Kind.TEXT, Rule.of(rule, choices), v -> allowed.test((String) v), text -> text, text -> text);
    }

    /** The path of a file; empty for none. */
    static FieldType<String> file() {
        return new FieldType<>(Kind.FILE, Rule.of("file"), v -> true, text -> text, text -> text);
    }

    /** Numbers, perhaps none. */
    static FieldType<List<Double>> numbers(Range range) {
        return list(range, Double::valueOf);
    }

    /** Whole numbers, perhaps none. */
    static FieldType<List<Integer>> wholes(Range range) {
        return list(range, FieldType::wholeOf);
    }

    private static <N extends Number> FieldType<List<N>> list(Range range, Function<String, N> one) {
        return new FieldType<>(
                Kind.NUMBERS,
                Rule.of(range),
                in(range),
                text -> Arrays.stream(text.split("[,;\\s]+"))
                        .filter(word -> !word.isEmpty())
                        .map(one)
                        .toList(),
                list -> list.stream().map(each -> plain(each.doubleValue())).collect(Collectors.joining(", ")));
    }

    /** A value with parts that has a syntax of its own. */
    static <T> FieldType<T> structure(Function<String, T> parser, Function<T, String> printer) {
        return new FieldType<>(Kind.STRUCTURE, Rule.of("structure"), v -> true, parser, printer);
    }

    private static Predicate<Object> in(Range range) {
        return value -> range.contains(((Number) value).doubleValue());
    }

    /** With a point or a comma before the decimals. */
    private static double realOf(String text) {
        return Double.parseDouble(text.strip().replace(',', '.'));
    }

    private static int wholeOf(String text) {
        return new BigDecimal(text.strip()).intValueExact();
    }

    /** What a value is. */
    public Kind kind() {
        return kind;
    }

    /** The values to choose from as text; empty if any other can be entered. */
    public List<String> choices() {
        return rule.choices;
    }

    /** Whether there is a range to name. */
    boolean hasRange() {
        return !rule.least.isEmpty() && rule.choices.isEmpty();
    }

    /** What is allowed in a language, such as {@code 1 to 256}. */
    public String allowed(Locale language) {
        return Texts.of(language, "recipe.field.allowed", rule.name, rule.least, rule.most);
    }

    /**
     * Checks a value.
     *
     * @param field that has it, for the message
     * @throws NotAllowedException if it is not allowed
     */
    void check(String field, T value) {
        for (Object each : value instanceof List<?> list && kind == Kind.NUMBERS ? list : List.of(value)) {
            if (!allowed.test(each)) {
                throw broken(rule, field, each);
            }
        }
    }

    /**
     * Reads and checks a value.
     *
     * @param field that has it, for the message
     * @throws NotAllowedException if it is not allowed
     */
    T parse(String field, String text) {
        try {
            T value = parser.apply(text);
            if (value == null) {
                throw broken(rule, field, text);
            }
            check(field, value);
            return value;
        } catch (ArithmeticException e) {
            throw broken(ANY_WHOLE, field, text);
        } catch (NumberFormatException e) {
            throw broken(kind == Kind.WHOLE ? ANY_WHOLE : ANY_NUMBER, field, text);
        }
    }

    private NotAllowedException broken(Rule broken, String field, Object value) {
        String got = value instanceof Number number ? plain(number.doubleValue()) : String.valueOf(value);
        String hint = kind == Kind.NUMBERS ? "recipe.field.listHint" : "recipe.field.hint";
        return new NotAllowedException(
                Texts.of("recipe.field.error", field, broken.name, broken.least, broken.most, got),
                Texts.of(hint, broken.name, broken.least, broken.most));
    }

    /** A value as text. */
    String print(T value) {
        return printer.apply(value);
    }

    /** A number as people type it: {@code 44}, {@code 0.015625}, {@code 1E-7}. */
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15)
                ? decimal.toPlainString()
                : decimal.toString();
    }
}
