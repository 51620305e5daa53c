package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.DatasetOptions;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.EvaluationReport;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.SeriesTable;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesDescription;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.ValidationEvaluation;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.training.evaluation.TestTimeEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates an experiment's network on a split, at several resolutions. */
@Command(
        name = "evaluate",
        description = {
            "Evaluate an experiment's network at native and lower resolutions.",
            "The predictions are saved in the experiment.",
            "Of a series of several settings, all runs are evaluated, on --split validation only."
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "Folder of the experiment.")
    private Path folder;

    @Mixin
    private DatasetOptions dataset;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "Split to evaluate (default: test if the dataset has one, otherwise validation).")
    private String split;

    @Option(
            names = "--resolutions",
            paramLabel = "RESOLUTION",
            split = ",",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolutions: native, or numbers of pixels (default: ${DEFAULT-VALUE}).")
    private List<Resolution> resolutions;

    @Option(
            names = "--degrade",
            paramLabel = "KIND[=STRENGTHS]",
            description =
                    "Also evaluate degraded images, as in blur=1,2: blur, noise, contrast, jpeg, or downscaled with "
                            + "bilinear, box, bicubic, lanczos or nearest; without strengths, the usual ones of the kind.")
    private List<String> degradations = List.of();

    @Option(
            names = "--test-time",
            paramLabel = "METHOD",
            description = "Use the network in another way, and save the predictions as another experiment, in --out: "
                    + "flip averages each image and its mirror image; batch-statistics normalises each batch by its "
                    + "own mean and variance, and so adapts to images of another kind; lanczos resizes low images back "
                    + "with Lanczos' kernel, which is sharper.")
    private String testTime;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With --test-time, the folder of the new experiment: a new folder, or one with other "
                    + "predictions of the same kind.")
    private Path out;

    @Option(
            names = "--find-duplicates",
            description = "Search for images that occur in more than one split, and save the list in the "
                    + "experiment. mafer evaluate and mafer report then also show results without them.")
    private boolean findDuplicates;

    @Mixin
    private DeviceOptions device;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path place = folder != null
                ? folder
                : dataset.swallowedExperiment()
                        .orElseThrow(() -> Problem.input(
                                "Which experiment is to be evaluated? Give its folder, for example mafer evaluate DIR "
                                        + "--dataset PATH."));
        Experiment experiment = Experiment.open(place);
        Optional<Series> sweep = Series.of(experiment).filter(Series::isSweep);
        if (sweep.isPresent() && Sample.VALIDATION.equals(split)) {
            return onValidation(sweep.get());
        }
        Recipe trained = experiment.manifest().recipe();
        Evaluation.Request request = new Evaluation.Request(
                dataset.source(trained.dataset()),
                Optional.ofNullable(split),
                resolutions.stream().distinct().toList(),
                device.applyTo(trained.machine()),
                degradations());
        Evaluation.Result result = run(experiment, request);
        result.notes().forEach(console::message);
        if (findDuplicates
                && !SplitDuplicates.search(
                        experiment,
                        LocatedDatasets.source(experiment),
                        DuplicateStore.ofThisSystem(),
                        console.progress("find duplicates"))) {
            return ExitCode.STOPPED;
        }
        if (json) {
            console.json(EvaluationReport.object(experiment, result));
        } else {
            EvaluationReport.print(experiment, result, console);
        }
        return result.answers(request) ? ExitCode.DONE : ExitCode.STOPPED;
    }

    private Evaluation.Result run(Experiment experiment, Evaluation.Request request) {
        if ((testTime == null) != (out == null)) {
            throw Problem.input("--test-time and --out belong together: --test-time flip --out DIR saves the "
                    + "predictions in DIR. Without --test-time, they are saved in the experiment.");
        }
        if (testTime == null) {
            return new Evaluation(experiment, console.progress("evaluate")).run(request);
        }
        if (!degradations.isEmpty() || findDuplicates || Series.of(experiment).isPresent()) {
            throw Problem.input(
                    "--test-time is for a single network, without --degrade and --find-duplicates. Leave them out, or "
                            + "evaluate one of the runs of a series.");
        }
        return new TestTimeEvaluation(experiment, TestTimeEvaluation.Method.of(testTime), console.progress("evaluate"))
                .run(request, out);
    }

    private List<Degradation> degradations() {
        return degradations.stream()
                .flatMap(each -> Degradation.parseAll(each).stream())
                .distinct()
                .toList();
    }

    /** Evaluates all runs of a series, and prints its table. */
    private int onValidation(Series series) {
        if (!degradations.isEmpty()) {
            throw Problem.input(
                    "--degrade is for single networks and for series of one setting. Evaluate one of the runs"
                            + " of this series.");
        }
        if (findDuplicates || dataset.source(series.recipe().dataset()).isPresent()) {
            throw Problem.input(
                    "A series is evaluated on the validation split of its own dataset. Leave out --dataset and "
                            + "--find-duplicates, or evaluate one of its runs.");
        }
        boolean done = new ValidationEvaluation(
                        series,
                        device.applyTo(series.recipe().machine()),
                        console.progress("evaluate"),
                        console::message)
                .run(resolutions.stream().distinct().toList());
        SeriesResults results = SeriesResults.read(series);
        if (json) {
            console.json(SeriesDescription.of(results, RunOutcome.ACCURACY));
        } else {
            new SeriesTable(results, RunOutcome.ACCURACY).lines("").forEach(console::print);
        }
        return done ? ExitCode.DONE : ExitCode.STOPPED;
    }
}
