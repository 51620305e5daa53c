package org.maferstudio.training.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fingerprint;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.check.CrossSplitDuplicates;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.datasets.saved.ImageFacts;
import org.maferstudio.datasets.saved.SavedDataset;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.texts.Texts;

/** An open dataset with decoded images of some splits. Damaged images are rejected or skipped. */
public final class TrainingData implements AutoCloseable {
    private static final String HOLD_OUT = Texts.of("training.error.noValidation");

    private final Dataset dataset;
    private final PixelCache cache;
    private final List<DatasetIssue> damage = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private Set<String> duplicates = Set.of();
    private boolean complete;

    private TrainingData(Dataset dataset, PixelCache cache) {
        this.dataset = dataset;
        this.cache = cache;
        complete = cache.isComplete();
        damage.addAll(dataset.damage());
        damage.addAll(cache.damage());
        cache.damage().forEach(finding -> unreadable.add(finding.where()));
    }

    /**
     * Opens a dataset for training.
     *
     * @throws Problem if it cannot be opened, lacks a split, or is damaged and the source does not allow skipping
     */
    public static TrainingData toTrain(DatasetSource source, Progress progress) {
        return toTrain(source, PixelLimits.usual(), progress);
    }

    /** Opens a dataset with other limits of decoded images. */
    public static TrainingData toTrain(DatasetSource source, PixelLimits limits, Progress progress) {
        TrainingData data = open(source, dataset -> Set.copyOf(dataset.splits()), limits, progress);
        try {
            if (source.leaveOutDuplicates() && data.isComplete()) {
                data.leaveOutDuplicates(progress);
            }
            data.need(Sample.TRAIN, 2, Texts.of("training.error.noTraining"));
            data.need(Sample.VALIDATION, 1, source.validShare() > 0 ? tooSmall(source.validShare()) : HOLD_OUT);
            return data;
        } catch (Problem e) {
            data.close();
            throw e;
        }
    }

    /**
     * Opens a dataset and decodes some of its splits.
     *
     * @param wanted the splits to decode
     * @throws Problem if it cannot be opened, or is damaged and the source does not allow skipping
     */
    public static TrainingData open(DatasetSource source, Function<Dataset, Set<String>> wanted, Progress progress) {
        return open(source, wanted, PixelLimits.usual(), progress);
    }

    private static TrainingData open(
            DatasetSource source, Function<Dataset, Set<String>> wanted, PixelLimits limits, Progress progress) {
        Dataset dataset = Datasets.open(source, progress);
        try {
            Set<String> splits = wanted.apply(dataset);
            List<Sample> samples = dataset.samples().stream()
                    .filter(sample -> splits.contains(sample.split()))
                    .toList();
            SavedDataset saved = SavedDataset.ofThisSystem(limits.disk());
            TrainingData data = new TrainingData(dataset, PixelCache.fill(samples, limits.memory(), saved, progress));
            if (!data.damage.isEmpty() && !source.leaveOutDamaged()) {
                data.cache.close();
                DatasetIssue first = data.damage.get(0);
                throw Problem.input(Texts.of(
                        "training.error.damagedSamples",
                        data.damage.size(),
                        dataset.name(),
                        first.where(),
                        first.text()));
            }
            return data;
        } catch (RuntimeException e) {
            dataset.close();
            throw e;
        }
    }

    private void leaveOutDuplicates(Progress progress) {
        Optional<Map<String, Set<String>>> found =
                CrossSplitDuplicates.search(dataset, cache, DuplicateStore.ofThisSystem(), progress);
        duplicates = found.map(ids -> ids.getOrDefault(Sample.TRAIN, Set.of())).orElse(Set.of());
        complete = found.isPresent();
    }

    private void need(String split, int least, String remedy) {
        if (complete && samples(split).size() < least) {
            throw Problem.input(Texts.of(
                    "training.error.tooFewSamples",
                    dataset.name(),
                    samples(split).size(),
                    split,
                    least,
                    remedy));
        }
    }

    private static String tooSmall(double share) {
        return Texts.of("training.error.validationEmpty", 100 * share, share < 0.2 ? "0.2" : "0.5");
    }

    /** Whether all was decoded, and searched for duplicates if these are left out; false if a stop was asked for. */
    public boolean isComplete() {
        return complete;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** The decoded images; those beyond the cache limit are read again. */
    public ImageSource images() {
        return sample -> {
            try {
                return cache.image(sample);
            } catch (Problem e) {
                throw Problem.failure(Texts.of("training.error.datasetChanged", sample.id(), e.getMessage()), e);
            }
        };
    }

    /** The samples of a split that was decoded, in the dataset's order, without those that are left out. */
    public List<Sample> samples(String split) {
        boolean train = split.equals(Sample.TRAIN);
        return dataset.samples(split).stream()
                .filter(sample -> !unreadable.contains(sample.id()))
                .filter(sample -> !train || !duplicates.contains(sample.id()))
                .toList();
    }

    /** The number of images of train that are left out because they also occur in another split. */
    public int leftOutDuplicates() {
        return duplicates.size();
    }

    private List<ImageFacts> facts(String split) {
        return samples(split).stream()
                .map(cache::facts)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The contract of a network trained on these data; if its configuration has no mean, train must be decoded. */
    public InputContract contract(NetworkConfig plan) {
        List<Double> mean = plan.meanOfTrain() ? ChannelMeans.of(facts(Sample.TRAIN), plan.colour()) : plan.mean();
        return plan.forFacesOf(dataset.name(), dataset.format()).contract(dataset.labels(), mean);
    }

    /** The metadata for the experiment; only if all splits were decoded. */
    public DatasetMetadata metadata() {
        DatasetMetadata all = DatasetMetadata.of(dataset, damage, Fingerprint.of(dataset, cache));
        return duplicates.isEmpty()
                ? all
                : all.withNotes(Stream.concat(
                                all.notes().stream(),
                                Stream.of(Texts.of("training.duplicates.leftOut", duplicates.size())))
                        .toList());
    }

    @Override
    public void close() {
        cache.close();
        dataset.close();
    }
}
