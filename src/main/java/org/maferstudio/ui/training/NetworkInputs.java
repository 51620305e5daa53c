package org.maferstudio.ui.training;

import static org.maferstudio.ui.training.RecipeInputs.choice;
import static org.maferstudio.ui.training.RecipeInputs.real;
import static org.maferstudio.ui.training.RecipeInputs.whole;

import java.util.Arrays;
import java.util.List;
import org.maferstudio.experiment.PaperModel;
import org.maferstudio.network.NetworkSpec;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.FileChoice;
import org.maferstudio.ui.training.RecipeInput.Numbers;

/** The fields about the network: which one, its input, and what it begins with. */
final class NetworkInputs {
    private final Choice colour = choice(
            "network.colour",
            Texts.of("training.colour"),
            Texts.of("training.grey-turns-colour-pictures-grey"),
            "grey",
            "grey-as-rgb",
            "rgb",
            "bgr");
    private final Numbers mean = new Numbers(
            "network.mean",
            Texts.of("training.mean-0-to-255-a-channel"),
            NumbersInput.means(() -> this.colour.is("grey") ? 1 : 3),
            Texts.of("training.that-of-the-training-part"),
            Texts.of("training.what-is-subtracted-from-each"));

    private final Numbers deviations = new Numbers(
            "network.std",
            Texts.of("training.deviations.label"),
            NumbersInput.deviations(() -> this.colour.is("grey") ? 1 : 3),
            Texts.of("training.deviations.none"),
            Texts.of("training.deviations.help"));

    private final FileChoice base = new FileChoice(
            "network.base",
            Texts.of("training.begin-with-the-weights-of"),
            Texts.of("training.a-weight-file-pytorchs-modules"));

    private final Choice frozenBatchNorms = choice(
            "network.frozenBatchNorms",
            Texts.of("training.form.frozenBatchNorms.label"),
            Texts.of("training.form.frozenBatchNorms.help"),
            "running",
            "batch");

    NetworkInputs() {
        colour.chosenProperty().addListener((property, old, now) -> {
            mean.input().recheck();
            deviations.input().recheck();
        });
    }

    /** The weight file that the network begins with. */
    FileChoice base() {
        return base;
    }

    /** What batch norms use where the classifier alone is trained. */
    Choice frozenBatchNorms() {
        return frozenBatchNorms;
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                Texts.of("training.network"),
                true,
                List.of(
                        List.of(choice(
                                "network.name",
                                Texts.of("training.network"),
                                Texts.of("training.the-compact-network-for-small"),
                                NetworkSpec.SE_RESNET_18,
                                NetworkSpec.SE_RESNET_50)),
                        List.of(
                                colour,
                                choice(
                                        "network.kernel",
                                        Texts.of("training.kernel"),
                                        Texts.of("training.how-pixels-are-mixed-when-a"),
                                        "bilinear",
                                        "bicubic",
                                        "box",
                                        "nearest",
                                        "opencv-linear")),
                        List.of(
                                whole(
                                        "network.resize",
                                        Texts.of("training.resize-to-px"),
                                        32,
                                        1024,
                                        Texts.of("training.the-side-before-the-crop")),
                                whole(
                                        "network.size",
                                        Texts.of("training.crop-to-px"),
                                        32,
                                        512,
                                        Texts.of("training.the-side-of-the-networks-input")),
                                real(
                                        "network.scale",
                                        Texts.of("training.scale"),
                                        1e-6,
                                        1000,
                                        Texts.of("training.what-a-pixel-is-multiplied-with"))),
                        List.of(mean),
                        List.of(deviations),
                        List.of(base),
                        List.of(choice(
                                "network.baseModel",
                                Texts.of("training.which-model-that-is"),
                                Texts.of("training.one-of-the-papers-four-whose"),
                                Arrays.stream(PaperModel.values())
                                        .map(PaperModel::id)
                                        .toArray(String[]::new))),
                        List.of(frozenBatchNorms),
                        List.of(real(
                                "network.batchNormMomentum",
                                Texts.of("training.batch-norm-momentum"),
                                0,
                                1,
                                Texts.of("training.how-far-a-step-moves-the-running")))));
    }
}
