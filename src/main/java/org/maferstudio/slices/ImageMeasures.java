package org.maferstudio.slices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.maferstudio.datasets.Sample;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceSearch;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/**
 * Columns that are measured on the images: mean and standard deviation of the grey values, sharpness, the shorter side,
 * and of the largest detected face its side and tilt.
 */
public final class ImageMeasures {
    /** The mean grey value, 0 to 255. */
    public static final String BRIGHTNESS = "brightness";
    /** The standard deviation of the grey values, 0 to 127.5. */
    public static final String CONTRAST = "contrast";
    /**
     * The variance of the Laplacian of the grey values; small in blurred images.
     *
     * <p>J. Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy: a comparative study", ICPR 2000.
     */
    public static final String SHARPNESS = "sharpness";
    /** The shorter side of the image, in pixels. */
    public static final String SIDE = "shorter side";
    /** The side of the largest detected face, in pixels. */
    public static final String FACE_SIDE = "face side";
    /** How far the line between its eyes is from level, in degrees, 0 to 180. */
    public static final String TILT = "tilt";

    private ImageMeasures() {}

    /**
     * Measures images on all cores; unreadable ones have no cells.
     *
     * @return the columns of the images that were measured before a stop was requested
     */
    public static SampleColumns of(List<Sample> samples, Progress progress) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (String name : List.of(BRIGHTNESS, CONTRAST, SHARPNESS, SIDE, FACE_SIDE, TILT)) {
            columns.put(name, new ConcurrentHashMap<>());
        }
        try (FaceSearch search = new FaceSearch()) {
            FaceSearch.eachImage(samples.size(), progress, i -> {
                Sample sample = samples.get(i);
                RasterImage image;
                try {
                    image = sample.pixels().read();
                } catch (Problem unreadable) {
                    return;
                }
                RasterImage grey = image.toGrey();
                double[] moments = moments(grey);
                put(columns, BRIGHTNESS, sample, moments[0]);
                put(columns, CONTRAST, sample, moments[1]);
                put(columns, SHARPNESS, sample, sharpness(grey));
                put(columns, SIDE, sample, image.shorterSide());
                search.faces(image).stream().findFirst().ifPresent(face -> {
                    put(columns, FACE_SIDE, sample, side(face));
                    face.points().ifPresent(points -> put(columns, TILT, sample, Math.abs(points.tilt())));
                });
            });
        }
        return SampleColumns.of(columns);
    }

    private static double side(DetectedFace face) {
        return Math.max(face.bounds().width(), face.bounds().height());
    }

    private static void put(Map<String, Map<String, String>> columns, String name, Sample sample, double value) {
        if (Double.isFinite(value)) {
            columns.get(name).put(sample.id(), String.format(Locale.ROOT, "%.2f", value));
        }
    }

    /** Mean and standard deviation. */
    private static double[] moments(RasterImage grey) {
        double sum = 0;
        double squares = 0;
        for (byte each : grey.values()) {
            int value = each & 0xff;
            sum += value;
            squares += value * value;
        }
        double n = grey.values().length;
        double mean = sum / n;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / n - mean * mean))};
    }

    /** The variance of the four-neighbour Laplacian inside the image; NaN for images without an inside. */
    static double sharpness(RasterImage grey) {
        double sum = 0;
        double squares = 0;
        long n = 0;
        for (int y = 1; y < grey.height() - 1; y++) {
            for (int x = 1; x < grey.width() - 1; x++) {
                double value = grey.value(x - 1, y, 0)
                        + grey.value(x + 1, y, 0)
                        + grey.value(x, y - 1, 0)
                        + grey.value(x, y + 1, 0)
                        - 4.0 * grey.value(x, y, 0);
                sum += value;
                squares += value * value;
                n++;
            }
        }
        double mean = sum / n;
        return squares / n - mean * mean;
    }
}
