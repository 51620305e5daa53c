package org.maferstudio.cli;

import java.util.Map;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.AugmentationPreset;
import org.maferstudio.recipe.Recipe;
import picocli.CommandLine.Option;

/** The options of a training that say what random transforms its images go through; each changes one of them. */
final class AugmentationOptions {
    @Option(
            names = "--augmentation",
            paramLabel = "NAME",
            description = "All of them at once, as a start: none, light, or the authors' fer2013, rafdb, oulucasia.")
    private String preset;

    @Option(
            names = "--random-crop",
            negatable = true,
            description = "Crop to the input's size at a random place, else at the centre.")
    private Boolean randomCrop;

    @Option(
            names = "--crop-first",
            paramLabel = "SIDE",
            description =
                    "Crop a random square before resizing: up to 1 a share of the side, above it pixels; 0: none.")
    private Double cropFirst;

    @Option(names = "--grey", paramLabel = "P", description = "How probably a colour picture turns grey.")
    private Double grey;

    @Option(
            names = "--grey-weights",
            paramLabel = "rgb|bgr",
            description = "How the channels count in that grey: rgb is the luma of ITU-R 601, bgr swaps red and blue"
                    + " (default: rgb; bgr in the presets of the first step).")
    private String greyWeights;

    @Option(names = "--elastic-p", paramLabel = "P", description = "How probably a picture is bent.")
    private Double elasticP;

    @Option(names = "--elastic-alpha", description = "How strongly it is bent.")
    private Double alpha;

    @Option(names = "--elastic-sigma", paramLabel = "PIXELS", description = "How wide the waves are.")
    private Double sigma;

    @Option(
            names = "--elastic-corners",
            paramLabel = "PIXELS",
            description = "How far three points move at most, which shears it (albumentations: alpha_affine).")
    private Double corners;

    @Option(names = "--motion-p", paramLabel = "P", description = "How probably a picture is moved.")
    private Double motionP;

    @Option(names = "--motion-shift", paramLabel = "SHARE", description = "How far at most, as a share of the side.")
    private Double shift;

    @Option(names = "--motion-rotate", paramLabel = "DEGREES", description = "How far it turns at most, either way.")
    private Double rotate;

    @Option(names = "--motion-scale", paramLabel = "SHARE", description = "How much larger or smaller at most.")
    private Double scale;

    @Option(names = "--border", description = "What is beyond the border of a moved picture: repeat, mirror or black.")
    private String border;

    @Option(names = "--cutout-p", paramLabel = "P", description = "How probably holes are cut.")
    private Double cutoutP;

    @Option(names = "--cutout-holes", paramLabel = "COUNT", description = "How many.")
    private Integer holes;

    @Option(
            names = "--cutout-size",
            paramLabel = "SIDE",
            description = "Their side: up to 1 a share of the picture's, above it pixels.")
    private Double holeSize;

    @Option(names = "--cutout-fill", description = "What is seen in them: mean or black.")
    private String fill;

    @Option(names = "--flip", paramLabel = "P", description = "How probably a picture is mirrored.")
    private Double flip;

    /**
     * Puts what was said into the changes of a recipe, null for what was not.
     *
     * @throws Problem if there is no augmentation of a name
     */
    void into(Map<String, Object> changes) {
        changes.put(
                "augmentation",
                preset == null ? null : AugmentationPreset.of(preset).augmentation());
        changes.put("augmentation.randomCrop", randomCrop);
        changes.put("augmentation.cropFirst", cropFirst);
        changes.put("augmentation.grey", grey);
        changes.put("augmentation.greyWeights", greyWeights);
        changes.put("augmentation.elasticity.p", elasticP);
        changes.put("augmentation.elasticity.alpha", alpha);
        changes.put("augmentation.elasticity.sigma", sigma);
        changes.put("augmentation.elasticity.corners", corners);
        changes.put("augmentation.motion.p", motionP);
        changes.put("augmentation.motion.shift", shift);
        changes.put("augmentation.motion.rotate", rotate);
        changes.put("augmentation.motion.scale", scale);
        changes.put("augmentation.border", border);
        changes.put("augmentation.cutout.p", cutoutP);
        changes.put("augmentation.cutout.holes", holes);
        changes.put("augmentation.cutout.size", holeSize);
        changes.put("augmentation.cutout.fill", fill);
        changes.put("augmentation.flip", flip);
    }

    /**
     * The recipe that came of it.
     *
     * @throws Problem if a probability was said of a transform that does nothing
     */
    Recipe checked(Recipe recipe) {
        Augmentation made = recipe.augmentation();
        if (asked(motionP) && !made.motion().isOn()) {
            throw idle("--motion-p", "--motion-shift, --motion-rotate or --motion-scale");
        }
        if (asked(elasticP) && !made.elasticity().isOn()) {
            throw idle("--elastic-p", "--elastic-alpha or --elastic-corners");
        }
        if (asked(cutoutP) && !made.cutout().isOn()) {
            throw idle("--cutout-p", "--cutout-holes and --cutout-size");
        }
        return recipe;
    }

    private static boolean asked(Double p) {
        return p != null && p > 0;
    }

    private static Problem idle(String option, String others) {
        return Problem.input(
                option + " alone changes no picture, as nothing says how much. Add " + others + ", or leave it out.");
    }
}
