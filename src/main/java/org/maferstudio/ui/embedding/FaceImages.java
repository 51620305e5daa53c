package org.maferstudio.ui.embedding;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Where faces instead of dots come from. */
@FunctionalInterface
interface FaceImages {
    /**
     * Asks for the face of a sample; the receiver hears it at once or later, or never where it is not at hand.
     *
     * @return stops asking
     */
    Runnable request(String sample, Consumer<Optional<Image>> receiver);
}
