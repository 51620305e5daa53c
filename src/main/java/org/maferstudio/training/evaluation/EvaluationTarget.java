package org.maferstudio.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.expression.LabelMapping;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.TrainingData;

/**
 * The target of an evaluation: a split of the network's own dataset, or of another one.
 *
 * @param split its name
 * @param other the other dataset's name; empty for the network's own dataset
 */
public record EvaluationTarget(String split, Optional<String> other) {
    /** Drawn faces of other seeds are different images with the same class counts. */
    private static final String DRAWN = "drawn";

    /** Test evaluations are counted, so test comes first; train is never the default. */
    private static final List<String> OWN = List.of(Sample.TEST, Sample.VALIDATION);

    /** The network was not trained on another dataset, so even its training split can be used. */
    private static final List<String> OTHERS = List.of(Sample.TEST, Sample.VALIDATION, Sample.TRAIN);

    /**
     * Opens the dataset. For its own dataset at another location, the held-out fold of the training is kept, so that
     * the network is not evaluated on its training images.
     */
    public static DatasetSource source(Experiment experiment, Evaluation.Request request, Progress progress) {
        ExperimentManifest manifest = experiment.manifest();
        if (request.dataset().isEmpty() && isFirst(manifest)) {
            throw Problem.input(Texts.of("training.error.importedNoDataset", experiment));
        }
        DatasetSource own = LocatedDatasets.source(experiment);
        DatasetSource source = request.dataset().orElse(own);
        if (own.fold().isEmpty() || source.fold().isPresent()) {
            return source;
        }
        try (Dataset dataset = Datasets.open(source, progress)) {
            return dataset.name().equals(manifest.dataset().name())
                    ? source.with(own.fold().get())
                    : source;
        }
    }

    /**
     * Returns the target on an open dataset.
     *
     * @throws Problem if there is no default split and none is given
     */
    public static EvaluationTarget of(ExperimentManifest manifest, Evaluation.Request request, Dataset dataset) {
        boolean same = dataset.name().equals(manifest.dataset().name());
        String split = request.split()
                .orElseGet(() -> defaultSplit(dataset, request.dataset().isEmpty() || same ? OWN : OTHERS));
        boolean own = isFirst(manifest)
                || request.dataset()
                        .map(source -> same
                                && (source.paths()
                                                .equals(manifest.recipe()
                                                        .dataset()
                                                        .paths())
                                        || sameCounts(dataset, split, manifest)))
                        .orElse(true);
        return new EvaluationTarget(split, own ? Optional.empty() : Optional.of(dataset.name()));
    }

    /**
     * Returns the target on a dataset on which the network was not trained.
     *
     * @throws Problem if there is no default split
     */
    static EvaluationTarget ofOther(Dataset dataset) {
        return new EvaluationTarget(defaultSplit(dataset, OTHERS), Optional.of(dataset.name()));
    }

    /** Whether an imported network has no dataset yet: the first on which it is evaluated becomes its own. */
    static boolean isFirst(ExperimentManifest manifest) {
        return manifest.imported().isPresent() && manifest.dataset().name().isEmpty();
    }

    /** Whether this is a test set of the network's own dataset, including one in separate files. */
    boolean testsOwn(ExperimentManifest manifest) {
        boolean own = other.map(name -> name.equals(manifest.dataset().name())
                        && !manifest.dataset().format().equals(DRAWN))
                .orElse(true);
        return own && Sample.isTestSet(split);
    }

    /**
     * The default split of a network's own dataset.
     *
     * @throws Problem if there is neither a test nor a validation split
     */
    public static String defaultSplit(Dataset dataset) {
        return defaultSplit(dataset, OWN);
    }

    private static String defaultSplit(Dataset dataset, List<String> order) {
        return order.stream()
                .filter(dataset.splits()::contains)
                .findFirst()
                .orElseThrow(() -> Problem.input(
                        Texts.of("training.error.noTestSplit", dataset.name(), String.join(", ", dataset.splits()))));
    }

    /** Whether a split has the same class counts as that of the network's dataset. */
    private static boolean sameCounts(Dataset dataset, String split, ExperimentManifest manifest) {
        int[] counts = dataset.counts().get(split);
        List<Integer> here =
                counts == null ? List.of() : Arrays.stream(counts).boxed().toList();
        List<Integer> there = new ArrayList<>(
                manifest.dataset().counts().getOrDefault(split, Map.of()).values());
        return !dataset.format().equals(DRAWN) && !here.isEmpty() && here.equals(there);
    }

    /**
     * The samples of classes that the network has, with the network's class numbers.
     *
     * @param notes receives what is left out
     * @throws Problem if there is no such split, or no common class
     */
    public List<Sample> samplesOfKnownClasses(TrainingData data, LabelSet network, List<String> notes) {
        Dataset dataset = data.dataset();
        List<Sample> all = data.samples(split);
        if (all.isEmpty()) {
            throw Problem.input(
                    Texts.of("training.error.noSplit", dataset.name(), split, String.join(", ", dataset.splits())));
        }
        LabelMapping mapping = new LabelMapping(dataset.labels(), network);
        List<Sample> known = new ArrayList<>();
        for (Sample sample : all) {
            int label = mapping.of(sample.label());
            if (label >= 0) {
                known.add(sample.labelled(label));
            }
        }
        if (known.isEmpty()) {
            throw Problem.input(
                    Texts.of("training.error.noCommonClass", dataset.name(), String.join(", ", network.names())));
        }
        if (known.size() < all.size()) {
            notes.add(Texts.of(
                    "training.note.unknownClasses", all.size() - known.size(), String.join(", ", mapping.unknown())));
        }
        if (!mapping.absent().isEmpty()) {
            notes.add(Texts.of("training.note.absentClasses", dataset.name(), String.join(", ", mapping.absent())));
        }
        return known;
    }
}
