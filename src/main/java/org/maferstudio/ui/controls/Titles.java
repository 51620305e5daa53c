package org.maferstudio.ui.controls;

import java.util.function.Function;
import javafx.util.StringConverter;

/**
 * Titles the values of a list that is only chosen from.
 *
 * @param <T> the values
 */
public final class Titles<T> extends StringConverter<T> {
    private final Function<T, String> title;

    private Titles(Function<T, String> title) {
        this.title = title;
    }

    /** Titles of values; nothing has an empty one. */
    public static <T> Titles<T> of(Function<T, String> title) {
        return new Titles<>(title);
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : title.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("values are chosen, not typed: " + text);
    }
}
