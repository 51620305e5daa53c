package org.maferstudio.ui.controls;

import atlantafx.base.theme.Styles;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.maferstudio.texts.Texts;

/** One place of a {@link ThumbnailGrid}; it is used again for other items while the gallery scrolls. */
final class ThumbnailTile<T> extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ThumbnailView<T> place;
    private final Label words = new Label();
    private final Tooltip tooltip = new Tooltip();
    private String text = "";

    ThumbnailTile(ThumbnailSource<T> pictures, double side, BiConsumer<T, MouseEvent> pressed) {
        this.place = new ThumbnailView<>(pictures, side);
        getStyleClass().add("thumbnail");
        setAlignment(Pos.CENTER);
        words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        words.setMaxWidth(side);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        getChildren().addAll(place, words);
        place.unreadableProperty().addListener((property, old, now) -> describe());
        setOnMousePressed(event -> {
            if (place.item() != null) {
                pressed.accept(place.item(), event);
            }
        });
    }

    void show(T newItem, Function<? super T, String> caption, Function<? super T, String> detail) {
        words.setText(caption.apply(newItem));
        text = detail.apply(newItem);
        describe();
        setVisible(true);
        place.show(newItem);
    }

    private void describe() {
        String said = place.unreadableProperty().get()
                ? Texts.of("common.thumbnail.unreadable", text).strip()
                : text;
        setAccessibleText(said);
        tooltip.setText(said);
        Tooltip.uninstall(this, tooltip);
        if (!said.isEmpty()) {
            Tooltip.install(this, tooltip);
        }
    }

    void clear() {
        place.clear();
        setVisible(false);
    }

    /** The content; null for none. */
    T item() {
        return place.item();
    }

    void mark(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
