package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.results.Wilson;
import org.maferstudio.training.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates an experiment's network on a split, at several resolutions. */
@Command(
        name = "evaluate",
        description = "Ask an experiment's network about a split, at native and lower resolutions. The predictions "
                + "are kept in the experiment.")
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "The experiment's folder.")
    private Path folder;

    @Mixin
    private DatasetOptions dataset;

    @Option(names = "--split", description = "Which split (default: test where there is one, else validation).")
    private String split;

    @Option(
            names = "--resolutions",
            split = ",",
            defaultValue = "native",
            description = "native and numbers of pixels (default: ${DEFAULT-VALUE}).")
    private List<String> resolutions;

    @Mixin
    private MachineOptions machine;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Experiment experiment = Experiment.open(folder);
        Recipe trained = experiment.facts().recipe();
        Evaluation.Request request = new Evaluation.Request(
                dataset.source(trained.dataset()),
                Optional.ofNullable(split),
                resolutions.stream().map(String::strip).distinct().toList(),
                machine.over(trained.machine()));
        Evaluation.Result result = new Evaluation(experiment, console.progress("evaluate")).run(request);
        result.notes().forEach(console::say);
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            result.predictions()
                    .forEach(predictions -> all.put(predictions.resolution(), describe(predictions, result)));
            console.json(all);
        } else {
            print(experiment, result);
        }
        return result.predictions().size() == request.resolutions().size() ? ExitCode.DONE : ExitCode.STOPPED;
    }

    private void print(Experiment experiment, Evaluation.Result result) {
        console.print("Split " + result.split()
                + result.other().map(name -> " of " + name + ", asked of ").orElse(" of ") + experiment.id());
        for (Predictions predictions : result.predictions()) {
            SeriesSummary.Reached reached = result.reached().get(predictions.resolution());
            if (reached != null) {
                SeriesReport.lines(predictions.resolution(), reached).forEach(console::print);
            }
            if (reached == null || reached.together().isPresent()) {
                console.print((reached == null ? "" : "together ") + line(predictions));
            }
        }
    }

    private static String line(Predictions predictions) {
        Scores scores = Scores.of(predictions);
        Interval interval = scores.interval();
        return String.format(
                Locale.ROOT,
                "%7s: accuracy %.4f (95 %% %.4f to %.4f), mean class accuracy %.4f, macro F1 %.4f, n %d",
                predictions.resolution(),
                scores.accuracy(),
                interval.low(),
                interval.high(),
                scores.meanClassAccuracy(),
                scores.macroF1(),
                scores.n());
    }

    private static Map<String, Object> describe(Predictions predictions, Evaluation.Result result) {
        Scores scores = Scores.of(predictions);
        Interval interval = scores.interval();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("split", predictions.split());
        one.put("n", scores.n());
        one.put("accuracy", scores.accuracy());
        one.put("mean_class_accuracy", scores.meanClassAccuracy());
        one.put("macro_f1", scores.macroF1());
        one.put("affwild2_score", scores.affWild2Score());
        one.put("interval", List.of(interval.low(), interval.high()));
        if (predictions.labels().isMany()) {
            one.put("classes", predictions.labels().size());
        } else {
            one.put("labels", predictions.labels().names());
            one.put("confusion", ConfusionMatrix.of(predictions).counts());
        }
        result.other().ifPresent(name -> one.put("dataset", name));
        SeriesSummary.Reached reached = result.reached().get(predictions.resolution());
        if (reached != null) {
            one.put("series", SeriesReport.values(reached));
            if (reached.together().isEmpty()) {
                // The same pictures several times: no more is known of them than from one network's answers.
                long each = reached.n().get(0);
                Interval once = Wilson.interval(Math.round(scores.accuracy() * each), each);
                one.put("interval", List.of(once.low(), once.high()));
            }
        }
        return one;
    }
}
