package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.recipe.PaperModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which network, its weights, and its input. */
final class NetworkOptions {
    @Option(names = "--network", description = "se-resnet-18 or se-resnet-50.")
    private String network;

    @Option(
            names = {"-bp", "--base"},
            paramLabel = "FILE",
            description = "A weight file that the network begins with: PyTorch's modules, checkpoints and state dicts, "
                    + "old and new, or safetensors. A classifier of other classes is replaced.")
    private Path base;

    @Option(
            names = "--base-model",
            paramLabel = "MODEL",
            description = "Which of the paper's models that file is, for mafer compare --paper: base, cr, "
                    + "cr-simplified, cr-affwild2 or other.")
    private String baseModel;

    @Option(names = "--size", description = "The side of the network's input, in pixels.")
    private Integer size;

    @Option(names = "--resize", description = "The side before the crop, in pixels.")
    private Integer resize;

    @Option(names = "--colour", description = "grey, grey-as-rgb, rgb or bgr.")
    private String colour;

    @Option(
            names = "--mean",
            paramLabel = "train|B,G,R",
            description = "The mean that is taken away, in the order of "
                    + "the input's channels (default: that of the preset or of the training part). Numbers up to 1 are "
                    + "of images from 0 to 1.")
    private String mean;

    @Mixin
    private ScaleOptions scale;

    /**
     * Which of the paper's models the base was said to be.
     *
     * @throws Problem if there is none of this name
     */
    Optional<PaperModel> baseModel() {
        return Optional.ofNullable(baseModel).map(PaperModel::of);
    }

    /** Whether a mean was named. */
    boolean namesMean() {
        return mean != null;
    }

    /** Puts what the options say among the changes of a recipe, null if they say nothing. */
    void into(Map<String, Object> changes) {
        changes.put("network.name", network);
        changes.put(
                "network.base",
                base == null ? null : base.toAbsolutePath().normalize().toString());
        changes.put("network.baseModel", baseModel().orElse(null));
        changes.put("network.size", size);
        changes.put("network.resize", resize);
        changes.put("network.colour", colour);
        changes.put("network.mean", mean == null ? null : mean.equals("train") ? List.of() : ChannelNumbers.mean(mean));
        changes.put("network.scale", scale.scale().orElse(null));
        changes.put("network.std", scale.std().orElse(null));
    }
}
