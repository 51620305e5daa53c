package org.maferstudio.live;

import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.image.Picture;

/**
 * What finds the faces: OpenCV's cascade, which comes along, or YuNet if the user has its file.
 *
 * @param model YuNet's file; empty for the cascade
 */
public record FaceDetector(Optional<Path> model) {
    /** OpenCV's cascade. */
    public static final FaceDetector CASCADE = new FaceDetector(Optional.empty());

    private static final int TRIED = 64;

    /** YuNet from this file, which is not opened yet. */
    public static FaceDetector yuNet(Path file) {
        return new FaceDetector(Optional.of(file));
    }

    /**
     * Opens it and looks at a black picture.
     *
     * @throws org.maferstudio.job.Problem if the file cannot be read or is no such detector
     */
    public void check() {
        try (FaceFinder finder = open()) {
            finder.find(new Picture(TRIED, TRIED, 1, new byte[TRIED * TRIED]), TRIED);
        }
    }

    /** For one thread. */
    FaceFinder open() {
        return model.<FaceFinder>map(YuNetFinder::new).orElseGet(CascadeFinder::new);
    }

    /** Its name, for people and recordings. */
    @Override
    public String toString() {
        return model.map(file -> "YuNet, " + file.getFileName()).orElse("cascade");
    }
}
