package org.maferstudio.network;

import org.maferstudio.image.Picture;
import org.maferstudio.image.Resampling;

/** Makes a network's input from pictures, as its contract says; safe for use from any thread. */
public final class InputPacker {
    private final InputContract contract;
    /** What each 8-bit value becomes, for each channel of the input. */
    private final float[][] tables;

    /** For networks with this contract. */
    public InputPacker(InputContract contract) {
        this.contract = contract;
        this.tables = new float[contract.colour().channels()][256];
        for (int channel = 0; channel < tables.length; channel++) {
            for (int value = 0; value < 256; value++) {
                tables[channel][value] = (float) ((value - contract.mean().get(channel)) * contract.scale());
            }
        }
    }

    /** What it packs for. */
    public InputContract contract() {
        return contract;
    }

    /** How many values one packed picture has: C x H x W. */
    public int length() {
        return contract.colour().channels() * contract.size() * contract.size();
    }

    /** A picture as {@code (C, H, W)}: in the contract's colours, resized, and its centre cropped. */
    public float[] pack(Picture picture) {
        float[] values = new float[length()];
        packCropped(centre(resized(picture)), values, 0);
        return values;
    }

    /** The picture in grey or RGB, as the contract's colour asks, and {@code resize x resize}. */
    public Picture resized(Picture picture) {
        Picture coloured =
                switch (contract.colour()) {
                    case GREY, GREY_AS_RGB -> picture.toGrey();
                    case RGB, BGR -> picture.toRgb();
                };
        int side = contract.resize();
        if (coloured.width() == side && coloured.height() == side) {
            return coloured;
        }
        return Resampling.resize(coloured, side, side, contract.kernel());
    }

    /** The central {@code size x size} of a picture that is at least as large. */
    public Picture centre(Picture picture) {
        int size = contract.size();
        if (picture.width() == size && picture.height() == size) {
            return picture;
        }
        return picture.crop((picture.width() - size) / 2, (picture.height() - size) / 2, size, size);
    }

    /**
     * Packs a picture that is {@code size x size} already, in grey or RGB as {@link #resized} leaves it.
     *
     * @param target takes {@code (C, H, W)}
     * @param offset where in the target the first value goes
     */
    public void packCropped(Picture picture, float[] target, int offset) {
        int size = contract.size();
        boolean colour = contract.colour() == InputContract.Colour.RGB || contract.colour() == InputContract.Colour.BGR;
        if (picture.width() != size || picture.height() != size || (picture.channels() == 3) != colour) {
            throw new IllegalArgumentException("the input is " + size + " pixels wide and high and "
                    + contract.colour().id() + ", got " + picture);
        }
        byte[] values = picture.values();
        int plane = size * size;
        int step = picture.channels();
        for (int channel = 0; channel < tables.length; channel++) {
            float[] table = tables[channel];
            int from = firstValue(channel);
            int to = offset + channel * plane;
            for (int i = 0; i < plane; i++) {
                target[to + i] = table[values[i * step + from] & 0xff];
            }
        }
    }

    /** Where in a pixel the input's channel lies. */
    private int firstValue(int channel) {
        return switch (contract.colour()) {
            case GREY, GREY_AS_RGB -> 0;
            case RGB -> channel;
            case BGR -> 2 - channel;
        };
    }
}
