package org.maferstudio.ui.training;

import static org.maferstudio.ui.training.RecipeInputs.choice;
import static org.maferstudio.ui.training.RecipeInputs.real;
import static org.maferstudio.ui.training.RecipeInputs.whole;

import java.util.List;
import java.util.Optional;
import org.maferstudio.augmentation.AugmentationStep;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.Numeric;
import org.maferstudio.ui.training.RecipeInput.Switch;

/** The fields of the random transforms, in the order in which an image goes through them. */
final class AugmentationInputs {
    /** Where all of these stand in a recipe. */
    static final String FIELD = "augmentation";

    private final Switch randomCrop = new Switch(
            "augmentation.randomCrop",
            Texts.of("training.form.randomCrop.label"),
            Texts.of("training.form.randomCrop.help"));
    private final Numeric cropFirst = real(
            "augmentation.cropFirst",
            Texts.of("training.form.cropFirst.label"),
            0,
            1024,
            Texts.of("training.form.cropFirst.help"));
    private final Numeric grey =
            real("augmentation.grey", Texts.of("training.form.grey.label"), 0, 1, Texts.of("training.form.grey.help"));
    private final Choice greyWeights = choice(
            "augmentation.greyWeights",
            Texts.of("training.form.greyWeights.label"),
            Texts.of("training.form.greyWeights.help"),
            "rgb",
            "bgr");
    private final Numeric bent = real(
            "augmentation.elasticity.p",
            Texts.of("training.form.elastic.label"),
            0,
            1,
            Texts.of("training.form.elastic.help"));
    private final Numeric alpha = real(
            "augmentation.elasticity.alpha",
            Texts.of("training.form.elasticAlpha.label"),
            0,
            1000,
            Texts.of("training.form.elasticAlpha.help"));
    private final Numeric sigma = real(
            "augmentation.elasticity.sigma",
            Texts.of("training.form.elasticSigma.label"),
            0.5,
            100,
            Texts.of("training.form.elasticSigma.help"));
    private final Numeric corners = real(
            "augmentation.elasticity.corners",
            Texts.of("training.form.elasticCorners.label"),
            0,
            100,
            Texts.of("training.form.elasticCorners.help"));
    private final Numeric moved = real(
            "augmentation.motion.p",
            Texts.of("training.form.motion.label"),
            0,
            1,
            Texts.of("training.form.motion.help"));
    private final Numeric shift = real(
            "augmentation.motion.shift",
            Texts.of("training.form.shift.label"),
            0,
            0.5,
            Texts.of("training.form.shift.help"));
    private final Numeric rotate = real(
            "augmentation.motion.rotate",
            Texts.of("training.form.rotate.label"),
            0,
            180,
            Texts.of("training.form.rotate.help"));
    private final Numeric scale = real(
            "augmentation.motion.scale",
            Texts.of("training.form.motionScale.label"),
            0,
            0.9,
            Texts.of("training.form.motionScale.help"));
    private final Choice border = choice(
            "augmentation.border",
            Texts.of("training.form.border.label"),
            Texts.of("training.form.border.help"),
            "repeat",
            "mirror",
            "black");
    private final Numeric cut = real(
            "augmentation.cutout.p",
            Texts.of("training.form.cutout.label"),
            0,
            1,
            Texts.of("training.form.cutout.help"));
    private final Numeric holes = whole(
            "augmentation.cutout.holes",
            Texts.of("training.form.cutoutHoles.label"),
            0,
            100,
            Texts.of("training.form.cutoutHoles.help"));
    private final Numeric side = real(
            "augmentation.cutout.size",
            Texts.of("training.form.cutoutSize.label"),
            0,
            512,
            Texts.of("training.form.cutoutSize.help"));
    private final Choice fill = choice(
            "augmentation.cutout.fill",
            Texts.of("training.form.cutoutFill.label"),
            Texts.of("training.form.cutoutFill.help"),
            "mean",
            "black");
    private final Numeric flip =
            real("augmentation.flip", Texts.of("training.form.flip.label"), 0, 1, Texts.of("training.form.flip.help"));

    AugmentationInputs() {
        for (Numeric number : List.of(cropFirst, grey, bent, moved, shift, rotate, scale, cut, holes)) {
            number.input().valueProperty().addListener((property, old, now) -> follow());
        }
        follow();
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                Texts.of("training.form.augmentation.label"),
                false,
                List.of(
                        List.of(cropFirst, randomCrop),
                        List.of(grey, greyWeights),
                        List.of(bent, alpha),
                        List.of(sigma, corners),
                        List.of(moved),
                        List.of(shift, rotate, scale),
                        List.of(border),
                        List.of(cut, holes, side),
                        List.of(fill),
                        List.of(flip)));
    }

    /** Whose fields end with this row. */
    static Optional<AugmentationStep> endingWith(List<RecipeInput> row) {
        return switch (row.get(0).field()) {
            case "augmentation.cropFirst" -> Optional.of(AugmentationStep.CROP);
            case "augmentation.grey" -> Optional.of(AugmentationStep.GREY);
            case "augmentation.elasticity.sigma" -> Optional.of(AugmentationStep.ELASTICITY);
            case "augmentation.motion.shift" -> Optional.of(AugmentationStep.MOTION);
            case "augmentation.cutout.fill" -> Optional.of(AugmentationStep.CUTOUT);
            case "augmentation.flip" -> Optional.of(AugmentationStep.FLIP);
            default -> Optional.empty();
        };
    }

    private void follow() {
        randomCrop.relevantProperty().set(!positive(cropFirst));
        greyWeights.relevantProperty().set(positive(grey));
        boolean bends = positive(bent);
        alpha.relevantProperty().set(bends);
        sigma.relevantProperty().set(bends);
        corners.relevantProperty().set(bends);
        boolean moves = positive(moved);
        shift.relevantProperty().set(moves);
        rotate.relevantProperty().set(moves);
        scale.relevantProperty().set(moves);
        boolean changes = positive(shift) || positive(rotate) || positive(scale);
        border.relevantProperty().set(bends || (moves && changes));
        boolean cuts = positive(cut);
        holes.relevantProperty().set(cuts);
        side.relevantProperty().set(cuts && positive(holes));
        fill.relevantProperty().set(cuts && positive(holes));
    }

    private static boolean positive(Numeric number) {
        return number.isValid() && number.input().get() > 0;
    }
}
