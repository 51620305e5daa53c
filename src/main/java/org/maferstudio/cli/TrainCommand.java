package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.AuthorsOptions;
import org.maferstudio.cli.options.CheckpointFiles;
import org.maferstudio.cli.options.DatasetOptions;
import org.maferstudio.cli.options.ExecutionOptions;
import org.maferstudio.cli.options.RecipeOptions;
import org.maferstudio.cli.options.SeriesOptions;
import org.maferstudio.cli.output.CheckpointReport;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ConsoleTrainingListener;
import org.maferstudio.cli.output.EvaluationReport;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.SeriesReport;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesPlanning;
import org.maferstudio.series.Sweep;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.training.CheckpointEvaluation;
import org.maferstudio.training.SeriesTraining;
import org.maferstudio.training.Training;
import org.maferstudio.training.TrainingOutcome;
import org.maferstudio.training.evaluation.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network and creates an experiment. */
@Command(
        name = "train",
        abbreviateSynopsis = true,
        description = {
            "Train a network on a dataset.",
            "Creates an experiment in the folder --out, and at the end evaluates the network on "
                    + "the validation split. Ctrl+C saves and stops; mafer resume continues the training."
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DatasetOptions dataset;

    @Mixin
    private RecipeOptions options;

    @Mixin
    private SeriesOptions series;

    @Mixin
    private ExecutionOptions execution;

    @Mixin
    private AuthorsOptions authors;

    @Option(
            names = "-tr",
            arity = "0..1",
            fallbackValue = "true",
            description = "Train. This is the default unless -tt is given.")
    private Boolean train;

    @Option(
            names = "-tt",
            arity = "0..1",
            fallbackValue = "true",
            description = "Test. With -tr, evaluate the trained network on the test split; without -tr, "
                    + "evaluate the checkpoint of -ck, like mafer test.")
    private boolean test;

    @Option(
            names = "-lf",
            paramLabel = "STEPS",
            description = "Print loss and accuracy every STEPS steps, in addition to every validation (default: "
                    + "0, never).")
    private int logEvery;

    @Option(names = "--out", paramLabel = "DIR", description = "New folder for the experiment. Same as -op.")
    private Path out;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean trains = train == null ? !test : train;
        if (!trains && !test) {
            throw Problem.input(
                    "With -tr false and without -tt there is nothing to do. Use -tr to train, -tt to " + "test.");
        }
        Optional<Path> place = Optional.ofNullable(out).or(authors::output);
        return trains ? train(place) : test(place);
    }

    private int train(Optional<Path> place) {
        Path folder = place.orElseThrow(() -> Problem.input("No output folder given. Add --out DIR."));
        if (logEvery < 0) {
            throw Problem.input("-lf must be a number of steps, or 0 for none, got " + logEvery + ".");
        }
        Optional<SeriesPlan> plan = series.plan(authors.defaultFolds());
        if (series.isSweep() || execution.isGiven() || (plan.isPresent() && Series.isSeries(folder))) {
            return trainSeries(folder, plan);
        }
        Experiment.checkFree(folder);
        Recipe recipe = recipe(name(folder), plan, Optional.empty());
        authors.reportAssumptions(recipe, options, console);
        TrainingOutcome outcome = train(recipe, plan, folder);
        int code = report(outcome, folder, console);
        return test && code == ExitCode.DONE ? tested(folder, recipe) : code;
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Trains the runs of a series in processes of their own. */
    private int trainSeries(Path folder, Optional<SeriesPlan> plan) {
        if (test) {
            throw Problem.input("-tt evaluates each training on test. For a series, choose the best setting first: "
                    + "mafer series " + folder + " --test.");
        }
        Map<Optional<String>, Recipe> made = new HashMap<>();
        SeriesDraft draft = new SeriesDraft(
                preset -> made.computeIfAbsent(preset, from -> seriesRecipe(name(folder), plan, from)),
                series.sweeps(),
                plan.orElse(SeriesPlan.ONCE),
                series.search());
        Recipe base = draft.base().from(Optional.empty());
        SeriesExecution where = execution.execution(base.machine().threads());
        SeriesPlace place = new SeriesPlace(execution.remote(), where, folder, console);
        place.check();
        authors.reportAssumptions(base, options, console);
        SeriesPlanning planning = new SeriesPlanning(folder, draft);
        Optional<Series> planned = planning.create(console.progress("plan"));
        if (planned.isEmpty()) {
            console.message("Stopped before the training began; nothing was written.");
            return ExitCode.STOPPED;
        }
        place.store(planned.get());
        SeriesStart start = new SeriesStart(console, planned.get());
        start.estimate(where, planning.loads());
        return start.run(where, planned.get().runs());
    }

    /** The recipe of a series, with the number of threads of the computer that trains it. */
    private Recipe seriesRecipe(String name, Optional<SeriesPlan> plan, Optional<String> preset) {
        Recipe recipe = recipe(name, plan, preset);
        int threads = execution.threads(recipe.machine().threads());
        return recipe.with(recipe.machine().withThreads(threads)).fixedHere();
    }

    private Recipe recipe(String name, Optional<SeriesPlan> plan, Optional<String> preset) {
        Recipe usual = authors.startingRecipe(options.value("network.baseModel").map(PaperModel.class::cast));
        Recipe chosen = authors.trained(
                preset.map(other -> options.recipeFrom(other, name)).orElseGet(() -> options.recipe(usual, name)),
                options);
        DatasetSource given = source(chosen.dataset());
        DatasetSource looked = authors.source(given, chosen.course().seed(), console);
        boolean folds = plan.filter(asked -> asked.folds() > 0).isPresent();
        return chosen.on(folds ? authors.inFolds(looked, given) : looked);
    }

    private TrainingOutcome train(Recipe recipe, Optional<SeriesPlan> plan, Path folder) {
        ConsoleTrainingListener listener = new ConsoleTrainingListener(console, logEvery);
        if (plan.isPresent()) {
            return new SeriesTraining(console.progress("train"), listener)
                    .start(recipe, plan.get(), () -> Series.create(folder, recipe, plan.get()));
        }
        return new Training(console.progress("train"), listener).start(recipe, () -> Experiment.create(folder, recipe));
    }

    /** Evaluates the trained network on the test split. */
    private int tested(Path folder, Recipe recipe) {
        Experiment experiment = Experiment.open(folder);
        Evaluation.Request request =
                new Evaluation.Request(Optional.empty(), Optional.empty(), options.testedAt(), recipe.machine());
        Evaluation.Result result = new Evaluation(experiment, console.progress("test")).run(request);
        result.notes().forEach(console::message);
        EvaluationReport.print(experiment, result, console);
        return result.predictions().isEmpty() ? ExitCode.STOPPED : ExitCode.DONE;
    }

    /** Evaluates a checkpoint of another program. */
    private int test(Optional<Path> place) {
        Path checkpoint = authors.checkpoint()
                .orElseThrow(
                        () -> Problem.input("-tt without -tr needs a checkpoint. Add -ck FILE, or train with -tr."));
        if (!authors.named() && !options.namesStart()) {
            throw Problem.input("The input of the network is not known. Name the dataset with -dn fer2013, rafdb or "
                    + "oulucasia, or give the --preset or --recipe that the checkpoint was trained with.");
        }
        Recipe chosen = options.recipe(
                authors.startingRecipe(options.value("network.baseModel").map(PaperModel.class::cast)),
                TestCommand.name(checkpoint));
        DatasetSource source =
                authors.source(source(chosen.dataset()), chosen.course().seed(), console);
        boolean known = options.value("network.mean").isPresent();
        Recipe recipe = (known ? authors.tested(chosen) : authors.testedWithUsualMean(chosen)).on(source);
        Fold.By by = series.plan(authors.defaultFolds()).map(SeriesPlan::by).orElse(Fold.By.IMAGE);
        return new CheckpointReport(console)
                .run(new CheckpointEvaluation.Request(
                        recipe,
                        CheckpointFiles.of(checkpoint),
                        by,
                        Optional.empty(),
                        options.testedAt(),
                        (Integer) options.value("course.batch").orElse(TestCommand.BATCH),
                        place));
    }

    private DatasetSource source(DatasetSource ofRecipe) {
        DatasetSource source = dataset.source(ofRecipe).orElse(ofRecipe);
        Optional<Sweep> varied = series.sweeps().stream()
                .filter(sweep -> sweep.target().equals(SweepTarget.DATASET))
                .findFirst();
        if (varied.isPresent()) {
            return source.withPaths(
                    DatasetSource.ofLine(varied.get().values().get(0)).paths());
        }
        if (!source.paths().equals(RecipeOptions.UNNAMED.paths())) {
            return source;
        }
        console.message("No dataset given: training on drawn faces. Results on drawn faces do not carry over "
                + "to photographs.");
        return source.withPaths(Recipe.DEFAULT.dataset().paths());
    }

    /** Prints how a training ended. */
    static int report(TrainingOutcome outcome, Path folder, Console console) {
        if (outcome.finishedBefore()) {
            console.print("The training in " + folder + " is already complete (step "
                    + outcome.state().step() + "). There is nothing to resume.");
        } else if (outcome.ending() == RunStatus.FINISHED) {
            finished(outcome, folder, console);
        } else {
            console.message(
                    Experiment.isExperiment(folder)
                            ? "Stopped and saved at step " + outcome.state().step() + ". To continue, run mafer resume "
                                    + folder + "."
                            : "Stopped before the training began; nothing was written.");
            return ExitCode.STOPPED;
        }
        return ExitCode.DONE;
    }

    private static void finished(TrainingOutcome outcome, Path folder, Console console) {
        Optional<Series> series = Series.of(Experiment.open(folder));
        if (series.isPresent()) {
            SeriesReport.lines(series.get()).forEach(console::print);
            return;
        }
        console.print(String.format(
                Locale.ROOT,
                "%s: step %d, best network: epoch %d, validation %s %.4f%s",
                folder,
                outcome.state().step(),
                outcome.state().best().epoch(),
                outcome.state().best().measure().id(),
                outcome.state().best().value(),
                Experiment.open(folder)
                        .manifest()
                        .recipe()
                        .course()
                        .bestAtText()
                        .map(text -> " " + text)
                        .orElse("")));
    }
}
