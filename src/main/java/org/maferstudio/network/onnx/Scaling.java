package org.maferstudio.network.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.texts.Texts;

/** The usual ways to scale pixels: mistaking one for another is the most frequent error with networks of others. */
public enum Scaling {
    /** 0 to 255, as they are. */
    PIXELS(Texts.of("network.onnx.scaling.pixels"), 0, 1),
    /** 0 to 1. */
    UNIT(Texts.of("network.onnx.scaling.unit"), 0, 1 / 255.0),
    /** -1 to 1. */
    SIGNED(Texts.of("network.onnx.scaling.signed"), 127.5, 1 / 127.5),
    /** The mean and standard deviation of ImageNet by channel, those of torchvision. */
    IMAGENET(Texts.of("network.onnx.scaling.imageNet"), Double.NaN, 1);

    /** Red, green, blue: 0.485, 0.456, 0.406 and 0.229, 0.224, 0.225, times 255. */
    private static final List<Double> IMAGENET_MEAN = List.of(123.675, 116.28, 103.53);

    private static final List<Double> IMAGENET_STD = List.of(58.395, 57.12, 57.375);

    private final String title;
    private final double mean;
    private final double scale;

    Scaling(String title, double mean, double scale) {
        this.title = title;
        this.mean = mean;
        this.scale = scale;
    }

    /** The range or statistics, for display. */
    public String title() {
        return title;
    }

    /** Returns a contract with this scaling; in grey, ImageNet's is the mean over its channels. */
    public InputContract of(InputContract contract) {
        int channels = contract.colour().channels();
        if (this != IMAGENET) {
            return contract.withMean(Collections.nCopies(channels, mean)).withScale(scale, List.of());
        }
        return contract.withMean(byChannel(IMAGENET_MEAN, contract.colour()))
                .withScale(1, byChannel(IMAGENET_STD, contract.colour()));
    }

    private static List<Double> byChannel(List<Double> rgb, Colour colour) {
        return switch (colour) {
            case GREY ->
                List.of(rgb.stream().mapToDouble(each -> each).average().orElseThrow());
            case GREY_AS_RGB, RGB -> rgb;
            case BGR -> {
                List<Double> turned = new ArrayList<>(rgb);
                Collections.reverse(turned);
                yield turned;
            }
        };
    }
}
