package org.maferstudio.ui.parts;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One place of a {@link Gallery}; it is used again for other items while the gallery scrolls. */
final class ThumbnailTile<T> extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Thumbnails<T> thumbnails;
    private final ObjectProperty<T> selected;
    private final ImageView view = new ImageView();
    private final Label words = new Label();
    private final Tooltip tooltip = new Tooltip();
    private T item;
    private Runnable stopAsking = () -> {};

    ThumbnailTile(Thumbnails<T> thumbnails, ObjectProperty<T> selected, double side) {
        this.thumbnails = thumbnails;
        this.selected = selected;
        getStyleClass().add("thumbnail");
        setAlignment(Pos.CENTER);
        StackPane place = new StackPane(view);
        place.setMinSize(side, side);
        place.setMaxSize(side, side);
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        words.setMaxWidth(side);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        getChildren().addAll(place, words);
        setOnMousePressed(event -> {
            if (item != null) {
                selected.set(item);
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
        if (!Objects.equals(item, newItem)) {
            stopAsking.run();
            view.setImage(null);
            item = newItem;
            stopAsking = thumbnails.request(newItem, view::setImage);
        }
        mark();
    }

    void clear() {
        stopAsking.run();
        stopAsking = () -> {};
        item = null;
        view.setImage(null);
        setVisible(false);
    }

    private void mark() {
        pseudoClassStateChanged(SELECTED, item != null && item.equals(selected.get()));
    }
}
