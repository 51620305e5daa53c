package org.maferstudio.faces;

import java.util.List;
import org.maferstudio.image.RasterImage;

/** Detects the faces of an image; for one thread at a time. */
public interface FaceDetector extends AutoCloseable {
    /**
     * Detects faces, the largest first.
     *
     * @param image grey or RGB
     */
    List<DetectedFace> detect(RasterImage image);

    @Override
    void close();
}
