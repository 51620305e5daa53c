package org.maferstudio.ui.controls;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * A square for one thumbnail; empty until its image is there, with a sign where it cannot be read, and used again for other items while a list scrolls.
 *
 * @param <T> what is shown, such as a sample
 */
public final class ThumbnailView<T> extends StackPane {
    private final ThumbnailSource<T> pictures;
    private final ImageView view = new ImageView();
    private final BooleanProperty unreadable = new SimpleBooleanProperty(this, "unreadable");
    private T item;
    private Runnable stopAsking = () -> {};

    /**
     * An empty place.
     *
     * @param side of the square, in px at the default font size
     */
    public ThumbnailView(ThumbnailSource<T> pictures, double side) {
        this.pictures = pictures;
        setMinSize(side, side);
        setMaxSize(side, side);
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        Icon sign = new Icon(Feather.ALERT_TRIANGLE);
        sign.getStyleClass().add("unreadable");
        sign.visibleProperty().bind(unreadable);
        getChildren().addAll(view, sign);
    }

    /** Asks for the image of an item and shows it when it is there. */
    public void show(T newItem) {
        if (!Objects.equals(item, newItem)) {
            clear();
            item = newItem;
            stopAsking = pictures.request(newItem, this::receive);
        }
    }

    private void receive(Optional<Image> image) {
        view.setImage(image.orElse(null));
        unreadable.set(image.isEmpty());
    }

    /** Whether the image of the item cannot be read. */
    ReadOnlyBooleanProperty unreadableProperty() {
        return unreadable;
    }

    /** Shows nothing and awaits nothing. */
    public void clear() {
        stopAsking.run();
        stopAsking = () -> {};
        item = null;
        view.setImage(null);
        unreadable.set(false);
    }

    /** The shown or requested item; null for none. */
    T item() {
        return item;
    }
}
