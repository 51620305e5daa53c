package org.maferstudio.ui.embedding;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Where faces instead of dots come from. */
@FunctionalInterface
interface FaceImages {
    /**
     * Requests the face of a sample. The receiver is called immediately or later, or never if it is not available.
     *
     * @return cancels the request
     */
    Runnable request(String sample, Consumer<Optional<Image>> receiver);
}
