package org.maferstudio.ui.parts;

import java.util.Objects;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/**
 * A square for one thumbnail; empty until its image is there, and used again for other items while a list scrolls.
 *
 * @param <T> what is shown, such as a sample
 */
public final class ThumbnailPlace<T> extends StackPane {
    private final Pictures<T> pictures;
    private final ImageView view = new ImageView();
    private T item;
    private Runnable stopAsking = () -> {};

    /**
     * An empty place.
     *
     * @param side of the square, in px at letters of the usual size
     */
    public ThumbnailPlace(Pictures<T> pictures, double side) {
        this.pictures = pictures;
        setMinSize(side, side);
        setMaxSize(side, side);
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        getChildren().add(view);
    }

    /** Asks for the image of an item and shows it when it is there. */
    public void show(T newItem) {
        if (!Objects.equals(item, newItem)) {
            clear();
            item = newItem;
            stopAsking = pictures.request(newItem, view::setImage);
        }
    }

    /** Shows nothing and awaits nothing. */
    public void clear() {
        stopAsking.run();
        stopAsking = () -> {};
        item = null;
        view.setImage(null);
    }

    /** What is shown or awaited; null for nothing. */
    T item() {
        return item;
    }
}
