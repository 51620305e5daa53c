package org.maferstudio.ui.networkimport;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.job.Problem;

/**
 * An input that may be empty: the text, its value if it is valid, otherwise why not.
 *
 * @param <T> type of the value
 */
final class ParsedText<T> {
    private final Function<String, T> parser;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Optional<T> value = Optional.empty();

    /**
     * An empty input.
     *
     * @param parser reads a text that is not blank, or throws a {@link Problem} that says what is wrong
     */
    ParsedText(Function<String, T> parser) {
        this.parser = parser;
        text.addListener((property, old, now) -> read());
    }

    /** The text of the field. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with the text; empty if it is blank or valid. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The value; empty while the text is blank or invalid. */
    Optional<T> value() {
        return value;
    }

    /** Whether nothing is typed. */
    boolean isBlank() {
        return text.get().isBlank();
    }

    private void read() {
        value = Optional.empty();
        message.set("");
        if (isBlank()) {
            return;
        }
        try {
            value = Optional.of(parser.apply(text.get().strip()));
        } catch (Problem invalid) {
            message.set(invalid.getMessage());
        }
    }
}
