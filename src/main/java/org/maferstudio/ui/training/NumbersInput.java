package org.maferstudio.ui.training;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Numbers that someone types in a row, such as {@code 32, 24, 16}, or none at all; commas, semicolons or spaces stand
 * between them, a point before decimals.
 */
final class NumbersInput {
    private static final double LARGEST = 255;

    private final Function<List<Double>, Optional<String>> check;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<List<Double>> value = new ReadOnlyObjectWrapper<>(this, "value", List.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    private NumbersInput(Function<List<Double>, Optional<String>> check) {
        this.check = check;
        text.addListener((property, old, now) -> recheck());
    }

    /** One mean a channel, 0 to 255; {@link #recheck()} is told when the number of channels changes. */
    static NumbersInput means(IntSupplier channels) {
        return perChannel(
                channels, number -> number >= 0 && number <= LARGEST, Texts.of("training.form.mean.error.range"));
    }

    /** One standard deviation a channel, above 0; {@link #recheck()} is told when the number of channels changes. */
    static NumbersInput deviations(IntSupplier channels) {
        return perChannel(
                channels, number -> number > 0 && number <= LARGEST, Texts.of("training.form.deviations.error.range"));
    }

    private static NumbersInput perChannel(IntSupplier channels, DoublePredicate range, String outside) {
        return new NumbersInput(numbers -> {
            if (!numbers.isEmpty() && numbers.size() != channels.getAsInt()) {
                return Optional.of(
                        channels.getAsInt() == 1
                                ? Texts.of("training.form.numbers.error.one")
                                : Texts.of("training.form.numbers.error.three"));
            }
            return numbers.stream().allMatch(range::test) ? Optional.empty() : Optional.of(outside);
        });
    }

    /** Resolutions in whole pixels, each once. */
    static NumbersInput resolutions() {
        return new NumbersInput(numbers -> {
            if (numbers.stream()
                    .anyMatch(number -> number != Math.rint(number) || !Resolution.isInRange((int) (double) number))) {
                return Optional.of(
                        Texts.of("training.form.resolutions.error.range", Resolution.LEAST, Resolution.MOST));
            }
            return Set.copyOf(numbers).size() == numbers.size()
                    ? Optional.empty()
                    : Optional.of(Texts.of("training.form.resolutions.error.repeated"));
        });
    }

    /** What stands in the field. */
    StringProperty textProperty() {
        return text;
    }

    /** The numbers, perhaps none; null while the text holds something else, or they do not fit. */
    ReadOnlyObjectProperty<List<Double>> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** What is wrong, in a few words; empty if nothing is. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Writes numbers into the field. */
    void set(List<Double> numbers) {
        text.set(numbers.stream().map(NumbersInput::plain).collect(Collectors.joining(", ")));
    }

    /** Reads the text again, because what is wrong with numbers depends on another field, too. */
    void recheck() {
        Optional<List<Double>> numbers = parse(text.get());
        Optional<String> wrong = numbers.isEmpty()
                ? Optional.of(Texts.of("training.form.numbers.error.format"))
                : check.apply(numbers.get());
        message.set(wrong.orElse(""));
        value.set(wrong.isPresent() ? null : numbers.orElseThrow());
    }

    private static Optional<List<Double>> parse(String typed) {
        List<Double> numbers = new ArrayList<>();
        for (String word : typed.strip().split("[,;\\s]+")) {
            if (word.isEmpty()) {
                continue;
            }
            try {
                numbers.add(Double.valueOf(word));
            } catch (NumberFormatException e) {
                return Optional.empty(); // The message beside the field says so.
            }
        }
        return numbers.stream().allMatch(Double::isFinite) ? Optional.of(List.copyOf(numbers)) : Optional.empty();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
