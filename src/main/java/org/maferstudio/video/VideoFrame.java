package org.maferstudio.video;

import java.util.List;
import java.util.Optional;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.image.RasterImage;

/**
 * One frame of a source.
 *
 * @param image the pixels, in RGB or grey
 * @param number counted by the source from 0
 * @param milliseconds since the source's first frame, by the source's own clock
 * @param captured the capture time, by {@link System#nanoTime}
 * @param known the positions of its faces, if the source provides them; empty if they have to be detected
 */
public record VideoFrame(
        RasterImage image, long number, long milliseconds, long captured, Optional<List<FaceBounds>> known) {}
