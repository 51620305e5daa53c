package org.maferstudio.training.data;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.datasets.saved.ImageFacts;
import org.maferstudio.network.input.InputContract.Colour;

/** The mean of a split's pixels in an input's channels. */
final class ChannelMeans {
    private static final int GREY = 3;

    private ChannelMeans() {}

    /**
     * Measures it; each image counts the same, whatever its size.
     *
     * @return one value a channel in the input's order, 0 to 255, to four decimals
     */
    static List<Double> of(List<ImageFacts> images, Colour colour) {
        boolean grey = colour == Colour.GREY || colour == Colour.GREY_AS_RGB;
        double[] rgb = new double[3];
        for (ImageFacts image : images) {
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel] += (double) image.sum(grey ? GREY : channel) / image.pixels();
            }
        }
        List<Double> means = new ArrayList<>();
        for (int channel = 0; channel < colour.channels(); channel++) {
            double mean = rgb[colour == Colour.BGR ? 2 - channel : channel] / images.size();
            means.add(Math.round(mean * 1e4) / 1e4);
        }
        return means;
    }
}
