package org.maferstudio.degradation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * The kinds of degradation. All change the image as it is stored, before it is resized for a network, so that networks
 * of different input sizes get the same images.
 */
public enum DegradationKind {
    /** Gaussian blur; the strength is its standard deviation in pixels of the image. */
    BLUR(Texts.of("degradation.blur.title"), "0.5,1,1.5,2,3,4", 0.1, 20) {
        @Override
        RasterImage apply(RasterImage image, double strength, String sample) {
            return GaussianBlur.apply(image, strength);
        }
    },
    /** Gaussian noise; the strength is its standard deviation in grey levels. */
    NOISE(Texts.of("degradation.noise.title"), "5,10,20,30,40,60", 1, 128) {
        @Override
        RasterImage apply(RasterImage image, double strength, String sample) {
            return GaussianNoise.apply(image, strength, sample);
        }
    },
    /** Low contrast; the strength is the factor by which differences from the mean grey shrink. */
    CONTRAST(Texts.of("degradation.contrast.title"), "0.8,0.6,0.4,0.2,0.1,0.05", 0.01, 0.99) {
        @Override
        RasterImage apply(RasterImage image, double strength, String sample) {
            return LowContrast.apply(image, strength);
        }
    },
    /** JPEG; the strength is libjpeg's quality. */
    JPEG(Texts.of("degradation.jpeg.title"), "75,50,30,20,10,5", 1, 100) {
        @Override
        RasterImage apply(RasterImage image, double strength, String sample) {
            return JpegCompression.apply(image, (int) strength);
        }
    },
    /** Downscaled with the bilinear kernel, with which networks are trained. */
    BILINEAR(Texts.of("degradation.bilinear.title"), Kernel.BILINEAR),
    /** Downscaled with the box kernel: the mean of the covered pixels. */
    BOX(Texts.of("degradation.box.title"), Kernel.BOX),
    /** Downscaled with the bicubic kernel. */
    BICUBIC(Texts.of("degradation.bicubic.title"), Kernel.BICUBIC),
    /** Downscaled with Lanczos' kernel. */
    LANCZOS(Texts.of("degradation.lanczos.title"), Kernel.LANCZOS),
    /** Downscaled to the nearest pixels, without smoothing. */
    NEAREST(Texts.of("degradation.nearest.title"), Kernel.NEAREST);

    private final String title;
    private final String usual;
    private final double least;
    private final double most;
    /** Of downscaling; null for others. */
    private final Kernel kernel;

    DegradationKind(String title, String usual, double least, double most) {
        this.title = title;
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.kernel = null;
    }

    DegradationKind(String title, Kernel kernel) {
        this.title = title;
        this.usual = "32,24,16,12,8";
        this.least = Resolution.LEAST;
        this.most = Resolution.MOST;
        this.kernel = kernel;
    }

    /**
     * The kind with a name, see {@link #id}.
     *
     * @throws Problem if there is none
     */
    public static DegradationKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of("degradation.error.kind", id.strip(), ids())));
    }

    private static String ids() {
        return Arrays.stream(values()).map(DegradationKind::id).collect(Collectors.joining(", "));
    }

    /** The name in files and on the command line, such as {@code blur}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, with the unit of its strength, such as {@code Blur (σ in px)}. */
    public String title() {
        return title;
    }

    /** Strengths for a sweep, from mild to harsh, separated by commas. */
    public String usualStrengths() {
        return usual;
    }

    /** The degradations of {@link #usualStrengths}. */
    public List<Degradation> usual() {
        return Degradation.parseStrengths(this, usual);
    }

    /** Whether a larger strength leaves less of the image. */
    public boolean isHarsherAbove() {
        return this == BLUR || this == NOISE;
    }

    /** Whether strengths are whole numbers. */
    boolean isWhole() {
        return this == JPEG || kernel != null;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** An image degraded so strongly; {@code sample} is the seed of what is random. */
    RasterImage apply(RasterImage image, double strength, String sample) {
        return Downsampling.reduce(image, (int) strength, kernel);
    }
}
