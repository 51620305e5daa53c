package org.maferstudio.ui.controls;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Where a gallery gets its small images from; {@link Thumbnails} makes them.
 *
 * @param <T> what is shown, such as a sample
 */
@FunctionalInterface
public interface ThumbnailSource<T> {
    /**
     * Asks for an item's image. The receiver gets it at once or later, on the screen's thread: empty if it cannot be
     * read, and never where nothing is known of it.
     *
     * @return stops asking, for example because the place shows another item now
     */
    Runnable request(T item, Consumer<Optional<Image>> receiver);
}
