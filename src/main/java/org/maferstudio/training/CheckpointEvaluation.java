package org.maferstudio.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Network;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.ClassOrderCheck;
import org.maferstudio.results.DominantClass;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.TrainingData;
import org.maferstudio.training.evaluation.EvaluationTarget;
import org.maferstudio.training.evaluation.Evaluator;

/**
 * Evaluates checkpoints of other programs: one on the test split of a dataset, or one per fold, each on its held-out
 * fold.
 */
public final class CheckpointEvaluation {
    private final Request request;
    private final Progress progress;
    private final Set<String> notes = new LinkedHashSet<>();

    /** Creates an evaluation. */
    public CheckpointEvaluation(Request request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * How checkpoints are read.
     *
     * @param prefix of the names of the selected network; empty if they contain one network each
     * @param labels the classes of the outputs, in order; empty for the classes of the dataset
     */
    public record Reading(Optional<String> prefix, Optional<List<String>> labels) {
        static final Reading USUAL = new Reading(Optional.empty(), Optional.empty());
    }

    /**
     * What to evaluate.
     *
     * @param recipe the network, its input, its base if checkpoints are incomplete, the dataset, device and threads
     * @param checkpoints weight files; several are the folds of the dataset, in order
     * @param by what is kept together in a fold
     * @param split its name; empty for test if there is one, otherwise validation
     * @param resolutions {@link Resolution#NATIVE} and numbers of pixels, each once
     * @param batch size
     * @param out the folder of the experiment to create; empty for none
     * @param reading how the checkpoints are read
     */
    public record Request(
            Recipe recipe,
            List<Path> checkpoints,
            Fold.By by,
            Optional<String> split,
            List<Resolution> resolutions,
            int batch,
            Optional<Path> out,
            Reading reading) {
        /** Checkpoints with one network each and without class names. */
        public Request(
                Recipe recipe,
                List<Path> checkpoints,
                Fold.By by,
                Optional<String> split,
                List<Resolution> resolutions,
                int batch,
                Optional<Path> out) {
            this(recipe, checkpoints, by, split, resolutions, batch, out, Reading.USUAL);
        }

        public Request {
            checkpoints = List.copyOf(checkpoints);
            resolutions = List.copyOf(resolutions);
            if (checkpoints.isEmpty() || resolutions.isEmpty()) {
                throw new IllegalArgumentException("at least one checkpoint and one resolution");
            }
            if (batch < 1 || batch > 4096) {
                throw Problem.input(Texts.of("training.error.batchRange", batch));
            }
        }

        /** The samples on which a checkpoint is evaluated, by its index. */
        DatasetSource source(int place) {
            return checkpoints.size() == 1
                    ? recipe.dataset()
                    : recipe.dataset().with(new Fold(place + 1, checkpoints.size(), by));
        }
    }

    /**
     * One checkpoint's predictions.
     *
     * @param predictions one per resolution, in the requested order
     */
    public record Tested(Path checkpoint, List<Predictions> predictions) {}

    /**
     * The result.
     *
     * @param dataset its name
     * @param split that was evaluated
     * @param tested one per checkpoint; fewer if a stop was requested
     * @param notes for the user, each once
     */
    public record Result(String dataset, String split, List<Tested> tested, List<String> notes) {}

    /** An open dataset, and the contract of the network. */
    private record Opened(TrainingData data, String split, List<Sample> samples, InputContract contract) {}

    /**
     * Evaluates the checkpoints.
     *
     * @throws Problem if a file or the dataset cannot be read, they do not match, or the folds do not exist
     */
    public Result run() {
        checkFolds();
        Optional<CheckpointExperiment> kept = request.out().map(out -> new CheckpointExperiment(out, request));
        ComputeEngine engine = ComputeEngine.load(request.recipe().machine().threadsHere());
        ComputeDevice device =
                engine.device(DeviceChoice.of(request.recipe().machine().device()));
        CheckpointNetwork networks = new CheckpointNetwork(
                request.recipe().network(), request.reading().prefix());
        List<Tested> tested = new ArrayList<>();
        String dataset = "";
        String split = "";
        for (int place = 0; place < request.checkpoints().size() && !progress.stopRequested(); place++) {
            try (TrainingData data = TrainingData.open(request.source(place), this::wanted, progress)) {
                if (!data.isComplete()) {
                    break;
                }
                Opened opened = opened(data);
                dataset = data.dataset().name();
                split = opened.split();
                Optional<Tested> one = test(place, opened, networks, new Keep(kept, device));
                if (one.isEmpty()) {
                    break;
                }
                tested.add(one.get());
            }
        }
        boolean complete = tested.size() == request.checkpoints().size();
        kept.filter(experiment -> complete).ifPresent(CheckpointExperiment::finish);
        return new Result(dataset, split, tested, List.copyOf(notes));
    }

    private record Keep(Optional<CheckpointExperiment> experiment, ComputeDevice device) {}

    private void checkFolds() {
        if (request.checkpoints().size() == 1) {
            return;
        }
        try (Dataset dataset = Datasets.open(request.recipe().dataset(), progress)) {
            if (dataset.splits().contains(Sample.TEST)) {
                throw Problem.input(Texts.of(
                        "training.error.foldsNotExpected", request.checkpoints().size(), dataset.name()));
            }
        }
    }

    /** The splits whose images are needed: all for an experiment's fingerprint, train if the mean is missing. */
    private Set<String> wanted(Dataset dataset) {
        if (request.out().isPresent() || request.recipe().network().meanOfTrain()) {
            return Set.copyOf(dataset.splits());
        }
        return Set.of(split(dataset));
    }

    private String split(Dataset dataset) {
        return request.split().orElseGet(() -> EvaluationTarget.defaultSplit(dataset));
    }

    private Opened opened(TrainingData data) {
        Dataset dataset = data.dataset();
        String split = split(dataset);
        if (data.samples(split).isEmpty()) {
            throw Problem.input(
                    Texts.of("training.error.noSplit", dataset.name(), split, String.join(", ", dataset.splits())));
        }
        notes.addAll(dataset.notes());
        InputContract contract = data.contract(request.recipe().network());
        Optional<List<String>> labels = request.reading().labels();
        if (labels.isEmpty() || labels.get().equals(contract.labels())) {
            return new Opened(data, split, data.samples(split), contract);
        }
        List<String> left = new ArrayList<>();
        List<Sample> known = new EvaluationTarget(split, Optional.empty())
                .samplesOfKnownClasses(data, new LabelSet(labels.get()), left);
        notes.addAll(left);
        return new Opened(data, split, known, contract.withLabels(labels.get()));
    }

    /** Evaluates one checkpoint at all resolutions; empty if a stop was requested. */
    private Optional<Tested> test(int place, Opened opened, CheckpointNetwork networks, Keep keep) {
        Path checkpoint = request.checkpoints().get(place);
        List<String> classes = opened.contract().labels();
        List<String> read = new ArrayList<>();
        try (Network network = networks.open(checkpoint, classes, keep.device(), read);
                BatchLoader loader =
                        new BatchLoader(Math.min(8, request.recipe().machine().threadsHere()))) {
            Evaluator evaluator = new Evaluator(
                    new InputPacker(opened.contract()), opened.data().images(), loader, request.batch());
            List<Predictions> all = new ArrayList<>();
            for (Resolution resolution : request.resolutions()) {
                Evaluator.Question question = new Evaluator.Question(
                        opened.split(),
                        opened.samples(),
                        resolution,
                        request.recipe().schedule().kernel());
                Optional<Evaluator.Answer> answer = evaluator.evaluate(network, question, progress);
                if (answer.isEmpty()) {
                    return Optional.empty();
                }
                all.add(answer.get().predictions());
                if (resolution.isNative()) {
                    DominantClass.warning(answer.get().predictions()).ifPresent(notes::add);
                    ClassOrderCheck.warning(answer.get().predictions()).ifPresent(notes::add);
                }
            }
            notes.addAll(read);
            Tested tested = new Tested(checkpoint, all);
            keep.experiment()
                    .ifPresent(experiment -> experiment.save(
                            place,
                            tested,
                            opened.data().metadata(),
                            new CheckpointExperiment.Asked(network, opened.contract()),
                            read));
            return Optional.of(tested);
        }
    }
}
