package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.training.Outcome;
import org.maferstudio.training.SeriesTraining;
import org.maferstudio.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network and leaves an experiment. */
@Command(
        name = "train",
        description = "Train a network: --out becomes the experiment's folder. Ends with predictions on the validation "
                + "part. Ctrl+C saves and stops; mafer resume goes on.")
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DatasetOptions dataset;

    @Mixin
    private RecipeOptions options;

    @Mixin
    private SeriesOptions series;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder for the experiment.")
    private Path out;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Experiment.checkFree(out);
        Recipe chosen =
                options.recipe(out.toAbsolutePath().normalize().getFileName().toString());
        Recipe recipe = chosen.on(source(chosen.dataset()));
        Optional<SeriesPlan> plan = series.plan();
        if (plan.isPresent()) {
            SeriesTraining training = new SeriesTraining(console.progress("train"), new ConsoleListener(console));
            Outcome outcome = training.start(recipe, plan.get(), () -> Series.create(out, recipe, plan.get()));
            return report(outcome, out, console);
        }
        Training training = new Training(console.progress("train"), new ConsoleListener(console));
        Outcome outcome = training.start(recipe, () -> Experiment.create(out, recipe));
        return report(outcome, out, console);
    }

    private DatasetSource source(DatasetSource ofRecipe) {
        DatasetSource source = dataset.source(ofRecipe).orElse(ofRecipe);
        if (!source.paths().equals(RecipeOptions.UNNAMED.paths())) {
            return source;
        }
        console.say("Neither --dataset nor a recipe names a dataset: training on drawn faces, whose numbers say nothing"
                + " about faces of people.");
        return source.withPaths(Recipe.DEFAULT.dataset().paths());
    }

    /** Says how a training ended. */
    static int report(Outcome outcome, Path folder, Console console) {
        switch (outcome.ending()) {
            case FINISHED -> finished(outcome, folder, console);
            case FINISHED_BEFORE ->
                console.print("The training in " + folder + " has finished before, at step "
                        + outcome.state().step() + "; nothing is left to do.");
            case STOPPED ->
                console.say(
                        Experiment.isExperiment(folder)
                                ? "Stopped and saved at step " + outcome.state().step() + ". Go on with mafer resume "
                                        + folder + "."
                                : "Stopped before the training began; nothing was written.");
        }
        return outcome.ending() == Outcome.Ending.STOPPED ? ExitCode.STOPPED : ExitCode.DONE;
    }

    private static void finished(Outcome outcome, Path folder, Console console) {
        Optional<Series> series = Series.of(Experiment.open(folder));
        if (series.isPresent()) {
            SeriesReport.lines(series.get()).forEach(console::print);
            return;
        }
        console.print(String.format(
                Locale.ROOT,
                "%s: step %d, the best network is that of epoch %d with a validation %s of %.4f",
                folder,
                outcome.state().step(),
                outcome.state().best().epoch(),
                outcome.state().best().measure().id(),
                outcome.state().best().value()));
    }
}
