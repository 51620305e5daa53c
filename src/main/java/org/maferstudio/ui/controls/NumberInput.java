package org.maferstudio.ui.controls;

import java.math.BigDecimal;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.texts.Texts;

/** An input for a number: the text, the value if it is valid, otherwise an error message. */
public final class NumberInput {
    private final double least;
    private final double most;
    private final boolean whole;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<Double> value = new ReadOnlyObjectWrapper<>(this, "value");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    private NumberInput(double least, double most, boolean whole, double initial) {
        this.least = least;
        this.most = most;
        this.whole = whole;
        text.addListener((property, old, now) -> read(now));
        set(initial);
    }

    /** A whole number from least to most. */
    public static NumberInput whole(long least, long most, long initial) {
        return new NumberInput(least, most, true, initial);
    }

    /** A number from least to most; a comma or a point separates the decimals. */
    public static NumberInput real(double least, double most, double initial) {
        return new NumberInput(least, most, false, initial);
    }

    /** The text of the field. */
    public StringProperty textProperty() {
        return text;
    }

    /** The number; null while the text is not a number in range. */
    public ReadOnlyObjectProperty<Double> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** The error message; empty if there is none. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether the text is a number in range. */
    public boolean isValid() {
        return value.get() != null;
    }

    /**
     * The number.
     *
     * @throws IllegalStateException if the text is none; ask {@link #isValid()} first
     */
    public double get() {
        if (value.get() == null) {
            throw new IllegalStateException("'" + text.get() + "' is no number in range: " + message.get());
        }
        return value.get();
    }

    /** The number, which is whole. */
    public int getInt() {
        return Math.toIntExact(Math.round(get()));
    }

    /** Writes a number into the field. */
    public void set(double number) {
        text.set(plain(number));
        read(text.get());
    }

    private void read(String typed) {
        Double number = parse(typed);
        if (number == null) {
            fail(whole ? Texts.of("common.number.error.whole") : Texts.of("common.number.error.number"));
        } else if (number < least || number > most) {
            fail(Texts.of("common.number.error.range", plain(least), plain(most)));
        } else {
            message.set("");
            value.set(number);
        }
    }

    private void fail(String why) {
        message.set(why);
        value.set(null);
    }

    private Double parse(String typed) {
        try {
            double number = Double.parseDouble(typed.strip().replace(',', '.'));
            boolean usable = Double.isFinite(number) && (!whole || number == Math.rint(number));
            return usable ? (Double) number : null;
        } catch (NumberFormatException e) {
            return null; // Not a number: the error is shown next to the field.
        }
    }

    private String plain(double number) {
        if (whole) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        return number == 0 || (Math.abs(number) >= 1e-4 && Math.abs(number) < 1e7)
                ? decimal.toPlainString()
                : decimal.toString();
    }
}
