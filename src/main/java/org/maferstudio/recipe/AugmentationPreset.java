package org.maferstudio.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Named augmentations: none, a light one, and those of MAFER's authors for each dataset, on an input of 224 px.
 *
 * <p>Probabilities are those of the authors' code: the elastic transform and cutout of FER2013 and the cutout of RAF-DB
 * are always applied; all others have albumentations' default of 0.5. Values beyond the border are black for all three
 * datasets.
 */
public enum AugmentationPreset {
    /** Unchanged images. */
    NONE(Texts.of("recipe.augmentationPreset.none"), Augmentation.NONE),
    /** Random crops and flips. */
    LIGHT(Texts.of("recipe.augmentationPreset.light"), Augmentation.LIGHT),
    /** The authors' for FER2013: 42 of 48 px before resizing. */
    FER2013(
            Texts.of("recipe.augmentationPreset.fer2013"),
            Augmentation.LIGHT
                    .cropped(42)
                    .with(new ElasticTransform(1, 50, 5, 5))
                    .with(new ShiftScaleRotate(0.5, 0.02, 10, 0))
                    .with(Border.BLACK)
                    .with(new Cutout(1, 10, 30, Cutout.Fill.BLACK))),
    /** The authors' for RAF-DB: 224 of 256 px after resizing, some images converted to grey. */
    RAFDB(
            Texts.of("recipe.augmentationPreset.rafDb"),
            Augmentation.LIGHT
                    .greyed(0.2)
                    .with(new ElasticTransform(0.5, 1, 50, 50))
                    .with(new ShiftScaleRotate(0.5, 0.02, 10, 0))
                    .with(Border.BLACK)
                    .with(new Cutout(1, 10, 20, Cutout.Fill.BLACK))),
    /** The authors' for Oulu-CASIA: no crop. */
    OULUCASIA(
            Texts.of("recipe.augmentationPreset.ouluCasia"),
            Augmentation.NONE
                    .flipped(0.5)
                    .with(new ElasticTransform(0.5, 120, 6, 3.6))
                    .with(new ShiftScaleRotate(0.5, 0.02, 45, 0.3))
                    .with(Border.BLACK)
                    .with(new Cutout(0.5, 10, 10, Cutout.Fill.BLACK)));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // records of numbers
    private final Augmentation augmentation;

    AugmentationPreset(String title, Augmentation augmentation) {
        this.title = title;
        this.augmentation = augmentation;
    }

    /** The displayed name. */
    public String title() {
        return title;
    }

    /** The transforms. */
    public Augmentation augmentation() {
        return augmentation;
    }

    /** The identifier on the command line, such as {@code rafdb}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the preset with an identifier, see {@link #id()}.
     *
     * @throws Problem if there is none
     */
    public static AugmentationPreset of(String id) {
        return Arrays.stream(values())
                .filter(preset -> preset.id().equals(id.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of(
                        "recipe.augmentationPreset.error.unknown",
                        id,
                        Arrays.stream(values()).map(AugmentationPreset::id).collect(Collectors.joining(", ")))));
    }
}
