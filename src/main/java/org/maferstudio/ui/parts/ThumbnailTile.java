package org.maferstudio.ui.parts;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** One place of a {@link Gallery}; it is used again for other items while the gallery scrolls. */
final class ThumbnailTile<T> extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ObjectProperty<T> selected;
    private final ThumbnailPlace<T> place;
    private final Label words = new Label();
    private final Tooltip tooltip = new Tooltip();

    ThumbnailTile(Thumbnails<T> thumbnails, ObjectProperty<T> selected, double side) {
        this.selected = selected;
        this.place = new ThumbnailPlace<>(thumbnails, side);
        getStyleClass().add("thumbnail");
        setAlignment(Pos.CENTER);
        words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        words.setMaxWidth(side);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        getChildren().addAll(place, words);
        setOnMousePressed(event -> {
            if (place.item() != null) {
                selected.set(place.item());
            }
        });
        selected.addListener((property, old, now) -> mark());
    }

    void show(T newItem, Function<? super T, String> caption) {
        String text = caption.apply(newItem);
        words.setText(text);
        setAccessibleText(text);
        tooltip.setText(text);
        Tooltip.uninstall(this, tooltip);
        if (!text.isEmpty()) {
            Tooltip.install(this, tooltip);
        }
        setVisible(true);
        place.show(newItem);
        mark();
    }

    void clear() {
        place.clear();
        setVisible(false);
    }

    private void mark() {
        pseudoClassStateChanged(SELECTED, place.item() != null && place.item().equals(selected.get()));
    }
}
