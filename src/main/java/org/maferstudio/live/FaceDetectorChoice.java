package org.maferstudio.live;

import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.image.RasterImage;

/**
 * The face detector: OpenCV's cascade, which is included, or YuNet if the user has its file.
 *
 * @param model YuNet's file; empty for the cascade
 */
public record FaceDetectorChoice(Optional<Path> model) {
    /** OpenCV's cascade. */
    public static final FaceDetectorChoice CASCADE = new FaceDetectorChoice(Optional.empty());

    private static final int TRIED = 64;

    /** YuNet from this file, which is not opened yet. */
    public static FaceDetectorChoice yuNet(Path file) {
        return new FaceDetectorChoice(Optional.of(file));
    }

    /**
     * Opens the detector and tests it on a black image.
     *
     * @throws org.maferstudio.job.Problem if the file cannot be read or is not such a detector
     */
    public void check() {
        try (FaceDetector finder = open()) {
            finder.find(new RasterImage(TRIED, TRIED, 1, new byte[TRIED * TRIED]), TRIED);
        }
    }

    /** Creates a detector for use by one thread. */
    FaceDetector open() {
        return model.<FaceDetector>map(YuNetDetector::new).orElseGet(CascadeDetector::new);
    }

    /** Its name for display and recordings. */
    @Override
    public String toString() {
        return model.map(file -> "YuNet, " + file.getFileName()).orElse("cascade");
    }
}
