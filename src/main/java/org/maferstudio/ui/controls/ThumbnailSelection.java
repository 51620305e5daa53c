package org.maferstudio.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * What is selected in a gallery: one item, or several if that is allowed, as in any list of files: Shift extends,
 * Ctrl adds and removes, Ctrl+A selects all.
 */
final class ThumbnailSelection<T> {
    private final ObservableList<T> items;
    private final ObjectProperty<T> lead = new SimpleObjectProperty<>(this, "selected");
    private final ObservableList<T> all = FXCollections.observableArrayList();
    private boolean several;
    private T anchor;

    ThumbnailSelection(ObservableList<T> items) {
        this.items = items;
        lead.addListener((property, old, now) -> {
            if (now == null) {
                all.clear();
            } else if (!all.contains(now)) {
                one(now);
            }
        });
        items.addListener((ListChangeListener<T>) change -> {
            all.removeIf(item -> !items.contains(item));
            if (!items.contains(lead.get())) {
                lead.set(all.isEmpty() ? null : all.get(all.size() - 1));
            }
        });
    }

    /** The item that was selected last; null for none. */
    ObjectProperty<T> leadProperty() {
        return lead;
    }

    /** All that are selected, the lead among them. */
    ObservableList<T> all() {
        return all;
    }

    void allowSeveral() {
        several = true;
    }

    void press(T item, MouseEvent event) {
        if (several && event.isShiftDown()) {
            extendTo(item);
        } else if (several && event.isShortcutDown()) {
            toggle(item);
        } else {
            one(item);
        }
    }

    /** The selection moves to an item by a key, or is extended to it. */
    void move(T item, KeyEvent event) {
        if (several && event.isShiftDown()) {
            extendTo(item);
        } else {
            one(item);
        }
    }

    void selectAll() {
        if (several && !items.isEmpty()) {
            all.setAll(items);
            lead.set(lead.get() == null ? items.get(0) : lead.get());
        }
    }

    private void one(T item) {
        anchor = item;
        all.setAll(List.of(item));
        lead.set(item);
    }

    private void toggle(T item) {
        anchor = item;
        if (all.contains(item)) {
            all.remove(item);
            lead.set(all.isEmpty() ? null : all.get(all.size() - 1));
        } else {
            all.add(item);
            lead.set(item);
        }
    }

    private void extendTo(T item) {
        int from = Math.max(0, items.indexOf(anchor));
        int to = items.indexOf(item);
        all.setAll(new ArrayList<>(items.subList(Math.min(from, to), Math.max(from, to) + 1)));
        lead.set(item);
    }
}
