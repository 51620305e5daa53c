package org.maferstudio.recipe;

import java.util.function.Consumer;
import org.maferstudio.image.GreyWeights;

/**
 * The random transforms of training images; 0 disables a transform.
 *
 * @param randomCrop whether the crop of the input contract is at a random position (otherwise at the centre)
 * @param cropFirst the side of a random square that is cropped before resizing, directly to the network's input: up to
 *     1 a share of the image's shorter side, above 1 pixels, at most 1024; 0 for none
 * @param grey the probability of converting a colour image to grey, 0 to 1
 * @param greyWeights the channel weights of that conversion
 * @param elasticity elastic deformation
 * @param motion scaling, rotation and shift
 * @param border the values beyond the border after geometric transforms
 * @param cutout square holes
 * @param flip the probability of a horizontal flip, 0 to 1
 * @param blur the probability of a Gaussian blur of the image, before it is resized for the network, 0 to 1
 * @param blurSigma the largest standard deviation of that blur in pixels of the image; one from 0.1 is drawn
 * @param mixup the parameter alpha of mixup (Zhang et al. 2018, arXiv 1710.09412), at least 0: images and labels of a
 *     batch are blended in pairs, in a proportion drawn from Beta(alpha, alpha); 0 disables it
 * @param cutmix the parameter alpha of CutMix (Yun et al. 2019, arXiv 1905.04899), at least 0: a rectangle of an image,
 *     whose share of the area is drawn in the same way, shows another; with mixup, each batch gets one of both
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
        double flip,
        double blur,
        double blurSigma,
        double mixup,
        double cutmix) {
    /** The smallest standard deviation of a blur, in pixels. */
    public static final double LEAST_BLUR = 0.1;

    private static final double USUAL_BLUR = 2;

    /** No transforms. */
    public static final Augmentation NONE = new Augmentation(
            false, 0, 0, GreyWeights.RGB, ElasticTransform.NONE, ShiftScaleRotate.NONE, Border.REPEAT, Cutout.NONE, 0);

    /** Flips and random crops, a good default for faces. */
    public static final Augmentation LIGHT = NONE.cropped(0).flipped(0.5);

    /** Transforms of single images alone. */
    public Augmentation(
            boolean randomCrop,
            double cropFirst,
            double grey,
            GreyWeights greyWeights,
            ElasticTransform elasticity,
            ShiftScaleRotate motion,
            Border border,
            Cutout cutout,
            double flip) {
        this(randomCrop, cropFirst, grey, greyWeights, elasticity, motion, border, cutout, flip, 0, USUAL_BLUR, 0, 0);
    }

    public Augmentation {
        RecipeFields.check("augmentation.blur", blur);
        RecipeFields.check("augmentation.blurSigma", blurSigma);
        RecipeFields.check("augmentation.mixup", mixup);
        RecipeFields.check("augmentation.cutmix", cutmix);
        RecipeFields.check("augmentation.cropFirst", cropFirst);
        RecipeFields.check("augmentation.grey", grey);
        RecipeFields.check("augmentation.flip", flip);
        greyWeights = greyWeights == null ? GreyWeights.RGB : greyWeights;
        RecipeFields.require("augmentation.elasticity", elasticity);
        RecipeFields.require("augmentation.motion", motion);
        RecipeFields.check("augmentation.border", border);
        RecipeFields.require("augmentation.cutout", cutout);
    }

    /**
     * Returns a copy with random crops: before resizing if a side is given, see {@code cropFirst}, otherwise after it.
     */
    public Augmentation cropped(double first) {
        return with(parts -> {
            parts.randomCrop = true;
            parts.cropFirst = first;
        });
    }

    /** Returns a copy with another probability of grey. */
    public Augmentation greyed(double p) {
        return with(parts -> parts.grey = p);
    }

    /** Returns a copy with other channel weights for grey. */
    public Augmentation with(GreyWeights other) {
        return with(parts -> parts.greyWeights = other);
    }

    /** Returns a copy with another probability of flips. */
    public Augmentation flipped(double p) {
        return with(parts -> parts.flip = p);
    }

    /** Returns a copy with another elastic deformation. */
    public Augmentation with(ElasticTransform other) {
        return with(parts -> parts.elasticity = other);
    }

    /** Returns a copy with another scaling, rotation and shift. */
    public Augmentation with(ShiftScaleRotate other) {
        return with(parts -> parts.motion = other);
    }

    /** Returns a copy with another border. */
    public Augmentation with(Border other) {
        return with(parts -> parts.border = other);
    }

    /** Returns a copy with another cutout. */
    public Augmentation with(Cutout other) {
        return with(parts -> parts.cutout = other);
    }

    /** Returns a copy with another blur; the same with probability 0 if its strength does not matter. */
    public Augmentation blurred(double p, double sigma) {
        return with(parts -> {
            parts.blur = p;
            parts.blurSigma = p == 0 ? NONE.blurSigma : sigma;
        });
    }

    /** Returns a copy with other mixing of images, see {@code mixup} and {@code cutmix}. */
    public Augmentation mixed(double byMixup, double byCutmix) {
        return with(parts -> {
            parts.mixup = byMixup;
            parts.cutmix = byCutmix;
        });
    }

    private Augmentation with(Consumer<Parts> replace) {
        Parts parts = new Parts(this);
        replace.accept(parts);
        return new Augmentation(
                parts.randomCrop,
                parts.cropFirst,
                parts.grey,
                parts.greyWeights,
                parts.elasticity,
                parts.motion,
                parts.border,
                parts.cutout,
                parts.flip,
                parts.blur,
                parts.blurSigma,
                parts.mixup,
                parts.cutmix);
    }

    /** The parts of an augmentation that its copies may replace. */
    private static final class Parts {
        private boolean randomCrop;
        private double cropFirst;
        private double grey;
        private GreyWeights greyWeights;
        private ElasticTransform elasticity;
        private ShiftScaleRotate motion;
        private Border border;
        private Cutout cutout;
        private double flip;
        private double blur;
        private double blurSigma;
        private double mixup;
        private double cutmix;

        Parts(Augmentation augmentation) {
            randomCrop = augmentation.randomCrop;
            cropFirst = augmentation.cropFirst;
            grey = augmentation.grey;
            greyWeights = augmentation.greyWeights;
            elasticity = augmentation.elasticity;
            motion = augmentation.motion;
            border = augmentation.border;
            cutout = augmentation.cutout;
            flip = augmentation.flip;
            blur = augmentation.blur;
            blurSigma = augmentation.blurSigma;
            mixup = augmentation.mixup;
            cutmix = augmentation.cutmix;
        }
    }

    /** Whether images of a batch are mixed. */
    public boolean mixes() {
        return mixup > 0 || cutmix > 0;
    }
}
