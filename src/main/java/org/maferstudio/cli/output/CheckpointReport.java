package org.maferstudio.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.results.Predictions;
import org.maferstudio.training.CheckpointEvaluation;

/** Evaluates checkpoints, and prints results and assumptions. */
public final class CheckpointReport {
    private final Console console;

    public CheckpointReport(Console console) {
        this.console = console;
    }

    /** Evaluates, and prints lines. */
    public int run(CheckpointEvaluation.Request request) {
        CheckpointEvaluation.Result result = result(request);
        print(request, result);
        return code(request, result);
    }

    /** Evaluates, and prints one JSON object, like {@code mafer evaluate}. */
    public int json(CheckpointEvaluation.Request request) {
        CheckpointEvaluation.Result result = result(request);
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < request.resolutions().size() && !result.tested().isEmpty(); i++) {
            List<Predictions> each = at(result, i);
            Optional<SeriesSummary.Reached> reached =
                    each.size() > 1 ? Optional.of(SeriesSummary.reached(each)) : Optional.empty();
            Map<String, Object> one = ScoreReport.object(
                    reached.flatMap(SeriesSummary.Reached::together).orElse(each.get(0)), reached);
            one.put("dataset", result.dataset());
            all.put(request.resolutions().get(i).id(), one);
        }
        console.json(all);
        return code(request, result);
    }

    private CheckpointEvaluation.Result result(CheckpointEvaluation.Request request) {
        CheckpointEvaluation.Result result = new CheckpointEvaluation(request, console.progress("test")).run();
        result.notes().forEach(console::message);
        if (result.tested().isEmpty()) {
            return result;
        }
        console.message("Assumed: the outputs of the classifier are "
                + String.join(
                        ", ",
                        result.tested().get(0).predictions().get(0).labels().names())
                + ", in this order. Use --labels if the order differs.");
        if (request.checkpoints().size() > 1) {
            console.message("Assumed: the checkpoints, sorted by name, are those of the folds that this program "
                    + "draws with seed "
                    + request.recipe().dataset().seed()
                    + ". The authors' folds are not known. If a checkpoint was trained on other folds, its "
                    + "test images include training images, and its accuracy is not meaningful.");
        }
        return result;
    }

    private static int code(CheckpointEvaluation.Request request, CheckpointEvaluation.Result result) {
        return result.tested().size() == request.checkpoints().size() ? ExitCode.DONE : ExitCode.STOPPED;
    }

    private static List<Predictions> at(CheckpointEvaluation.Result result, int resolution) {
        return result.tested().stream()
                .map(tested -> tested.predictions().get(resolution))
                .toList();
    }

    private void print(CheckpointEvaluation.Request request, CheckpointEvaluation.Result result) {
        if (result.tested().isEmpty()) {
            return;
        }
        boolean folds = request.checkpoints().size() > 1;
        console.print("Split " + result.split() + " of " + result.dataset() + ", evaluated with "
                + (folds
                        ? result.tested().size() + " checkpoints, each on its own fold by "
                                + (request.by() == Fold.By.USUAL
                                        ? "group"
                                        : request.by().id())
                        : request.checkpoints().get(0).getFileName()));
        for (int i = 0; i < request.resolutions().size(); i++) {
            lines(request, result, i).forEach(console::print);
        }
        request.out()
                .ifPresent(out -> console.message("The experiment in " + out
                        + " contains the networks and predictions. To evaluate them again, for example at lower "
                        + "resolutions, run mafer evaluate " + out + "."));
    }

    private static List<String> lines(
            CheckpointEvaluation.Request request, CheckpointEvaluation.Result result, int resolution) {
        List<Predictions> each = at(result, resolution);
        List<String> lines = new ArrayList<>();
        if (request.checkpoints().size() == 1) {
            lines.add(ScoreReport.line(each.get(0)));
            return lines;
        }
        for (int i = 0; i < each.size(); i++) {
            lines.add("fold " + (i + 1) + ", " + request.checkpoints().get(i).getFileName() + ", "
                    + ScoreReport.line(each.get(i)).strip());
        }
        SeriesSummary.Reached reached = SeriesSummary.reached(each);
        lines.addAll(SeriesReport.lines(request.resolutions().get(resolution).id(), reached));
        reached.together().ifPresent(all -> lines.add("together " + ScoreReport.line(all)));
        return lines;
    }
}
