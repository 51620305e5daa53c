package org.maferstudio.recipe;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.datasets.readers.FaceCrops;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.texts.Texts;

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
 * @param base a weight file that the network begins with, all but a classifier of other classes; empty for random
 *     weights
 * @param batchNormMomentum how far a step moves the running statistics towards the batch's, 0 to 1; the authors' base
 *     model has 0, which leaves them as they are
 * @param frozenBatchNorms what batch norms subtract and divide by where all but the classifier is frozen
 * @param baseModel which of the paper's models the base is, so that results can be compared with it
 * @param std what each value is divided by in the end, one per channel in the order of the mean; empty for 1
 * @param alignment of the faces in the dataset's images
 * @param faceMargin how much more than the face's square the dataset's images show on each side, as a share of that
 *     square's side, 0 to 1; null for what is known of the dataset
 * @param width number of channels after the first convolution, a multiple of 4; 0 for the architecture's usual one
 */
public record NetworkConfig(
        String name,
        int size,
        int resize,
        Kernel kernel,
        InputContract.Colour colour,
        List<Double> mean,
        double scale,
        String base,
        double batchNormMomentum,
        FrozenBatchNorms frozenBatchNorms,
        PaperModel baseModel,
        List<Double> std,
        Alignment alignment,
        Double faceMargin,
        int width) {
    /** The margin of datasets whose faces were not measured. */
    private static final double USUAL_MARGIN = 0.15;
    /** Of FER2013's images, which show 1.04 times the square of OpenCV's cascade, and of crops of this program. */
    static final double FER2013_MARGIN = 0.02;

    /** What the batch norms of frozen layers subtract and divide by in training; {@link #id()} is the name in files. */
    public enum FrozenBatchNorms {
        /** The running statistics, which stay as they are: training sees the network that is evaluated. */
        RUNNING,
        /** The mean and variance of the batch, towards which the running statistics move: the paper's authors' {@code trl}. */
        BATCH;

        /** Such as {@code running}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The mean of VGGFace2 by channel: blue, green, red. */
    public static final List<Double> VGGFACE2_MEAN = List.of(91.4953, 103.8827, 131.0912);

    /** The compact network on grey 48-pixel faces. */
    public static final NetworkConfig DEFAULT =
            new NetworkConfig("se-resnet-18", 44, 48, Kernel.BILINEAR, InputContract.Colour.GREY, List.of(), 1.0 / 64);

    /** A network that begins with random weights, and whose batch norms move as PyTorch's usually do. */
    public NetworkConfig(
            String name,
            int size,
            int resize,
            Kernel kernel,
            InputContract.Colour colour,
            List<Double> mean,
            double scale) {
        this(name, size, resize, kernel, colour, mean, scale, "", 0.1, PaperModel.OTHER);
    }

    /** A network whose input is not divided by standard deviations. */
    public NetworkConfig(
            String name,
            int size,
            int resize,
            Kernel kernel,
            InputContract.Colour colour,
            List<Double> mean,
            double scale,
            String base,
            double batchNormMomentum,
            PaperModel baseModel) {
        this(
                name,
                size,
                resize,
                kernel,
                colour,
                mean,
                scale,
                base,
                batchNormMomentum,
                FrozenBatchNorms.RUNNING,
                baseModel,
                List.of(),
                Alignment.NONE,
                null,
                0);
    }

    public NetworkConfig {
        mean = List.copyOf(mean);
        std = std == null ? List.of() : List.copyOf(std);
        frozenBatchNorms = frozenBatchNorms == null ? FrozenBatchNorms.RUNNING : frozenBatchNorms;
        baseModel = baseModel == null ? PaperModel.OTHER : baseModel;
        alignment = alignment == null ? Alignment.NONE : alignment;
        RecipeFields.check("network.name", name);
        RecipeFields.check("network.size", size);
        RecipeFields.check("network.resize", resize);
        RecipeFields.check("network.mean", mean);
        RecipeFields.check("network.scale", scale);
        RecipeFields.check("network.std", std);
        RecipeFields.check("network.faceMargin", faceMargin);
        RecipeFields.check("network.batchNormMomentum", batchNormMomentum);
        RecipeFields.check("network.width", width);
        if (width % NetworkSpec.WIDTH_STEP != 0) {
            throw new IllegalArgumentException(Texts.of("recipe.network.error.width", width));
        }
        if (resize < size) {
            throw new IllegalArgumentException(Texts.of("recipe.network.error.resize", size, resize));
        }
        if (!mean.isEmpty() && mean.size() != colour.channels()) {
            throw new IllegalArgumentException(
                    Texts.of("recipe.network.error.means", colour.id(), colour.channels(), mean));
        }
        if (!std.isEmpty() && std.size() != colour.channels()) {
            throw new IllegalArgumentException(
                    Texts.of("recipe.network.error.stds", colour.id(), colour.channels(), std));
        }
    }

    /** The plan of a network that was trained with this contract. */
    public static NetworkConfig of(NetworkSpec spec, InputContract contract) {
        return new NetworkConfig(
                spec.name(),
                contract.size(),
                contract.resize(),
                contract.kernel(),
                contract.colour(),
                contract.mean(),
                contract.scale(),
                "",
                spec.batchNormMomentum(),
                FrozenBatchNorms.RUNNING,
                PaperModel.OTHER,
                contract.std(),
                contract.alignment(),
                contract.faceMargin(),
                spec.width() == NetworkSpec.of(spec.name(), spec.channels()).width() ? 0 : spec.width());
    }

    /**
     * The weight file that the network begins with; empty for random weights.
     *
     * @throws Problem if it is said to be one of the paper's models, and not named
     */
    public Optional<Path> baseFile() {
        if (base.isBlank() && baseModel.published().isPresent()) {
            throw Problem.input(Texts.of(
                    "recipe.error.noInitialWeights", baseModel.published().get()));
        }
        return base.isBlank() ? Optional.empty() : Optional.of(Path.of(base));
    }

    /**
     * The network's architecture.
     *
     * @throws Problem if there is none of this name, or it does not take so many channels
     */
    public NetworkSpec spec() {
        NetworkSpec usual = NetworkSpec.of(name, colour.channels()).withBatchNormMomentum(batchNormMomentum);
        return width == 0 ? usual : usual.withWidth(width);
    }

    /** Whether the mean has to be measured on the training part. */
    public boolean meanOfTrain() {
        return mean.isEmpty();
    }

    /**
     * Returns a copy with the margin and alignment of a dataset's faces if they are known and this plan names none:
     * FER2013's are measured, and crops of this program say it themselves.
     *
     * @param dataset its name, such as {@code FER2013}
     * @param format its reader's name, such as {@code face-crops-eyes}
     */
    public NetworkConfig forFacesOf(String dataset, String format) {
        String cropped = FaceCrops.alignmentOf(format);
        boolean measured = dataset.equals(PaperDataset.FER2013.title()) || dataset.equals("FERPlus");
        if (cropped.isEmpty() && !measured) {
            return this;
        }
        Alignment known = Arrays.stream(Alignment.values())
                .filter(each -> each.id().equals(cropped))
                .findFirst()
                .orElse(Alignment.NONE);
        return new NetworkConfig(
                name,
                size,
                resize,
                kernel,
                colour,
                mean,
                scale,
                base,
                batchNormMomentum,
                frozenBatchNorms,
                baseModel,
                std,
                alignment == Alignment.NONE ? known : alignment,
                faceMargin == null ? FER2013_MARGIN : faceMargin,
                width);
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
        double margin = faceMargin == null ? USUAL_MARGIN : faceMargin;
        return new InputContract(size, resize, kernel, colour, used, scale, std, labels.names(), margin, 1, alignment);
    }
}
