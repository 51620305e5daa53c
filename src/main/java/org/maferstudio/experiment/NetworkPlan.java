package org.maferstudio.experiment;

import java.util.List;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.network.InputContract;

/**
 * Which network, and what it expects its input to be.
 *
 * @param name such as {@code se-resnet-18}
 * @param size the side of the network's input, in pixels
 * @param resize the side before the crop, in pixels, at least {@code size}
 * @param kernel for the resize
 * @param colour grey or colour, and the channels' order
 * @param mean one value a channel in that order, 0 to 255; empty for the mean of the training part
 * @param scale what each value is multiplied with after the mean is gone; {@code 1/255} keeps values below one
 */
public record NetworkPlan(
        String name,
        int size,
        int resize,
        Kernel kernel,
        InputContract.Colour colour,
        List<Double> mean,
        double scale) {
    /** The compact network on grey 48-pixel faces. */
    public static final NetworkPlan DEFAULT =
            new NetworkPlan("se-resnet-18", 44, 48, Kernel.BILINEAR, InputContract.Colour.GREY, List.of(), 1.0 / 64);

    public NetworkPlan {
        mean = List.copyOf(mean);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a recipe names its network, such as se-resnet-18");
        }
        Checks.between("the size of the input", size, 16, 512);
        Checks.between("the side before the crop", resize, size, 1024);
        if (!mean.isEmpty() && mean.size() != colour.channels()) {
            throw new IllegalArgumentException(
                    colour.id() + " input needs " + colour.channels() + " means, got " + mean);
        }
        mean.forEach(value -> Checks.between("a mean", value, 0, 255));
        Checks.positive("the scale", scale);
    }

    /** Whether the mean has to be measured on the training part. */
    public boolean meanOfTrain() {
        return mean.isEmpty();
    }

    /**
     * The contract of the network that this trains.
     *
     * @param labels its classes
     * @param measuredMean the mean of the training part, one value a channel in the contract's order; read only where
     *     this plan names none
     */
    public InputContract contract(LabelSet labels, List<Double> measuredMean) {
        List<Double> used = meanOfTrain() ? measuredMean : mean;
        return new InputContract(size, resize, kernel, colour, used, scale, labels.names(), 0.15, 1);
    }
}
