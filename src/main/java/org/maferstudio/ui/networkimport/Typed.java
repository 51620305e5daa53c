package org.maferstudio.ui.networkimport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.expression.Expression;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Reads and writes what is typed into the form; numbers have a decimal point in every language. */
final class Typed {
    private static final Pattern COLUMNS = Pattern.compile("(\\d{1,6})\\s*[-\u2013]\\s*(\\d{1,6})");

    private Typed() {}

    /** A whole number in a range. */
    static int whole(String text, int least, int most) {
        double number = number(text, least, most);
        if (number != Math.rint(number)) {
            throw Problem.input(Texts.of("common.number.error.whole"));
        }
        return (int) number;
    }

    /** A number in a range. */
    static double number(String text, double least, double most) {
        double number = finite(text);
        if (number < least || number > most) {
            throw Problem.input(Texts.of("common.number.error.range", plain(least), plain(most)));
        }
        return number;
    }

    /** A number above 0. */
    static double positive(String text) {
        double number = finite(text);
        if (number <= 0) {
            throw Problem.input(Texts.of("networkimport.form.error.positive"));
        }
        return number;
    }

    private static double finite(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Problem.input(Texts.of("common.number.error.number"), e);
        }
        throw Problem.input(Texts.of("common.number.error.number"));
    }

    /** Numbers, separated by commas or spaces. */
    static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split("[,;\\s]+")) {
            if (!part.isEmpty()) {
                numbers.add(finite(part));
            }
        }
        return numbers;
    }

    /** Numbers above 0, separated by commas or spaces. */
    static List<Double> positives(String text) {
        List<Double> numbers = numbers(text);
        if (!numbers.stream().allMatch(each -> each > 0)) {
            throw Problem.input(Texts.of("networkimport.form.error.positive"));
        }
        return numbers;
    }

    /** At least two classes, separated by commas; expressions in any spelling. */
    static List<String> labels(String text) {
        List<String> labels = parts(text).stream()
                .map(name -> Expression.of(name).map(Expression::id).orElse(name))
                .toList();
        if (labels.size() < 2 || new HashSet<>(labels).size() < labels.size()) {
            throw Problem.input(Texts.of("networkimport.form.error.labels"));
        }
        return labels;
    }

    /** Different names of values, separated by commas. */
    static List<String> names(String text) {
        List<String> names = parts(text);
        boolean valid = names.stream().allMatch(name -> name.matches("[a-z][a-z0-9_]{0,31}"));
        if (!valid || new HashSet<>(names).size() < names.size()) {
            throw Problem.input(Texts.of("networkimport.form.error.names"));
        }
        return names;
    }

    private static List<String> parts(String text) {
        return List.of(text.split(",")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The first and the last column of a part of an output, counted from 0, such as {@code 0-7}; gives [0, 8]. */
    static List<Integer> columns(String text) {
        Matcher range = COLUMNS.matcher(text);
        if (range.matches()) {
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            if (first <= last) {
                return List.of(first, last + 1);
            }
        }
        throw Problem.input(Texts.of("networkimport.form.error.columns"));
    }

    /** A number as it is typed. */
    static String plain(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Numbers as they are typed. */
    static String plain(List<Double> numbers) {
        return numbers.stream().map(Typed::plain).collect(Collectors.joining(", "));
    }
}
