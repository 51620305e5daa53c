package org.maferstudio.network.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.maferstudio.image.Kernel;

/**
 * A network's input contract. It is stored with the network, and used by import, evaluation and live view.
 *
 * <p>An image is resized to {@code resize x resize}, its central {@code size x size} is cropped (randomly in training),
 * its channels are ordered, and each value 0 to 255 becomes {@code (value - mean) * scale / std}.
 *
 * @param size the side of the input, in pixels
 * @param resize the side before the crop, in pixels, at least {@code size}
 * @param kernel for resizing
 * @param colour grey or colour, and the order of channels
 * @param mean one value per channel, in the contract's channel order, 0 to 255
 * @param scale factor applied after subtracting the mean
 * @param std divisors applied last, one per channel in the contract's channel order; empty for 1
 * @param labels the network's classes, in order
 * @param faceMargin margin added to each side of a face's square when it is cropped from a larger image, as a share of
 *     the square's side, 0 to 1
 * @param faceAspect width over height of that crop
 * @param alignment of the faces before they are cropped
 */
public record InputContract(
        int size,
        int resize,
        Kernel kernel,
        Colour colour,
        List<Double> mean,
        double scale,
        List<Double> std,
        List<String> labels,
        double faceMargin,
        double faceAspect,
        Alignment alignment) {
    /** The smallest side of the input, in pixels. */
    public static final int LEAST_SIZE = 8;
    /** The largest side of the input, in pixels. */
    public static final int MOST_SIZE = 1024;
    /** The largest side before the crop, in pixels. */
    public static final int MOST_RESIZE = 2048;

    /** Grey or colour, and in which order. */
    public enum Colour {
        /** One channel; colour images are converted to grey. */
        GREY(1),
        /** Grey, repeated in three channels; colour images are converted to grey. */
        GREY_AS_RGB(3),
        /** Three channels, red first. */
        RGB(3),
        /** Three channels, blue first: what Caffe and OpenCV expect. */
        BGR(3);

        private final int channels;

        Colour(int channels) {
            this.channels = channels;
        }

        /** The number of channels of the input. */
        public int channels() {
            return channels;
        }

        /** The name in files, such as {@code grey-as-rgb}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public InputContract {
        Objects.requireNonNull(kernel);
        mean = List.copyOf(mean);
        // Experiments of older versions have none.
        std = std == null ? List.of() : List.copyOf(std);
        labels = List.copyOf(labels);
        // The same.
        alignment = alignment == null ? Alignment.NONE : alignment;
        if (size < LEAST_SIZE || size > MOST_SIZE || resize < size || resize > MOST_RESIZE) {
            throw new IllegalArgumentException("sizes must satisfy " + LEAST_SIZE + " <= size <= resize <= "
                    + MOST_RESIZE + ", got " + size + ", " + resize);
        }
        if (mean.size() != colour.channels()) {
            throw new IllegalArgumentException(colour.id() + " input needs " + colour.channels() + " means, got "
                    + Arrays.toString(mean.toArray()));
        }
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("the scale is positive, got " + scale);
        }
        if (!mean.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a mean is a number, got " + mean);
        }
        if (!std.isEmpty() && std.size() != colour.channels()) {
            throw new IllegalArgumentException(
                    colour.id() + " input needs " + colour.channels() + " standard deviations, got " + std);
        }
        if (!std.stream().allMatch(value -> value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("a standard deviation is positive, got " + std);
        }
    }

    /** A contract without standard deviations and alignment. */
    public InputContract(
            int size,
            int resize,
            Kernel kernel,
            Colour colour,
            List<Double> mean,
            double scale,
            List<String> labels,
            double faceMargin,
            double faceAspect) {
        this(size, resize, kernel, colour, mean, scale, List.of(), labels, faceMargin, faceAspect, Alignment.NONE);
    }

    /** Converts a value 0 to 255 of a channel. */
    double packed(int channel, int value) {
        double scaled = (value - mean.get(channel)) * scale;
        return std.isEmpty() ? scaled : scaled / std.get(channel);
    }

    /** Converts a value of a channel as the network takes it back to 0 to 255. */
    double unpacked(int channel, double value) {
        double scaled = std.isEmpty() ? value : value * std.get(channel);
        return scaled / scale + mean.get(channel);
    }

    /** Returns a copy with another mean. */
    public InputContract withMean(List<Double> other) {
        return new InputContract(
                size, resize, kernel, colour, other, scale, std, labels, faceMargin, faceAspect, alignment);
    }

    /** Returns a copy with another scale and other standard deviations. */
    public InputContract withScale(double newScale, List<Double> newStd) {
        return new InputContract(
                size, resize, kernel, colour, mean, newScale, newStd, labels, faceMargin, faceAspect, alignment);
    }

    /** Returns a copy with other colours of as many channels. */
    public InputContract withColour(Colour other) {
        return new InputContract(
                size, resize, kernel, other, mean, scale, std, labels, faceMargin, faceAspect, alignment);
    }

    /** Returns a copy for other classes. */
    public InputContract withLabels(List<String> other) {
        return new InputContract(
                size, resize, kernel, colour, mean, scale, std, other, faceMargin, faceAspect, alignment);
    }

    /** Returns a copy for faces that are cropped in another way. */
    public InputContract withFaces(double margin, Alignment aligned) {
        return new InputContract(size, resize, kernel, colour, mean, scale, std, labels, margin, faceAspect, aligned);
    }
}
