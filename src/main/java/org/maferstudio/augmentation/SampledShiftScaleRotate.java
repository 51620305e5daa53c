package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;
import org.maferstudio.recipe.ShiftScaleRotate;

/**
 * A sampled {@link ShiftScaleRotate}.
 *
 * @param affine maps points of the image
 * @param zoom the scale factor
 */
record SampledShiftScaleRotate(Affine affine, double zoom) {
    static final SampledShiftScaleRotate NONE = new SampledShiftScaleRotate(Affine.IDENTITY, 1);

    /** Draws scale, rotation and shift about the centre of a square image, as far as they are enabled. */
    static SampledShiftScaleRotate draw(ShiftScaleRotate motion, int size, RandomGenerator random) {
        if (!motion.isOn() || !Chance.happens(motion.p(), random)) {
            return NONE;
        }
        double zoom = 1 + Chance.upTo(motion.scale(), random);
        double angle = Math.toRadians(Chance.upTo(motion.rotate(), random));
        double right = Chance.upTo(motion.shift(), random) * size;
        double down = Chance.upTo(motion.shift(), random) * size;
        return new SampledShiftScaleRotate(Affine.about((size - 1) / 2.0, angle, zoom, right, down), zoom);
    }

    boolean isNone() {
        return equals(NONE);
    }
}
