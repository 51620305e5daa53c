package org.maferstudio.recipe;

/**
 * Cuts square holes into an image, each completely inside (DeVries and Taylor 2017).
 *
 * @param p probability, 0 to 1
 * @param holes number of holes, 0 to 100
 * @param size the side of a hole: up to 1 a share of the image's side, above 1 pixels of the network's input, at most
 *     512
 * @param fill the content of a hole
 */
public record Cutout(double p, int holes, double size, Fill fill) {
    /** The content of a hole. */
    public enum Fill {
        /** The mean colour of the image, which carries the least information. */
        MEAN,
        /** Black, as in the authors' code. */
        BLACK
    }

    /** Disabled. */
    public static final Cutout NONE = new Cutout(1, 0, 0.25, Fill.MEAN);

    public Cutout {
        RecipeFields.check("augmentation.cutout.p", p);
        RecipeFields.check("augmentation.cutout.holes", holes);
        RecipeFields.check("augmentation.cutout.size", size);
        RecipeFields.check("augmentation.cutout.fill", fill);
    }

    /** Whether it can change an image. */
    public boolean isOn() {
        return p > 0 && holes > 0 && size > 0;
    }

    /** The side of a hole in pixels, in an image with this side. */
    public int pixels(int side) {
        return (int) Math.min(side, Math.round(size <= 1 ? size * side : size));
    }
}
