package org.maferstudio.training.data;

import java.util.random.RandomGenerator;
import org.maferstudio.recipe.Augmentation;

/**
 * Mixup (Zhang et al. 2018, arXiv 1710.09412) and CutMix (Yun et al. 2019, arXiv 1905.04899) of a batch: each image and
 * its label is mixed with the one before it in the batch, the first with the last, as in torchvision's references.
 *
 * @param share of the image itself, 0 to 1; the rest is the other's
 * @param box the part of the image that shows the other; null to blend the whole images
 */
record BatchMixing(double share, Box box) {
    /** A rectangle in pixels, right and bottom not included. */
    record Box(int left, int top, int right, int bottom) {}

    /** The side and channels of a packed image. */
    record Shape(int side, int channels) {}

    /**
     * Draws how a batch is mixed; an augmentation that has both ways uses each for half of the batches.
     *
     * @param augmentation that mixes
     * @param side of the images in pixels
     */
    static BatchMixing draw(Augmentation augmentation, int side, RandomGenerator random) {
        boolean both = augmentation.mixup() > 0 && augmentation.cutmix() > 0;
        boolean cuts = both ? random.nextBoolean() : augmentation.cutmix() > 0;
        double share = beta(cuts ? augmentation.cutmix() : augmentation.mixup(), random);
        return cuts ? cut(share, side, random) : new BatchMixing(share, null);
    }

    /** CutMix: a square of this share of the area around a uniformly drawn point, without what is outside the image. */
    private static BatchMixing cut(double share, int side, RandomGenerator random) {
        int x = random.nextInt(side);
        int y = random.nextInt(side);
        int half = (int) (0.5 * Math.sqrt(1 - share) * side);
        Box box = new Box(
                Math.max(0, x - half), Math.max(0, y - half), Math.min(side, x + half), Math.min(side, y + half));
        double area = (double) (box.right() - box.left()) * (box.bottom() - box.top());
        return new BatchMixing(1 - area / ((double) side * side), box);
    }

    /**
     * The mixed images.
     *
     * @param images {@code (N, C, H, W)}; empty if there are none
     */
    float[] images(float[] images, Shape shape) {
        int plane = shape.side() * shape.side();
        int length = shape.channels() * plane;
        float[] mixed = images.clone();
        for (int i = 0; i < images.length; i++) {
            int other = i >= length ? i - length : images.length - length + i;
            if (box == null) {
                mixed[i] = (float) (share * images[i] + (1 - share) * images[other]);
            } else if (inBox(i % plane % shape.side(), i % plane / shape.side())) {
                mixed[i] = images[other];
            }
        }
        return mixed;
    }

    private boolean inBox(int x, int y) {
        return x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
    }

    /**
     * The mixed shares of the classes.
     *
     * @param shares {@code (N, classes)}
     */
    float[] shares(float[] shares, int classes) {
        float[] mixed = new float[shares.length];
        for (int i = 0; i < shares.length; i++) {
            int other = i >= classes ? i - classes : shares.length - classes + i;
            mixed[i] = (float) (share * shares[i] + (1 - share) * shares[other]);
        }
        return mixed;
    }

    /** The label of each mixed image: that of the image which has the larger share in it. */
    int[] labels(int[] labels) {
        int[] mixed = labels.clone();
        for (int i = 0; share < 0.5 && i < labels.length; i++) {
            mixed[i] = labels[i > 0 ? i - 1 : labels.length - 1];
        }
        return mixed;
    }

    /** A number from Beta(alpha, alpha), as the ratio of two numbers from Gamma(alpha). */
    private static double beta(double alpha, RandomGenerator random) {
        double one = gamma(alpha, random);
        double other = gamma(alpha, random);
        return one + other == 0 ? 0.5 : one / (one + other);
    }

    /** A number from Gamma(alpha, 1), after Marsaglia and Tsang 2000, "A simple method for generating gamma variables". */
    private static double gamma(double alpha, RandomGenerator random) {
        if (alpha < 1) {
            return gamma(alpha + 1, random) * Math.pow(random.nextDouble(), 1 / alpha);
        }
        double d = alpha - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
