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

/** The fields of the random transforms, in the order in which a picture goes through them. */
final class AugmentationInputs {
    /** Where all of these stand in a recipe. */
    static final String FIELD = "augmentation";

    private final Switch randomCrop = new Switch(
            "augmentation.randomCrop",
            Texts.of("training.random-crop"),
            Texts.of("training.after-resizing-to-the-inputs"));
    private final Numeric cropFirst = real(
            "augmentation.cropFirst",
            Texts.of("training.crop-first"),
            0,
            1024,
            Texts.of("training.a-random-square-of-the-picture"));
    private final Numeric grey = real(
            "augmentation.grey", Texts.of("training.grey-p"), 0, 1, Texts.of("training.how-probably-a-colour-picture"));
    private final Choice greyWeights = choice(
            "augmentation.greyWeights",
            Texts.of("training.form.greyWeights.label"),
            Texts.of("training.form.greyWeights.help"),
            "rgb",
            "bgr");
    private final Numeric bent = real(
            "augmentation.elasticity.p",
            Texts.of("training.elastic-p"),
            0,
            1,
            Texts.of("training.how-probably-it-is-bent"));
    private final Numeric alpha = real(
            "augmentation.elasticity.alpha",
            Texts.of("training.alpha"),
            0,
            1000,
            Texts.of("training.how-strongly-it-is-bent"));
    private final Numeric sigma = real(
            "augmentation.elasticity.sigma",
            Texts.of("training.sigma-px"),
            0.5,
            100,
            Texts.of("training.how-wide-the-waves-are-at-the"));
    private final Numeric corners = real(
            "augmentation.elasticity.corners",
            Texts.of("training.corners-px"),
            0,
            100,
            Texts.of("training.how-far-three-points-move-at"));
    private final Numeric moved = real(
            "augmentation.motion.p",
            Texts.of("training.motion-p"),
            0,
            1,
            Texts.of("training.how-probably-it-is-moved"));
    private final Numeric shift = real(
            "augmentation.motion.shift",
            Texts.of("training.shift-share"),
            0,
            0.5,
            Texts.of("training.at-most-of-the-side"));
    private final Numeric rotate = real(
            "augmentation.motion.rotate", Texts.of("training.turn"), 0, 180, Texts.of("training.at-most-either-way"));
    private final Numeric scale = real(
            "augmentation.motion.scale",
            Texts.of("training.scale-share"),
            0,
            0.9,
            Texts.of("training.the-largest-change"));
    private final Choice border = choice(
            "augmentation.border",
            Texts.of("training.beyond-the-border"),
            Texts.of("training.what-is-seen-there-once-a"),
            "repeat",
            "mirror",
            "black");
    private final Numeric cut = real(
            "augmentation.cutout.p",
            Texts.of("training.cut-out-p"),
            0,
            1,
            Texts.of("training.how-probably-holes-are-cut"));
    private final Numeric holes = whole(
            "augmentation.cutout.holes",
            Texts.of("training.holes"),
            0,
            100,
            Texts.of("training.square-holes-at-random-places"));
    private final Numeric side = real(
            "augmentation.cutout.size",
            Texts.of("training.their-side"),
            0,
            512,
            Texts.of("training.up-to-1-a-share-of-the-pictures"));
    private final Choice fill = choice(
            "augmentation.cutout.fill",
            Texts.of("training.filled-with"),
            Texts.of("training.mean-the-pictures-mean-colour"),
            "mean",
            "black");
    private final Numeric flip =
            real("augmentation.flip", Texts.of("training.mirror-image-p"), 0, 1, Texts.of("training.how-probable"));

    AugmentationInputs() {
        for (Numeric number : List.of(cropFirst, grey, bent, moved, shift, rotate, scale, cut, holes)) {
            number.input().valueProperty().addListener((property, old, now) -> follow());
        }
        follow();
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                Texts.of("training.augmentation"),
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
