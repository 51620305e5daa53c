package org.maferstudio.ui.training;

import static org.maferstudio.ui.training.RecipeInputs.choice;
import static org.maferstudio.ui.training.RecipeInputs.real;
import static org.maferstudio.ui.training.RecipeInputs.whole;

import java.util.Arrays;
import java.util.List;
import org.maferstudio.experiment.BaseModel;
import org.maferstudio.network.NetworkSpec;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.FileChoice;
import org.maferstudio.ui.training.RecipeInput.Numbers;

/** The fields about the network: which one, its input, and what it begins with. */
final class NetworkInputs {
    private final Choice colour = choice(
            "network.colour",
            "Colour",
            "Grey turns colour pictures grey. SE-ResNet-50 sees three channels.",
            "grey",
            "grey-as-rgb",
            "rgb",
            "bgr");
    private final Numbers mean = new Numbers(
            "network.mean",
            "Mean (0 to 255, a channel)",
            NumbersInput.means(() -> this.colour.is("grey") ? 1 : 3),
            "that of the training part",
            "What is subtracted from each pixel, in the order of the channels: blue, green, red for BGR. Empty takes"
                    + " the mean of the training part.");

    private final FileChoice base = new FileChoice(
            "network.base",
            "Begin with the weights of",
            "A weight file: PyTorch's modules, checkpoints and state dicts, old and new, or safetensors. Nothing in it is"
                    + " run. A classifier of other classes is replaced.");

    NetworkInputs() {
        colour.chosenProperty().addListener((property, old, now) -> mean.input().recheck());
    }

    /** The weight file that the network begins with. */
    FileChoice base() {
        return base;
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                "Network",
                true,
                List.of(
                        List.of(choice(
                                "network.name",
                                "Network",
                                "The compact network for small pictures, or the paper's.",
                                NetworkSpec.SE_RESNET_18,
                                NetworkSpec.SE_RESNET_50)),
                        List.of(
                                colour,
                                choice(
                                        "network.kernel",
                                        "Kernel",
                                        "",
                                        "bilinear",
                                        "bicubic",
                                        "box",
                                        "nearest",
                                        "opencv-linear")),
                        List.of(
                                whole("network.resize", "Resize to (px)", 32, 1024, "The side before the crop."),
                                whole("network.size", "Crop to (px)", 32, 512, "The side of the network's input."),
                                real(
                                        "network.scale",
                                        "Scale",
                                        1e-6,
                                        1000,
                                        "What a pixel is multiplied with, once the mean is gone.")),
                        List.of(mean),
                        List.of(base),
                        List.of(choice(
                                "network.baseModel",
                                "Which model that is",
                                "One of the paper's four, whose numbers are then marked beside ours; or another.",
                                Arrays.stream(BaseModel.values())
                                        .map(BaseModel::id)
                                        .toArray(String[]::new))),
                        List.of(real(
                                "network.batchNormMomentum",
                                "Batch norm momentum",
                                0,
                                1,
                                "How far a step moves the running means and variances; 0 leaves them as they are in the"
                                        + " file, as the authors' base model does."))));
    }
}
