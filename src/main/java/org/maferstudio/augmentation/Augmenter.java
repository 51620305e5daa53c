package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;

/**
 * Sends training pictures through the random transforms of an {@link Augmentation}, to the network's size.
 *
 * <p>In the order of the authors' table: crop and resize; grey; elasticity; motion; holes; mirror image. What moves
 * pixels is one transform, and where the picture is enlarged that is part of it, so each value is interpolated once.
 *
 * <p>All that is random comes from the generator that is passed, in a fixed order, and what is drawn depends on the
 * size of the picture alone, never on its values or channels. So the same generator gives the same picture, and two
 * pictures of one size, such as a face and the same face lowered, go through the very same crop, bend, holes and so on
 * when each gets a generator in the same state. Safe from several threads.
 */
public final class Augmenter {
    private final Augmentation augmentation;
    private final int resize;
    private final int size;
    private final Kernel kernel;

    /**
     * For one input.
     *
     * @param resize the side before the crop, in pixels, at least {@code size}
     * @param size the side of the result, in pixels, at least 1
     * @param kernel for the resize
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
     * A random variant.
     *
     * @param picture of any size
     * @return {@code size x size}; of one channel if the picture has one or turned grey, else of three
     */
    public RasterImage apply(RasterImage picture, RandomGenerator random) {
        CropFrame frame = augmentation.cropFirst() > 0 ? firstCrop(picture, random) : lateCrop(picture, random);
        boolean grey = Chance.happens(augmentation.grey(), random);
        SampledElasticTransform bend = SampledElasticTransform.draw(augmentation.elasticity(), size, random);
        SampledShiftScaleRotate movement = SampledShiftScaleRotate.draw(augmentation.motion(), size, random);
        Holes holes = Holes.draw(augmentation.cutout(), size, random);
        boolean mirrored = Chance.happens(augmentation.flip(), random);

        RasterImage moved = moved(grey ? frame.grey(augmentation.greyWeights()) : frame, bend, movement);
        // A picture that has its size already comes back as it is; what is cut and mirrored is a copy.
        byte[] values = moved.values() == picture.values() ? moved.values().clone() : moved.values();
        holes.cut(values, size, moved.channels());
        if (mirrored) {
            mirror(values, size, moved.channels());
        }
        return new RasterImage(size, size, moved.channels(), values);
    }

    /** A square of the picture itself, straight to the network's size. */
    private CropFrame firstCrop(RasterImage picture, RandomGenerator random) {
        double first = augmentation.cropFirst();
        long asked = Math.round(first <= 1 ? first * picture.shorterSide() : first);
        int side = (int) Math.max(1, Math.min(picture.shorterSide(), asked));
        int x = random.nextInt(picture.width() - side + 1);
        int y = random.nextInt(picture.height() - side + 1);
        return new CropFrame(picture.crop(x, y, side, side), size, 0, 0, size);
    }

    /** A square of the resized picture: at random, or the centre. */
    private CropFrame lateCrop(RasterImage picture, RandomGenerator random) {
        boolean anywhere = augmentation.randomCrop() && resize > size;
        int x = anywhere ? random.nextInt(resize - size + 1) : (resize - size) / 2;
        int y = anywhere ? random.nextInt(resize - size + 1) : (resize - size) / 2;
        return new CropFrame(picture, resize, x, y, size);
    }

    private RasterImage moved(CropFrame frame, SampledElasticTransform bend, SampledShiftScaleRotate movement) {
        if (bend.isNone() && movement.isNone()) {
            return frame.cut(kernel);
        }
        CropFrame sampled = frame.toSample(kernel);
        Affine unsheared = bend.sheared().inverse().then(sampled.affine());
        // The noise is as stationary and isotropic as the rotation wants it: it is drawn where it is seen, not turned.
        DisplacementField field = bend.noise()
                .map(seed -> DisplacementField.draw(
                        size,
                        augmentation.elasticity().alpha(),
                        augmentation.elasticity().sigma(),
                        movement.zoom(),
                        seed))
                .orElseGet(() -> DisplacementField.none(size));
        Affine place = movement.affine().inverse().then(unsheared);
        return new Warp(sampled, place, unsheared, field, augmentation.border()).picture();
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
