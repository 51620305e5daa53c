package org.maferstudio.live;

import java.util.List;
import org.maferstudio.image.RasterImage;

/** Detects the faces of an image; for one thread at a time. */
interface FaceDetector extends AutoCloseable {
    /**
     * Detects faces, the largest first.
     *
     * @param side to which the image's longer side is reduced, in pixels: smaller is faster and misses small faces
     */
    List<FaceBounds> find(RasterImage image, int side);

    @Override
    void close();
}
