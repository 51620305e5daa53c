package org.maferstudio.ui.training;

import static org.maferstudio.ui.training.RecipeInputs.choice;
import static org.maferstudio.ui.training.RecipeInputs.real;
import static org.maferstudio.ui.training.RecipeInputs.whole;

import java.util.List;
import java.util.Optional;
import org.maferstudio.augmentation.AugmentationPart;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.Numeric;
import org.maferstudio.ui.training.RecipeInput.Switch;

/** The fields of the random transforms, in the order in which a picture goes through them. */
final class AugmentationInputs {
    /** Where all of these stand in a recipe. */
    static final String FIELD = "augmentation";

    private final Switch randomCrop = new Switch(
            "augmentation.randomCrop", "Random crop", "After resizing, to the input's size; else the centre.");
    private final Numeric cropFirst = real(
            "augmentation.cropFirst",
            "Crop first",
            0,
            1024,
            "A random square of the picture before it is resized: 42 takes 42 px, 0.875 that share of the side, 0 none.");
    private final Numeric grey =
            real("augmentation.grey", "Grey (p)", 0, 1, "How probably a colour picture turns grey.");
    private final Numeric bent = real("augmentation.elasticity.p", "Elastic (p)", 0, 1, "How probably it is bent.");
    private final Numeric alpha = real("augmentation.elasticity.alpha", "Alpha", 0, 1000, "How strongly it is bent.");
    private final Numeric sigma = real(
            "augmentation.elasticity.sigma", "Sigma (px)", 0.5, 100, "How wide the waves are, at the input's size.");
    private final Numeric corners = real(
            "augmentation.elasticity.corners",
            "Corners (px)",
            0,
            100,
            "How far three points move at most, which shears the picture; albumentations calls it alpha_affine.");
    private final Numeric moved = real("augmentation.motion.p", "Motion (p)", 0, 1, "How probably it is moved.");
    private final Numeric shift = real("augmentation.motion.shift", "Shift (share)", 0, 0.5, "At most, of the side.");
    private final Numeric rotate = real("augmentation.motion.rotate", "Turn (°)", 0, 180, "At most, either way.");
    private final Numeric scale = real("augmentation.motion.scale", "Scale (share)", 0, 0.9, "The largest change.");
    private final Choice border = choice(
            "augmentation.border",
            "Beyond the border",
            "What is seen there once a picture is bent or moved.",
            "repeat",
            "mirror",
            "black");
    private final Numeric cut = real("augmentation.cutout.p", "Cut-out (p)", 0, 1, "How probably holes are cut.");
    private final Numeric holes = whole("augmentation.cutout.holes", "Holes", 0, 100, "Square holes at random places.");
    private final Numeric side = real(
            "augmentation.cutout.size",
            "Their side",
            0,
            512,
            "Up to 1 a share of the picture's side, above it pixels of the network's input.");
    private final Choice fill =
            choice("augmentation.cutout.fill", "Filled with", "Mean: the picture's mean colour.", "mean", "black");
    private final Numeric flip = real("augmentation.flip", "Mirror image (p)", 0, 1, "How probable.");

    AugmentationInputs() {
        for (Numeric number : List.of(cropFirst, bent, moved, shift, rotate, scale, cut, holes)) {
            number.input().valueProperty().addListener((property, old, now) -> follow());
        }
        follow();
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                "Augmentation",
                false,
                List.of(
                        List.of(cropFirst, randomCrop),
                        List.of(grey),
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
    static Optional<AugmentationPart> endingWith(List<RecipeInput> row) {
        return switch (row.get(0).field()) {
            case "augmentation.cropFirst" -> Optional.of(AugmentationPart.CROP);
            case "augmentation.grey" -> Optional.of(AugmentationPart.GREY);
            case "augmentation.elasticity.sigma" -> Optional.of(AugmentationPart.ELASTICITY);
            case "augmentation.motion.shift" -> Optional.of(AugmentationPart.MOTION);
            case "augmentation.cutout.fill" -> Optional.of(AugmentationPart.CUTOUT);
            case "augmentation.flip" -> Optional.of(AugmentationPart.FLIP);
            default -> Optional.empty();
        };
    }

    private void follow() {
        randomCrop.relevantProperty().set(!positive(cropFirst));
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
