package org.maferstudio.augmentation;

/**
 * Scales, turns and shifts a picture about its centre.
 *
 * @param p how probable, 0 to 1
 * @param shift the largest shift along each axis, as a share of the side, 0 to 0.5
 * @param rotate the largest rotation, in degrees either way, 0 to 180
 * @param scale the largest change of size, as a share either way, 0 to 0.9
 */
public record Motion(double p, double shift, double rotate, double scale) {
    /** Never. */
    public static final Motion NONE = new Motion(1, 0, 0, 0);

    public Motion {
        Checks.probability("motion", p);
        Checks.between("shift", shift, 0, 0.5);
        Checks.between("rotate", rotate, 0, 180);
        Checks.between("scale", scale, 0, 0.9);
    }

    /** Whether it ever changes a picture. */
    public boolean isOn() {
        return p > 0 && (shift > 0 || rotate > 0 || scale > 0);
    }
}
