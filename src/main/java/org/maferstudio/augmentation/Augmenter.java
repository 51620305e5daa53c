package org.maferstudio.augmentation;

import java.util.random.RandomGenerator;
import org.maferstudio.image.Picture;

/**
 * Sends training pictures through the random transforms of an {@link Augmentation}, and crops them to the network's size.
 *
 * <p>In this order: scale, rotation and shift as one transform about the centre; the crop; the mirror image; the holes.
 * All that is random comes from the generator that is passed, in a fixed order, so the same generator gives the same
 * picture. Safe from several threads.
 */
public final class Augmenter {
    private final Augmentation augmentation;
    private final int size;

    /**
     * For crops of one size.
     *
     * @param size the side of the crop, in pixels, at least 1
     */
    public Augmenter(Augmentation augmentation, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a crop has a side of at least 1 px, got " + size);
        }
        this.augmentation = augmentation;
        this.size = size;
    }

    /** The central {@code size x size} of a picture with both sides at least that long: what evaluation looks at. */
    public static Picture centreCrop(Picture picture, int size) {
        checkFits(picture, size);
        if (picture.width() == size && picture.height() == size) {
            return picture;
        }
        return picture.crop((picture.width() - size) / 2, (picture.height() - size) / 2, size, size);
    }

    /**
     * A random variant.
     *
     * @param picture both sides at least as long as the crop
     * @return {@code size x size}, with the picture's channels
     */
    public Picture apply(Picture picture, RandomGenerator random) {
        checkFits(picture, size);
        Affine affine = Affine.draw(augmentation, picture, random);
        int x = (picture.width() - size) / 2;
        int y = (picture.height() - size) / 2;
        if (augmentation.randomCrop()) {
            x = random.nextInt(picture.width() - size + 1);
            y = random.nextInt(picture.height() - size + 1);
        }
        byte[] values =
                affine.isIdentity() ? picture.crop(x, y, size, size).values() : affine.crop(picture, x, y, size);
        int channels = picture.channels();
        if (augmentation.flip() > 0 && random.nextDouble() < augmentation.flip()) {
            flip(values, size, channels);
        }
        cutOut(values, channels, random);
        return new Picture(size, size, channels, values);
    }

    private static void checkFits(Picture picture, int size) {
        if (picture.shorterSide() < size) {
            throw new IllegalArgumentException("a crop of " + size + " px does not fit into " + picture);
        }
    }

    private static void flip(byte[] values, int width, int channels) {
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

    /** Square holes in the picture's own mean colour, which tells the network nothing; each lies wholly inside. */
    private void cutOut(byte[] values, int channels, RandomGenerator random) {
        int side = (int) Math.round(augmentation.cutoutSize() * size);
        if (side == 0 || augmentation.cutoutHoles() == 0) {
            return;
        }
        byte[] mean = mean(values, channels);
        for (int hole = 0; hole < augmentation.cutoutHoles(); hole++) {
            int x = random.nextInt(size - side + 1);
            int y = random.nextInt(size - side + 1);
            for (int row = y; row < y + side; row++) {
                int to = (row * size + x) * channels;
                for (int i = 0; i < side * channels; i++) {
                    values[to + i] = mean[i % channels];
                }
            }
        }
    }

    private static byte[] mean(byte[] values, int channels) {
        byte[] mean = new byte[channels];
        int pixels = values.length / channels;
        for (int c = 0; c < channels; c++) {
            long sum = 0;
            for (int i = c; i < values.length; i += channels) {
                sum += values[i] & 0xff;
            }
            mean[c] = (byte) ((sum + pixels / 2) / pixels);
        }
        return mean;
    }
}
