package org.maferstudio.training;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.maferstudio.augmentation.Augmenter;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.image.Picture;
import org.maferstudio.network.InputPacker;
import org.maferstudio.schedule.Lowering;

/**
 * What goes through the network in training: which images in which order, each lowered, augmented and packed.
 *
 * <p>Everything random derives from (seed, epoch, sample), and the count of images that the curriculum asks for from
 * the position in the run, so the threads that pack do not matter.
 */
final class TrainingBatches {
    private final Recipe recipe;
    private final List<Sample> samples;
    private final Pictures pictures;
    private final InputPacker packer;
    private final EpochPlan plan;

    /** Batches of these samples. */
    TrainingBatches(Recipe recipe, List<Sample> samples, Pictures pictures, InputPacker packer) {
        this.recipe = recipe;
        this.samples = samples;
        this.pictures = pictures;
        this.packer = packer;
        this.plan = new EpochPlan(samples.size(), recipe.course());
    }

    /** How an epoch falls into batches. */
    EpochPlan plan() {
        return plan;
    }

    /**
     * What packs the batches of an epoch by their number; safe for use from several threads.
     *
     * @param epoch from 1
     */
    IntFunction<PackedBatch> epoch(int epoch) {
        int[] order = Draws.order(recipe.course().seed(), epoch, samples.size());
        Augmenter augmenter =
                new Augmenter(recipe.augmentation(), recipe.network().size());
        return batch -> {
            int start = plan.start(batch);
            int[] labels = new int[plan.size(batch)];
            float[] input = new float[labels.length * packer.length()];
            for (int i = 0; i < labels.length; i++) {
                int sample = order[start + i];
                long seen = (long) (epoch - 1) * samples.size() + start + i;
                labels[i] = samples.get(sample).label();
                packer.packCropped(picture(augmenter, epoch, sample, seen), input, i * packer.length());
            }
            return new PackedBatch(input, labels);
        };
    }

    /** One image as the network will see it, {@code size x size}. */
    private Picture picture(Augmenter augmenter, int epoch, int sample, long seen) {
        long seed = recipe.course().seed();
        Picture picture = pictures.of(samples.get(sample));
        OptionalInt resolution = recipe.schedule().draw(seen, Draws.of(Draws.Purpose.LOWERING, seed, epoch, sample));
        if (resolution.isPresent()) {
            picture = Lowering.lower(
                    picture, resolution.getAsInt(), recipe.schedule().kernel());
        }
        return augmenter.apply(packer.resized(picture), Draws.of(Draws.Purpose.AUGMENTATION, seed, epoch, sample));
    }
}
