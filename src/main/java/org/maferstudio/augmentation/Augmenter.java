package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.recipe.Augmentation;

/**
 * Applies the random transforms of an {@link Augmentation} to training images, and resizes them to the network's input.
 *
 * <p>The order is that of the authors' table: crop and resize, grey, elastic deformation, shift/scale/rotate, cutout,
 * flip. All geometric transforms are combined into one, so that each value is interpolated once.
 *
 * <p>All randomness comes from the given generator, in a fixed order, and the draws depend only on the size of the
 * image, never on its values or channels. The same generator therefore gives the same result, and two images of the
 * same size, such as a face and its downsampled version, get the same transforms if their generators are in the same
 * state. Thread-safe.
 */
public final class Augmenter {
    private final Augmentation augmentation;
    private final int resize;
    private final int size;
    private final Kernel kernel;

    /**
     * Creates an augmenter for one input size.
     *
     * @param resize the side before the crop, in pixels, at least {@code size}
     * @param size the side of the result, in pixels, at least 1
     * @param kernel for resizing
     */
    public Augmenter(Augmentation augmentation, int resize, int size, Kernel kernel) {
        if (size < 1 || resize < size) {
            throw new IllegalArgumentException("sides must satisfy 1 <= size <= resize, got " + size + ", " + resize);
        }
        this.augmentation = augmentation;
        this.resize = resize;
        this.size = size;
        this.kernel = kernel;
    }

    /**
     * Returns a random variant of an image.
     *
     * @param image of any size
     * @return {@code size x size}; one channel if the image has one or was converted to grey, otherwise three
     */
    public RasterImage apply(RasterImage image, RandomGenerator random) {
        CropFrame frame = augmentation.cropFirst() > 0 ? firstCrop(image, random) : lateCrop(image, random);
        boolean grey = Chance.happens(augmentation.grey(), random);
        SampledElasticTransform bend = SampledElasticTransform.draw(augmentation.elasticity(), size, random);
        SampledShiftScaleRotate movement = SampledShiftScaleRotate.draw(augmentation.motion(), size, random);
        Holes holes = Holes.draw(augmentation.cutout(), size, random);
        boolean mirrored = Chance.happens(augmentation.flip(), random);

        RasterImage moved = moved(grey ? frame.grey(augmentation.greyWeights()) : frame, bend, movement);
        // An image that already has the right size is not copied; holes and flips are applied to a copy.
        byte[] values = moved.values() == image.values() ? moved.values().clone() : moved.values();
        holes.cut(values, size, moved.channels());
        if (mirrored) {
            mirror(values, size, moved.channels());
        }
        return new RasterImage(size, size, moved.channels(), values);
    }

    /** A square of the original image, resized directly to the network's input. */
    private CropFrame firstCrop(RasterImage image, RandomGenerator random) {
        double first = augmentation.cropFirst();
        long asked = Math.round(first <= 1 ? first * image.shorterSide() : first);
        int side = (int) Math.max(1, Math.min(image.shorterSide(), asked));
        int x = random.nextInt(image.width() - side + 1);
        int y = random.nextInt(image.height() - side + 1);
        return new CropFrame(image.crop(x, y, side, side), size, 0, 0, size);
    }

    /** A square of the resized image: random, or the centre. */
    private CropFrame lateCrop(RasterImage image, RandomGenerator random) {
        boolean anywhere = augmentation.randomCrop() && resize > size;
        int x = anywhere ? random.nextInt(resize - size + 1) : (resize - size) / 2;
        int y = anywhere ? random.nextInt(resize - size + 1) : (resize - size) / 2;
        return new CropFrame(image, resize, x, y, size);
    }

    private RasterImage moved(CropFrame frame, SampledElasticTransform bend, SampledShiftScaleRotate movement) {
        if (bend.isNone() && movement.isNone()) {
            return frame.cut(kernel);
        }
        CropFrame sampled = frame.toSample(kernel);
        Affine unsheared = bend.sheared().inverse().then(sampled.affine());
        // The noise is stationary and isotropic, so it is drawn in the result's coordinates and not rotated.
        DisplacementField field = bend.noise()
                .map(seed -> DisplacementField.draw(
                        size,
                        augmentation.elasticity().alpha(),
                        augmentation.elasticity().sigma(),
                        movement.zoom(),
                        seed))
                .orElseGet(() -> DisplacementField.none(size));
        Affine place = movement.affine().inverse().then(unsheared);
        return new Warp(sampled, place, unsheared, field, augmentation.border()).image();
    }

    private static void mirror(byte[] values, int width, int channels) {
        for (int row = 0; row < values.length; row += width * channels) {
            int left = row;
            int right = row + (width - 1) * channels;
            while (left < right) {
                for (int c = 0; c < channels; c++) {
                    byte swapped = values[left + c];
                    values[left + c] = values[right + c];
                    values[right + c] = swapped;
                }
                left += channels;
                right -= channels;
            }
        }
    }
}
