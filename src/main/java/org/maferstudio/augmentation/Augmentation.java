package org.maferstudio.augmentation;

import org.maferstudio.image.GreyWeights;
import org.maferstudio.texts.Texts;

/**
 * Which random transforms a training image goes through; 0 leaves one out.
 *
 * @param randomCrop whether the crop of the input contract is at a random place (a training without it takes the centre)
 * @param cropFirst the side of a random square that is cropped before the picture is resized, straight to the network's
 *     input then: up to 1 a share of the picture's shorter side, above it its pixels, at most 1024; 0 for none
 * @param grey the probability of turning a colour picture grey, 0 to 1
 * @param greyWeights how the channels count in that grey
 * @param elasticity bends
 * @param motion scales, turns and shifts
 * @param border what is seen beyond the border after bending and moving
 * @param cutout cuts holes
 * @param flip the probability of a mirror image, 0 to 1
 */
public record Augmentation(
        boolean randomCrop,
        double cropFirst,
        double grey,
        GreyWeights greyWeights,
        ElasticTransform elasticity,
        ShiftScaleRotate motion,
        Border border,
        Cutout cutout,
        double flip) {
    /** None at all. */
    public static final Augmentation NONE = new Augmentation(
            false, 0, 0, GreyWeights.RGB, ElasticTransform.NONE, ShiftScaleRotate.NONE, Border.REPEAT, Cutout.NONE, 0);

    /** Mirror images and random crops: a sound start for faces. */
    public static final Augmentation LIGHT = NONE.cropped(0).flipped(0.5);

    public Augmentation {
        AugmentationRanges.between("cropFirst", cropFirst, 0, 1024);
        AugmentationRanges.probability("grey", grey);
        AugmentationRanges.probability("flip", flip);
        greyWeights = greyWeights == null ? GreyWeights.RGB : greyWeights;
        require("elasticity", elasticity);
        require("motion", motion);
        require("border", border);
        require("cutout", cutout);
    }

    private static void require(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(Texts.of("augmentation.error.missing", field));
        }
    }

    /** This, with random crops: before resizing if a side is named, see {@code cropFirst}, and after it for 0. */
    public Augmentation cropped(double first) {
        return new Augmentation(true, first, grey, greyWeights, elasticity, motion, border, cutout, flip);
    }

    /** This, turning so many colour pictures grey. */
    public Augmentation greyed(double p) {
        return new Augmentation(randomCrop, cropFirst, p, greyWeights, elasticity, motion, border, cutout, flip);
    }

    /** This, with other weights of the channels in that grey. */
    public Augmentation with(GreyWeights other) {
        return new Augmentation(randomCrop, cropFirst, grey, other, elasticity, motion, border, cutout, flip);
    }

    /** This, with mirror images. */
    public Augmentation flipped(double p) {
        return new Augmentation(randomCrop, cropFirst, grey, greyWeights, elasticity, motion, border, cutout, p);
    }

    /** This with another elasticity. */
    public Augmentation with(ElasticTransform other) {
        return new Augmentation(randomCrop, cropFirst, grey, greyWeights, other, motion, border, cutout, flip);
    }

    /** This with another motion. */
    public Augmentation with(ShiftScaleRotate other) {
        return new Augmentation(randomCrop, cropFirst, grey, greyWeights, elasticity, other, border, cutout, flip);
    }

    /** This with another border. */
    public Augmentation with(Border other) {
        return new Augmentation(randomCrop, cropFirst, grey, greyWeights, elasticity, motion, other, cutout, flip);
    }

    /** This with other holes. */
    public Augmentation with(Cutout other) {
        return new Augmentation(randomCrop, cropFirst, grey, greyWeights, elasticity, motion, border, other, flip);
    }
}
