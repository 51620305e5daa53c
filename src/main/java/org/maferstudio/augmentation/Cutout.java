package org.maferstudio.augmentation;

import org.maferstudio.texts.Texts;

/**
 * Cuts square holes into a picture, each wholly inside (DeVries and Taylor 2017).
 *
 * @param p how probable, 0 to 1
 * @param holes how many, 0 to 100
 * @param size the side of a hole: up to 1 a share of the picture's side, above it pixels of the network's input, at
 *     most 512
 * @param fill what is seen in a hole
 */
public record Cutout(double p, int holes, double size, Fill fill) {
    /** What is seen in a hole. */
    public enum Fill {
        /** The mean colour of the picture, which tells the network least. */
        MEAN,
        /** Black, as the authors have it. */
        BLACK
    }

    /** Never. */
    public static final Cutout NONE = new Cutout(1, 0, 0.25, Fill.MEAN);

    public Cutout {
        AugmentationRanges.probability("cutout.p", p);
        AugmentationRanges.between("cutout.holes", holes, 0, 100);
        AugmentationRanges.between("cutout.size", size, 0, 512);
        if (fill == null) {
            throw new IllegalArgumentException(Texts.of("augmentation.error.missing", "cutout.fill"));
        }
    }

    /** Whether it ever changes a picture. */
    public boolean isOn() {
        return p > 0 && holes > 0 && size > 0;
    }

    /** The side of a hole in pixels, in a picture with this side. */
    int pixels(int side) {
        return (int) Math.min(side, Math.round(size <= 1 ? size * side : size));
    }
}
