package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.settings.SystemFolders;
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

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "The experiment's folder.")
    private Path folder;

    @Mixin
    private DatasetOptions dataset;

    @Option(names = "--split", description = "Which split (default: test where there is one, else validation).")
    private String split;

    @Option(
            names = "--resolutions",
            split = ",",
            defaultValue = Resolution.NATIVE_ID,
            description = "native and numbers of pixels (default: ${DEFAULT-VALUE}).")
    private List<Resolution> resolutions;

    @Option(
            names = "--find-duplicates",
            description = "Search the dataset for images that are in several splits, and keep them in the experiment:"
                    + " evaluate and report then show the numbers without them, too.")
    private boolean findDuplicates;

    @Mixin
    private DeviceOptions machine;

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
                        .orElseThrow(() -> Problem.input("Which experiment is to be evaluated? Name its folder, such as"
                                + " mafer evaluate DIR --dataset PATH."));
        Experiment experiment = Experiment.open(place);
        Recipe trained = experiment.facts().recipe();
        Evaluation.Request request = new Evaluation.Request(
                dataset.source(trained.dataset()),
                Optional.ofNullable(split),
                resolutions.stream().distinct().toList(),
                machine.over(trained.machine()));
        Evaluation.Result result = new Evaluation(experiment, console.progress("evaluate")).run(request);
        result.notes().forEach(console::say);
        if (findDuplicates
                && !SplitDuplicates.search(
                        experiment,
                        LocatedDatasets.source(experiment),
                        new DuplicateStore(SystemFolders.usual().duplicates()),
                        console.progress("find duplicates"))) {
            return ExitCode.STOPPED;
        }
        if (json) {
            console.json(EvaluationReport.object(experiment, result));
        } else {
            EvaluationReport.print(experiment, result, console);
        }
        return result.predictions().size() == request.resolutions().size() ? ExitCode.DONE : ExitCode.STOPPED;
    }
}
