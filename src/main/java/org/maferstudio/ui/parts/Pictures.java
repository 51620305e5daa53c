package org.maferstudio.ui.parts;

import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Where a gallery gets its small images from; {@link Thumbnails} makes them.
 *
 * @param <T> what is shown, such as a sample
 */
@FunctionalInterface
public interface Pictures<T> {
    /**
     * Asks for an item's image; the receiver hears it at once or later, on the screen's thread, or never where there is
     * none.
     *
     * @return stops asking, for example because the place shows another item now
     */
    Runnable request(T item, Consumer<Image> receiver);
}
