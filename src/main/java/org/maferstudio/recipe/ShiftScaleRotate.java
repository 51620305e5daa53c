package org.maferstudio.recipe;

/**
 * Scales, rotates and shifts an image about its centre.
 *
 * @param p probability, 0 to 1
 * @param shift the largest shift along each axis, as a share of the side, 0 to 0.5
 * @param rotate the largest rotation, in degrees either way, 0 to 180
 * @param scale the largest change of size, as a share either way, 0 to 0.9
 */
public record ShiftScaleRotate(double p, double shift, double rotate, double scale) {
    /** Disabled. */
    public static final ShiftScaleRotate NONE = new ShiftScaleRotate(1, 0, 0, 0);

    public ShiftScaleRotate {
        RecipeFields.check("augmentation.motion.p", p);
        RecipeFields.check("augmentation.motion.shift", shift);
        RecipeFields.check("augmentation.motion.rotate", rotate);
        RecipeFields.check("augmentation.motion.scale", scale);
    }

    /** Whether it can change an image. */
    public boolean isOn() {
        return p > 0 && (shift > 0 || rotate > 0 || scale > 0);
    }
}
