package org.maferstudio.network.input;

import java.util.Arrays;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;

/** Packs images as a network's input, according to its contract. Thread-safe. */
public final class InputPacker {
    private final InputContract contract;
    /** The converted value of each 8-bit value, for each channel. */
    private final float[][] tables;

    /** Creates a packer for a contract. */
    public InputPacker(InputContract contract) {
        this.contract = contract;
        this.tables = new float[contract.colour().channels()][256];
        for (int channel = 0; channel < tables.length; channel++) {
            for (int value = 0; value < 256; value++) {
                tables[channel][value] = (float) contract.packed(channel, value);
            }
        }
    }

    /** The contract. */
    public InputContract contract() {
        return contract;
    }

    /** The number of values of a packed image: C x H x W. */
    public int length() {
        return contract.colour().channels() * contract.size() * contract.size();
    }

    /** An image as {@code (C, H, W)}: in the contract's colours, resized, and its centre cropped. */
    public float[] pack(RasterImage image) {
        float[] values = new float[length()];
        packCropped(centre(resized(image)), values, 0);
        return values;
    }

    /**
     * Converts the image to grey if the contract requires it. A grey image stays grey: its channel is repeated when it
     * is packed, which is cheaper than resizing it three times.
     */
    public RasterImage coloured(RasterImage image) {
        return seesColour() ? image : image.toGrey();
    }

    /** The image {@link #coloured} and {@code resize x resize}. */
    public RasterImage resized(RasterImage image) {
        return Resampling.resize(coloured(image), contract.resize(), contract.resize(), contract.kernel());
    }

    /** The central {@code size x size} of an image that is at least as large. */
    public RasterImage centre(RasterImage image) {
        int size = contract.size();
        if (image.width() == size && image.height() == size) {
            return image;
        }
        return image.crop((image.width() - size) / 2, (image.height() - size) / 2, size, size);
    }

    /**
     * Packs an image that is {@code size x size} already, as {@link #coloured} leaves it or in grey.
     *
     * @param target takes {@code (C, H, W)}
     * @param offset where in the target the first value goes
     */
    public void packCropped(RasterImage image, float[] target, int offset) {
        int size = contract.size();
        boolean fits = image.channels() == 1 || seesColour();
        if (image.width() != size || image.height() != size || !fits) {
            throw new IllegalArgumentException("the input is " + size + " pixels wide and high and "
                    + contract.colour().id() + ", got " + image);
        }
        byte[] values = image.values();
        int plane = size * size;
        int step = image.channels();
        for (int channel = 0; channel < tables.length; channel++) {
            float[] table = tables[channel];
            int from = step == 1 ? 0 : firstValue(channel);
            int to = offset + channel * plane;
            if (channel > 0 && step == 1 && Arrays.equals(table, tables[channel - 1])) {
                System.arraycopy(target, to - plane, target, to, plane);
                continue;
            }
            for (int i = 0; i < plane; i++) {
                target[to + i] = table[values[i * step + from] & 0xff];
            }
        }
    }

    /**
     * The image that a packed one shows to the network, 8-bit: the conversion of values is undone, so that it is what
     * resizing, cropping and the conversion to grey have left.
     *
     * @param packed {@code (C, H, W)}
     */
    public RasterImage shown(float[] packed) {
        int size = contract.size();
        int channels = tables.length;
        byte[] values = new byte[length()];
        for (int channel = 0; channel < channels; channel++) {
            int place = seesColour() ? firstValue(channel) : channel;
            for (int i = 0; i < size * size; i++) {
                long value = Math.round(contract.unpacked(channel, packed[channel * size * size + i]));
                values[i * channels + place] = (byte) Math.max(0, Math.min(255, value));
            }
        }
        return new RasterImage(size, size, channels, values);
    }

    private boolean seesColour() {
        return contract.colour() == InputContract.Colour.RGB || contract.colour() == InputContract.Colour.BGR;
    }

    /** The index of the input's channel in a pixel. */
    private int firstValue(int channel) {
        return switch (contract.colour()) {
            case GREY, GREY_AS_RGB -> 0;
            case RGB -> channel;
            case BGR -> 2 - channel;
        };
    }
}
