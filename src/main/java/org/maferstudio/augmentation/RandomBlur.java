package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.image.RasterImage;
import org.maferstudio.recipe.Augmentation;

/** The Gaussian blur of an image before it is downsampled and resized, drawn for each image. */
public final class RandomBlur {
    private RandomBlur() {}

    /** The image, blurred with the probability and up to the strength of an augmentation. */
    public static RasterImage apply(Augmentation augmentation, RasterImage image, RandomGenerator random) {
        if (augmentation.blur() == 0 || random.nextDouble() >= augmentation.blur()) {
            return image;
        }
        double least = Augmentation.LEAST_BLUR;
        double sigma = least + random.nextDouble() * (augmentation.blurSigma() - least);
        return new Degradation(DegradationKind.BLUR, sigma).apply(image, "");
    }
}
