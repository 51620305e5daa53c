package org.maferstudio.ownclasses;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceDetector;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Samples from images that the user chose.
 *
 * @param samples the largest face of each image, each a take of its own
 * @param leftOut number of images without a face
 */
public record ChosenImages(List<FaceSample> samples, int leftOut) {
    /** Images up to this size are faces as a whole, as in datasets of cropped faces, if no smaller face is in them. */
    private static final int WHOLE = 256;

    /** The share of an image's height from which on a face fills it. */
    private static final double FILLS = 0.5;

    public ChosenImages {
        samples = List.copyOf(samples);
    }

    /**
     * Reads images; fewer if a stop was requested.
     *
     * @param firstTake the take of the first image
     * @throws org.maferstudio.job.Problem if one cannot be read
     */
    public static ChosenImages read(List<Path> files, FaceDetector detector, int firstTake, Progress progress) {
        List<FaceSample> samples = new ArrayList<>();
        int leftOut = 0;
        for (int i = 0; i < files.size() && !progress.stopRequested(); i++) {
            RasterImage image = ImageFile.read(files.get(i));
            List<DetectedFace> faces = detector.detect(image);
            boolean small = Math.max(image.width(), image.height()) <= WHOLE;
            boolean fills = faces.isEmpty() || faces.get(0).bounds().height() >= FILLS * image.height();
            if (small && fills) {
                samples.add(FaceSample.whole(image, firstTake + i));
            } else if (faces.isEmpty()) {
                leftOut++;
            } else {
                samples.add(FaceSample.of(image, faces.get(0), firstTake + i, 0));
            }
            progress.report((i + 1.0) / files.size(), Texts.of("ownclasses.images.progress", i + 1, files.size()));
        }
        return new ChosenImages(samples, leftOut);
    }
}
