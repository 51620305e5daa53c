package org.maferstudio.training.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.results.ClassOrderCheck;
import org.maferstudio.results.DominantClass;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.TrainingData;

/**
 * Evaluates the selected network of an experiment on a split, at native and lower resolutions, and saves the
 * predictions.
 */
public final class Evaluation {
    private final Experiment experiment;
    private final Progress progress;

    /** Creates an evaluation of one experiment. */
    public Evaluation(Experiment experiment, Progress progress) {
        this.experiment = experiment;
        this.progress = progress;
    }

    /**
     * What to evaluate.
     *
     * @param dataset to use; empty for the one that the network was trained on
     * @param split its name; empty for test if there is one, otherwise validation
     * @param resolutions {@link Resolution#NATIVE} and numbers of pixels, each once
     * @param device device and number of threads
     * @param degradations of images at native resolution, each once
     */
    public record Request(
            Optional<DatasetSource> dataset,
            Optional<String> split,
            List<Resolution> resolutions,
            DeviceConfig device,
            List<Degradation> degradations) {
        /** A request without degradations. */
        public Request(
                Optional<DatasetSource> dataset,
                Optional<String> split,
                List<Resolution> resolutions,
                DeviceConfig device) {
            this(dataset, split, resolutions, device, List.of());
        }

        public Request {
            resolutions = List.copyOf(resolutions);
            degradations = List.copyOf(degradations);
            if (resolutions.isEmpty()) {
                throw new IllegalArgumentException("an evaluation needs at least one resolution");
            }
        }
    }

    /**
     * The result.
     *
     * @param split that was evaluated
     * @param predictions one per resolution, in the requested order; fewer if a stop was requested
     * @param notes for the user, such as samples of unknown classes
     * @param other the name of the dataset, if it is not the one that the network was trained on
     * @param reached for a series, the results of its trainings by resolution; empty for a single training
     * @param degraded the predictions by degradation, in the requested order; fewer if a stop was requested
     */
    public record Result(
            String split,
            List<Predictions> predictions,
            List<String> notes,
            Optional<String> other,
            Map<Resolution, SeriesSummary.Reached> reached,
            Map<Degradation, Predictions> degraded) {
        /** The result of a single training on its own dataset. */
        public Result(String split, List<Predictions> predictions, List<String> notes) {
            this(split, predictions, notes, Optional.empty(), Map.of(), Map.of());
        }

        /** Whether all that was requested is there. */
        public boolean answers(Request request) {
            return predictions.size() == request.resolutions().size()
                    && degraded.size() == request.degradations().size();
        }
    }

    /**
     * Evaluates, and writes {@code predictions/<split>@<resolution>.csv} after each resolution; for another dataset to
     * {@code predictions/on-<dataset>/}. Predictions for degraded images go to {@code degraded/} beside them. For a series, evaluates all its networks.
     *
     * @throws Problem if the network or the dataset is missing, or they do not match
     */
    public Result run(Request request) {
        experiment.checkWritable();
        Optional<Series> series = Series.of(experiment);
        if (series.isPresent()) {
            return new SeriesEvaluation(series.get(), progress).run(request);
        }
        ExperimentManifest manifest = experiment.manifest();
        DatasetSource source = EvaluationTarget.source(experiment, request, progress);
        try (TrainingData data = TrainingData.open(source, dataset -> splits(manifest, request, dataset), progress)) {
            return run(request, EvaluationTarget.of(manifest, request, data.dataset()), data);
        }
    }

    /** The splits to read: all of the first dataset of an imported network, whose metadata the experiment records. */
    private static Set<String> splits(ExperimentManifest manifest, Request request, Dataset dataset) {
        EvaluationTarget target = EvaluationTarget.of(manifest, request, dataset);
        return EvaluationTarget.isFirst(manifest) ? Set.copyOf(dataset.splits()) : Set.of(target.split());
    }

    /** Does the same on open data, which stay open. */
    public Result run(Request request, String split, TrainingData data) {
        return run(request, new EvaluationTarget(split, Optional.empty()), data);
    }

    private Result run(Request request, EvaluationTarget asked, TrainingData data) {
        String split = asked.split();
        Kernel kernel = experiment.manifest().recipe().schedule().kernel();
        ComputeEngine engine = ComputeEngine.load(request.device().threadsHere());
        List<String> notes = new ArrayList<>();
        List<Predictions> done = new ArrayList<>();
        Map<Degradation, Predictions> degraded = new LinkedHashMap<>();
        try (Classifier network = experiment.classifier(
                        engine.device(DeviceChoice.of(request.device().device())));
                BatchLoader loader =
                        new BatchLoader(Math.min(8, request.device().threadsHere()))) {
            LabelSet labels = new LabelSet(network.contract().labels());
            List<Sample> samples = asked.samplesOfKnownClasses(data, labels, notes);
            if (EvaluationTarget.isFirst(experiment.manifest()) && data.isComplete()) {
                DatasetSource first = request.dataset().orElseThrow();
                experiment.update(known -> known.evaluatedOn(data.metadata(), first));
            }
            if (asked.testsOwn(experiment.manifest())) {
                ExperimentManifest manifest = experiment.update(ExperimentManifest::withTestEvaluation);
                notes.add(Texts.of("training.note.testEvaluations", manifest.testEvaluations()));
            }
            Evaluator evaluator = new Evaluator(network.packer(), data.images(), loader);
            for (Resolution resolution : request.resolutions()) {
                Evaluator.Question question = new Evaluator.Question(split, samples, resolution, kernel);
                Optional<Evaluator.Answer> answer = evaluator.evaluate(network, question, progress);
                if (answer.isEmpty()) {
                    break;
                }
                save(answer.get().predictions(), asked);
                if (resolution.isNative()) {
                    DominantClass.warning(answer.get().predictions()).ifPresent(notes::add);
                    ClassOrderCheck.warning(answer.get().predictions()).ifPresent(notes::add);
                }
                done.add(answer.get().predictions());
            }
            boolean whole = done.size() == request.resolutions().size();
            Evaluator.Question unchanged = new Evaluator.Question(split, samples, Resolution.NATIVE, kernel);
            for (Degradation degradation : whole ? request.degradations() : List.<Degradation>of()) {
                Optional<Evaluator.Answer> answer =
                        evaluator.evaluate(network, unchanged.degradedBy(degradation), progress);
                if (answer.isEmpty()) {
                    break;
                }
                new DegradedPredictions(experiment, asked.other())
                        .write(degradation, answer.get().predictions());
                degraded.put(degradation, answer.get().predictions());
            }
        }
        return new Result(split, done, notes, asked.other(), Map.of(), degraded);
    }

    private void save(Predictions predictions, EvaluationTarget asked) {
        if (asked.other().isPresent()) {
            experiment.writeOn(asked.other().get(), predictions);
        } else {
            experiment.write(predictions);
        }
    }
}
