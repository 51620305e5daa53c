package org.maferstudio.degradation;

import java.util.SplittableRandom;
import org.maferstudio.image.RasterImage;

/**
 * Adds Gaussian noise, independent in each value. The noise of a sample is always the same, and at another strength only
 * its scale differs.
 */
final class GaussianNoise {
    private GaussianNoise() {}

    /**
     * Adds noise to an image; values stay between 0 and 255.
     *
     * @param deviation the standard deviation in grey levels, positive
     * @param sample the seed
     */
    static RasterImage apply(RasterImage image, double deviation, String sample) {
        SplittableRandom random = new SplittableRandom(seed(sample));
        byte[] values = new byte[image.values().length];
        for (int i = 0; i < values.length; i++) {
            double noisy = (image.values()[i] & 0xff) + deviation * gaussian(random);
            values[i] = (byte) Math.max(0, Math.min(255, Math.rint(noisy)));
        }
        return new RasterImage(image.width(), image.height(), image.channels(), values);
    }

    /** The 64-bit FNV-1a hash of the name's characters (Fowler, Noll and Vo). */
    private static long seed(String sample) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < sample.length(); i++) {
            hash = (hash ^ sample.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** By Box and Muller's method with {@link StrictMath}: Java's own Gaussians may differ between its versions. */
    private static double gaussian(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
