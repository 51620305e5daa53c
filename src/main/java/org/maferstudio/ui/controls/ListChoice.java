package org.maferstudio.ui.controls;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;

/**
 * A combo box over a list that changes. Where items come and go, JavaFX selects another one or none for a moment; here, only
 * a choice of the user sets the value.
 *
 * @param <T> the type of a value
 */
public final class ListChoice<T> {
    private final ComboBox<T> combo;
    private final ObjectProperty<T> value;
    private boolean updating;

    private ListChoice(ComboBox<T> combo, ObjectProperty<T> value) {
        this.combo = combo;
        this.value = value;
    }

    /** Makes a combo box show a list and a value. */
    public static <T> void bind(ComboBox<T> combo, ObservableList<? extends T> items, ObjectProperty<T> value) {
        ListChoice<T> choice = new ListChoice<>(combo, value);
        items.addListener((ListChangeListener<T>) change -> choice.update(items));
        value.addListener((property, old, now) -> choice.show());
        combo.valueProperty().addListener((property, old, now) -> choice.choose(now));
        choice.update(items);
    }

    private void update(ObservableList<? extends T> items) {
        updating = true;
        combo.getItems().setAll(items);
        updating = false;
        show();
    }

    private void show() {
        updating = true;
        combo.setValue(value.get());
        updating = false;
    }

    private void choose(T chosen) {
        if (!updating && chosen != null && !Objects.equals(chosen, value.get())) {
            value.set(chosen);
        }
    }
}
