package org.maferstudio.training.data;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.maferstudio.augmentation.Augmenter;
import org.maferstudio.augmentation.RandomBlur;
import org.maferstudio.datasets.Sample;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.schedule.Downsampling;

/**
 * The training batches: shuffled, downsampled, augmented and packed images, and for a teacher the same images without
 * downsampling.
 *
 * <p>All randomness derives from (seed, epoch, sample), and the curriculum's image count from the position in the run,
 * so the number of loader threads does not matter.
 */
public final class TrainingBatches {
    private final Recipe recipe;
    private final List<Sample> samples;
    private final ImageSource pictures;
    private final InputPacker packer;
    private final EpochPlan plan;
    private final boolean soft;

    /** Creates the batches of samples. */
    public TrainingBatches(Recipe recipe, List<Sample> samples, ImageSource pictures, InputPacker packer) {
        this.recipe = recipe;
        this.samples = samples;
        this.pictures = pictures;
        this.packer = packer;
        this.plan = new EpochPlan(samples.size(), recipe.course());
        this.soft = recipe.augmentation().mixes()
                || samples.stream().anyMatch(sample -> !sample.votes().isEmpty());
    }

    /** The plan of an epoch. */
    public EpochPlan plan() {
        return plan;
    }

    /**
     * Returns a function that packs the batches of an epoch by number. Thread-safe.
     *
     * @param epoch starting at 1
     */
    public IntFunction<PackedBatch> epoch(int epoch) {
        int[] order = RandomStreams.order(recipe.course().seed(), epoch, samples.size());
        NetworkConfig network = recipe.network();
        Augmenter augmenter = new Augmenter(recipe.augmentation(), network.resize(), network.size(), network.kernel());
        return batch -> {
            int start = plan.start(batch);
            int[] labels = new int[plan.size(batch)];
            float[] input = new float[labels.length * packer.length()];
            float[] originals = new float[recipe.objective().teacher().teaches() ? input.length : 0];
            for (int i = 0; i < labels.length; i++) {
                int sample = order[start + i];
                long seen = (long) (epoch - 1) * plan.imagesUsed() + start + i;
                labels[i] = samples.get(sample).label();
                pack(new Place(augmenter, epoch, sample, seen), input, originals, i * packer.length());
            }
            PackedBatch packed = new PackedBatch(input, originals, labels, shares(order, start, labels.length));
            return recipe.augmentation().mixes() ? mixed(packed, epoch, batch) : packed;
        };
    }

    /** The batch with its images and labels mixed in pairs; a teacher's images are mixed in the same way. */
    private PackedBatch mixed(PackedBatch batch, int epoch, int number) {
        InputContract contract = packer.contract();
        BatchMixing mixing = BatchMixing.draw(
                recipe.augmentation(),
                contract.size(),
                RandomStreams.of(RandomStreams.Purpose.MIXING, recipe.course().seed(), epoch, number));
        BatchMixing.Shape shape =
                new BatchMixing.Shape(contract.size(), contract.colour().channels());
        return new PackedBatch(
                mixing.images(batch.input(), shape),
                mixing.images(batch.originals(), shape),
                mixing.labels(batch.labels()),
                mixing.shares(batch.shares(), contract.labels().size()));
    }

    /** The class shares, {@code (N, classes)}; of length 0 if the labels are unambiguous. */
    private float[] shares(int[] order, int start, int count) {
        int classes = packer.contract().labels().size();
        float[] shares = new float[soft ? count * classes : 0];
        for (int i = 0; i < count && soft; i++) {
            Sample sample = samples.get(order[start + i]);
            for (int c = 0; c < classes; c++) {
                shares[i * classes + c] = sample.votes().isEmpty()
                        ? (c == sample.label() ? 1 : 0)
                        : sample.votes().get(c).floatValue();
            }
        }
        return shares;
    }

    /** The sample at a position of the run, and its augmentation. */
    private record Place(Augmenter augmenter, int epoch, int sample, long seen) {}

    /** Packs one image for the network and, if requested, for the teacher. */
    private void pack(Place place, float[] input, float[] originals, int offset) {
        long seed = recipe.course().seed();
        RasterImage image = blurred(pictures.of(samples.get(place.sample())), place);
        RandomGenerator random = RandomStreams.of(RandomStreams.Purpose.LOWERING, seed, place.epoch(), place.sample());
        OptionalInt resolution = recipe.schedule().draw(place.seen(), random);
        RasterImage seen = resolution.isPresent() ? lowered(image, resolution.getAsInt(), random) : image;
        packer.packCropped(augmented(seen, place, RandomStreams.Purpose.AUGMENTATION), input, offset);
        if (originals.length == 0) {
            return;
        }
        if (recipe.objective().teacher().draws() == TeacherConfig.Draws.OWN) {
            packer.packCropped(augmented(image, place, RandomStreams.Purpose.TEACHER), originals, offset);
        } else if (resolution.isPresent()) {
            packer.packCropped(augmented(image, place, RandomStreams.Purpose.AUGMENTATION), originals, offset);
        } else {
            System.arraycopy(input, offset, originals, offset, packer.length());
        }
    }

    /** The image with the blur that may be drawn for it; a teacher sees it too. */
    private RasterImage blurred(RasterImage image, Place place) {
        return RandomBlur.apply(
                recipe.augmentation(),
                image,
                RandomStreams.of(RandomStreams.Purpose.BLUR, recipe.course().seed(), place.epoch(), place.sample()));
    }

    /** The image at a low resolution, compressed there if the schedule says so, and resized back. */
    private RasterImage lowered(RasterImage image, int resolution, RandomGenerator random) {
        Kernel kernel = recipe.schedule().drawKernel(random);
        OptionalInt quality = recipe.schedule().drawJpeg(random);
        if (quality.isEmpty()) {
            return Downsampling.downsample(image, resolution, kernel);
        }
        RasterImage low = new Degradation(DegradationKind.JPEG, quality.getAsInt())
                .apply(Downsampling.reduce(image, resolution, kernel), "");
        return Resampling.resize(low, image.width(), image.height(), kernel);
    }

    /** Applies the random transforms; student and teacher get the same ones if their draws have the same purpose. */
    private RasterImage augmented(RasterImage image, Place place, RandomStreams.Purpose purpose) {
        return place.augmenter()
                .apply(
                        packer.coloured(image),
                        RandomStreams.of(purpose, recipe.course().seed(), place.epoch(), place.sample()));
    }
}
