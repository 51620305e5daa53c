package org.maferstudio.ui.training;

import static org.maferstudio.ui.training.RecipeInputs.choice;
import static org.maferstudio.ui.training.RecipeInputs.real;
import static org.maferstudio.ui.training.RecipeInputs.whole;

import java.util.Arrays;
import java.util.List;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.FileChoice;
import org.maferstudio.ui.training.RecipeInput.Numbers;

/** The fields about the network: which one, its input, and what it begins with. */
final class NetworkInputs {
    private final Choice colour = choice(
            "network.colour",
            Texts.of("training.form.colour.label"),
            Texts.of("training.form.colour.help"),
            "grey",
            "grey-as-rgb",
            "rgb",
            "bgr");
    private final Numbers mean = new Numbers(
            "network.mean",
            Texts.of("training.form.mean.label"),
            NumbersInput.means(() -> this.colour.is("grey") ? 1 : 3),
            Texts.of("training.form.mean.none"),
            Texts.of("training.form.mean.help"));

    private final Numbers deviations = new Numbers(
            "network.std",
            Texts.of("training.form.deviations.label"),
            NumbersInput.deviations(() -> this.colour.is("grey") ? 1 : 3),
            Texts.of("training.form.deviations.none"),
            Texts.of("training.form.deviations.help"));

    private final FileChoice base =
            new FileChoice("network.base", Texts.of("training.form.base.label"), Texts.of("training.form.base.help"));

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
                Texts.of("training.form.network.label"),
                true,
                List.of(
                        List.of(choice(
                                "network.name",
                                Texts.of("training.form.network.label"),
                                Texts.of("training.form.network.help"),
                                NetworkSpec.SE_RESNET_18,
                                NetworkSpec.SE_RESNET_50)),
                        List.of(
                                colour,
                                choice(
                                        "network.kernel",
                                        Texts.of("training.form.kernel.label"),
                                        Texts.of("training.form.kernel.help"),
                                        "bilinear",
                                        "bicubic",
                                        "box",
                                        "nearest",
                                        "opencv-linear")),
                        List.of(
                                whole(
                                        "network.resize",
                                        Texts.of("training.form.resize.label"),
                                        32,
                                        1024,
                                        Texts.of("training.form.resize.help")),
                                whole(
                                        "network.size",
                                        Texts.of("training.form.size.label"),
                                        32,
                                        512,
                                        Texts.of("training.form.size.help")),
                                real(
                                        "network.scale",
                                        Texts.of("training.form.scale.label"),
                                        1e-6,
                                        1000,
                                        Texts.of("training.form.scale.help"))),
                        List.of(mean),
                        List.of(deviations),
                        List.of(base),
                        List.of(choice(
                                "network.baseModel",
                                Texts.of("training.form.baseModel.label"),
                                Texts.of("training.form.baseModel.help"),
                                Arrays.stream(PaperModel.values())
                                        .map(PaperModel::id)
                                        .toArray(String[]::new))),
                        List.of(frozenBatchNorms),
                        List.of(real(
                                "network.batchNormMomentum",
                                Texts.of("training.form.batchNormMomentum.label"),
                                0,
                                1,
                                Texts.of("training.form.batchNormMomentum.help")))));
    }
}
