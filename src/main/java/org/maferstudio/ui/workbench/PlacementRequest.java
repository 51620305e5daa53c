package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import org.maferstudio.image.RasterImage;

/**
 * A face that some pane wants the Embedding pane to place into the shown embeddings. Its true class is unknown.
 *
 * @param faces the same face for each of the networks that classified it, at least one
 */
public record PlacementRequest(List<Face> faces) {
    /**
     * The face as a network's dataset would show it.
     *
     * @param experiment the folder of the network's experiment
     * @param network its name for display
     * @param image cropped and coloured as its training images
     */
    public record Face(Path experiment, String network, RasterImage image) {}

    public PlacementRequest {
        faces = List.copyOf(faces);
        if (faces.isEmpty()) {
            throw new IllegalArgumentException("a face is placed for at least one network");
        }
    }
}
