package org.maferstudio.ui.training.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.texts.Texts;

/** Random seeds as they are typed, separated by commas; none for the recipe's own. */
public final class SeedsInput {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    /** Creates an empty field; {@code changed} is called when something else is typed. */
    SeedsInput(Runnable changed) {
        text.addListener((property, old, now) -> changed.run());
    }

    /** What is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** What was wrong when {@link #seeds()} was last asked for; empty if nothing was. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    void set(List<Long> seeds) {
        text.set(seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** The seeds; empty if one is not a whole number. */
    Optional<List<Long>> seeds() {
        message.set("");
        List<Long> given = new ArrayList<>();
        for (String part : text.get().split(",")) {
            if (!part.isBlank()) {
                try {
                    given.add(Long.parseLong(part.strip()));
                } catch (NumberFormatException e) {
                    message.set(Texts.of("training.series.error.seed", part.strip()));
                    return Optional.empty();
                }
            }
        }
        return Optional.of(given);
    }
}
