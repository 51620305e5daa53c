package org.maferstudio.training.data;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.datasets.Sample;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.InputContract.Colour;

/** The mean of a split's pixels in an input's channels. */
final class ChannelMeans {
    private ChannelMeans() {}

    /**
     * Measures it; each image counts the same, whatever its size.
     *
     * @return one value a channel in the input's order, 0 to 255, to four decimals
     */
    static List<Double> of(List<Sample> samples, ImageSource pictures, Colour colour) {
        double[] rgb = new double[3];
        for (Sample sample : samples) {
            RasterImage image = pictures.of(sample);
            boolean grey = colour == Colour.GREY || colour == Colour.GREY_AS_RGB;
            add(grey ? image.toGrey() : image, rgb);
        }
        List<Double> means = new ArrayList<>();
        for (int channel = 0; channel < colour.channels(); channel++) {
            double mean = rgb[colour == Colour.BGR ? 2 - channel : channel] / samples.size();
            means.add(Math.round(mean * 1e4) / 1e4);
        }
        return means;
    }

    private static void add(RasterImage image, double[] rgb) {
        byte[] values = image.values();
        int channels = image.channels();
        long[] sums = new long[3];
        for (int i = 0; i < values.length; i++) {
            sums[i % channels] += values[i] & 0xff;
        }
        int pixels = image.width() * image.height();
        for (int c = 0; c < 3; c++) {
            rgb[c] += (double) sums[channels == 1 ? 0 : c] / pixels;
        }
    }
}
