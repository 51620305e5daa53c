package org.maferstudio.augmentation;

/**
 * Which random transforms a training image goes through; 0 leaves one out.
 *
 * @param flip the probability of a mirror image, 0 to 1
 * @param randomCrop whether the crop of the input contract is at a random place (a training without it takes the centre)
 * @param shift the largest shift, as a share of the side, 0 to 0.5
 * @param rotate the largest rotation, in degrees either way, 0 to 180
 * @param scale the largest change of size, as a share, 0 to 0.9
 * @param cutoutHoles how many square holes
 * @param cutoutSize the side of a hole as a share of the picture's side, 0 to 1
 */
public record Augmentation(
        double flip,
        boolean randomCrop,
        double shift,
        double rotate,
        double scale,
        int cutoutHoles,
        double cutoutSize) {
    /** None at all. */
    public static final Augmentation NONE = new Augmentation(0, false, 0, 0, 0, 0, 0);

    /** Mirror images and random crops: a sound start for faces. */
    public static final Augmentation LIGHT = new Augmentation(0.5, true, 0, 0, 0, 0, 0);

    public Augmentation {
        check("flip", flip, 1);
        check("shift", shift, 0.5);
        check("rotate", rotate, 180);
        check("scale", scale, 0.9);
        check("cutout size", cutoutSize, 1);
        if (cutoutHoles < 0 || cutoutHoles > 100) {
            throw new IllegalArgumentException("0 to 100 cutout holes, got " + cutoutHoles);
        }
    }

    private static void check(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " must lie between 0 and " + most + ", got " + value);
        }
    }
}
