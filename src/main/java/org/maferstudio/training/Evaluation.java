package org.maferstudio.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Facts;
import org.maferstudio.experiment.Machine;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Counted;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.ComputeEngine;
import org.maferstudio.network.DeviceChoice;
import org.maferstudio.network.InputPacker;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.results.Predictions;

/** Asks the kept network of an experiment about a split, at native and at lower resolutions, and keeps the answers. */
public final class Evaluation {
    private final Experiment experiment;
    private final Progress progress;

    /** An evaluation of one experiment. */
    public Evaluation(Experiment experiment, Progress progress) {
        this.experiment = experiment;
        this.progress = progress;
    }

    /**
     * What to evaluate.
     *
     * @param dataset on which dataset; empty for the one that it was trained on
     * @param split its name; empty for test where there is one, else validation
     * @param resolutions {@link Predictions#NATIVE} and numbers of pixels, each once
     * @param machine on which device, with how many threads
     */
    public record Request(
            Optional<DatasetSource> dataset, Optional<String> split, List<String> resolutions, Machine machine) {
        public Request {
            resolutions = List.copyOf(resolutions);
            if (resolutions.isEmpty()) {
                throw new IllegalArgumentException("an evaluation needs at least one resolution");
            }
            for (String resolution : resolutions) {
                if (!resolution.equals(Predictions.NATIVE) && !resolution.matches("[1-9][0-9]{0,3}")) {
                    throw Problem.input("A resolution is native or a number of pixels up to 9999, got " + resolution
                            + ". Say, for example, native,16,8.");
                }
            }
        }
    }

    /**
     * What came of it.
     *
     * @param split that was looked at
     * @param predictions one a resolution, in the order asked for; fewer if a stop was asked for
     * @param notes what the user should know, such as samples of classes that the network does not know
     */
    public record Result(String split, List<Predictions> predictions, List<String> notes) {}

    /**
     * Evaluates, and writes {@code predictions/<split>@<resolution>.csv} as each is done.
     *
     * @throws Problem if the network or the dataset is missing, or does not fit
     */
    public Result run(Request request) {
        DatasetSource source =
                request.dataset().orElse(experiment.facts().recipe().dataset());
        try (TrainingData data = TrainingData.open(source, dataset -> Set.of(split(request, dataset)), progress)) {
            return run(request, split(request, data.dataset()), data);
        }
    }

    /** The same on data that are open already and stay open. */
    Result run(Request request, String split, TrainingData data) {
        NetworkFile file = NetworkFile.read(experiment.bestWeights());
        Kernel kernel = experiment.facts().recipe().schedule().kernel();
        ComputeEngine engine = ComputeEngine.load(request.machine().threadsHere());
        List<String> notes = new ArrayList<>();
        List<Sample> samples = known(data, split, new LabelSet(file.contract().labels()), notes);
        if (split.equals(Sample.TEST)) {
            Facts facts = experiment.update(Facts::lookedAtTest);
            notes.add("The test split has been looked at "
                    + (facts.testLooks() == 1 ? "once." : facts.testLooks() + " times."));
        }
        List<Predictions> done = new ArrayList<>();
        try (Network network = file.open(
                        engine.device(DeviceChoice.of(request.machine().device())));
                BatchLoader loader =
                        new BatchLoader(Math.min(8, request.machine().threadsHere()))) {
            Evaluator evaluator = new Evaluator(new InputPacker(file.contract()), data.pictures(), loader);
            for (String resolution : request.resolutions()) {
                Evaluator.Question question = new Evaluator.Question(split, samples, resolution, kernel);
                Optional<Evaluator.Answer> answer = evaluator.ask(network, question, progress);
                if (answer.isEmpty()) {
                    break;
                }
                experiment.write(answer.get().predictions());
                done.add(answer.get().predictions());
            }
        }
        return new Result(split, done, notes);
    }

    private static String split(Request request, Dataset dataset) {
        List<String> splits = dataset.splits();
        boolean onTest = splits.contains(Sample.TEST) || !splits.contains(Sample.VALIDATION);
        return request.split().orElse(onTest ? Sample.TEST : Sample.VALIDATION);
    }

    /** The samples of the split whose classes the network knows, under the network's numbers. */
    private static List<Sample> known(TrainingData data, String split, LabelSet network, List<String> notes) {
        Dataset dataset = data.dataset();
        List<Sample> all = data.samples(split);
        if (all.isEmpty()) {
            throw Problem.input("The dataset " + dataset.name() + " has no " + split + " split, only "
                    + String.join(", ", dataset.splits()) + ". Choose one of them with --split.");
        }
        List<Sample> known = new ArrayList<>();
        for (Sample sample : all) {
            int label = network.indexOf(dataset.labels().name(sample.label()));
            if (label >= 0) {
                known.add(new Sample(sample.id(), sample.split(), label, sample.group(), sample.pixels()));
            }
        }
        if (known.isEmpty()) {
            throw Problem.input("The network knows none of the classes of " + dataset.name() + ": it knows "
                    + String.join(", ", network.names()) + ". Choose a dataset with these.");
        }
        if (known.size() < all.size()) {
            notes.add("Left out: " + Counted.of(all.size() - known.size(), "sample")
                    + " of classes that the network does not know.");
        }
        return known;
    }
}
