package org.maferstudio.network.architecture;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The specification of a network: its architecture and sizes.
 *
 * @param name one of {@link #NAMES}
 * @param channels of the input, 1 or 3
 * @param width number of channels after the first convolution; each stage has a multiple of it
 * @param batchNormMomentum momentum of the running statistics, 0 to 1, as in PyTorch: 0 does not update them
 */
public record NetworkSpec(String name, int channels, int width, double batchNormMomentum) {
    /** The network of the paper: bottlenecks, 3, 4, 6 and 3 a stage, with the layer names of its PyTorch conversion. */
    public static final String SE_RESNET_50 = "se-resnet-50";

    /** A compact network for small images: pairs of 3x3 convolutions, two a stage, no pooling at the start. */
    public static final String SE_RESNET_18 = "se-resnet-18";

    /**
     * The compact network without a stride at the start, as ResNets for CIFAR are (He et al. 2016, arXiv 1512.03385): half
     * as wide for the same arithmetic, and with a quarter of the parameters.
     */
    public static final String SE_RESNET_18_FINE = "se-resnet-18-fine";

    /** The names of all networks, the compact ones first. */
    public static final List<String> NAMES = List.of(SE_RESNET_18, SE_RESNET_18_FINE, SE_RESNET_50);

    /** The channels of a colour image. */
    public static final int COLOURS = 3;

    /** What the number of channels after the first convolution is a multiple of. */
    public static final int WIDTH_STEP = 4;

    /** The largest number of channels after the first convolution. */
    public static final int MOST_WIDTH = 256;

    private static final double PYTORCH_MOMENTUM = 0.1;

    public NetworkSpec {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("the networks are " + NAMES + ", got " + name);
        }
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("a network sees 1 or 3 channels, got " + channels);
        }
        if (width < WIDTH_STEP || width > MOST_WIDTH || width % WIDTH_STEP != 0) {
            throw new IllegalArgumentException(
                    "the width is a multiple of 4 from 4 to " + MOST_WIDTH + ", got " + width);
        }
        if (!(batchNormMomentum >= 0 && batchNormMomentum <= 1)) {
            throw new IllegalArgumentException("the momentum must be from 0 to 1, got " + batchNormMomentum);
        }
    }

    /** SE-ResNet-50 as Cao et al. trained it on VGGFace2: three channels, 2048 features. */
    public static NetworkSpec seResNet50() {
        return new NetworkSpec(SE_RESNET_50, 3, 64, PYTORCH_MOMENTUM);
    }

    /** The compact SE-ResNet-18: 256 features, 2.8 million parameters. */
    public static NetworkSpec seResNet18(int channels) {
        return new NetworkSpec(SE_RESNET_18, channels, 32, PYTORCH_MOMENTUM);
    }

    /**
     * Returns the network with a name in its default width.
     *
     * @throws Problem if there is none, or it does not support this number of channels
     */
    public static NetworkSpec of(String name, int channels) {
        return switch (name) {
            case SE_RESNET_18 -> seResNet18(channels);
            case SE_RESNET_18_FINE -> new NetworkSpec(SE_RESNET_18_FINE, channels, 16, PYTORCH_MOMENTUM);
            case SE_RESNET_50 -> {
                if (channels != 3) {
                    throw Problem.input(Texts.of("network.spec.error.channels", SE_RESNET_50));
                }
                yield seResNet50();
            }
            default -> throw Problem.input(Texts.of("network.spec.error.unknown", name, String.join(", ", NAMES)));
        };
    }

    /** Returns a copy with another number of channels after the first convolution. */
    public NetworkSpec withWidth(int other) {
        return new NetworkSpec(name, channels, other, batchNormMomentum);
    }

    /** Returns a copy with another momentum of its batch norms, as in PyTorch. */
    public NetworkSpec withBatchNormMomentum(double momentum) {
        return new NetworkSpec(name, channels, width, momentum);
    }

    /** The number of features before the classifier. */
    public int features() {
        return Blueprint.of(this).features();
    }

    /** The smallest side of an input, in pixels. */
    public int smallestSide() {
        return name.equals(SE_RESNET_50) ? 32 : 16;
    }

    /**
     * The approximate memory of one image in a training batch.
     *
     * @param side of the input, in pixels
     */
    public long trainingBytes(int side) {
        return Footprint.of(Blueprint.of(this), side).kept();
    }

    /**
     * The approximate peak memory of one image in inference.
     *
     * @param side of the input, in pixels
     */
    public long inferenceBytes(int side) {
        return Footprint.of(Blueprint.of(this), side).peak();
    }

    /** Rejects a shape that is not {@code (N, C, H, W)} with this network's channels and a sufficient size. */
    public void checkInput(Shape shape) {
        if (shape.dimension() != 4
                || shape.get(1) != channels
                || Math.min(shape.get(2), shape.get(3)) < smallestSide()) {
            throw new IllegalArgumentException(name + " takes (N, " + channels + ", H, W) with sides of "
                    + smallestSide() + " pixels or more, got " + shape);
        }
    }

    /** The default side of the input, in pixels. */
    public int defaultSide() {
        return name.equals(SE_RESNET_50) ? 224 : 48;
    }

    /** The number of trainable parameters for a number of classes. */
    public long trainableCount(int classes) {
        return Blueprint.of(this).slots(classes).stream()
                .filter(slot -> slot.role() != Parameter.Role.STATISTIC)
                .mapToLong(ParameterSlot::size)
                .sum();
    }
}
