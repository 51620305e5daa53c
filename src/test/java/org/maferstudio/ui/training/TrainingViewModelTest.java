package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.History;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingOutcome;
import org.maferstudio.training.TrainingTick;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.training.series.SeriesRunsViewModel;
import org.maferstudio.ui.training.series.SeriesViewModel;
import org.maferstudio.ui.workbench.Workbench;

class TrainingViewModelTest {
    private static final HistoryRow ROW = new HistoryRow(1, 10, 640, 1.9, 0.3, 1.7, 0.41, 0.05, 0, 3);

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Workbench workbench;
    private final Pretending trainer = new Pretending();

    /** Trains nothing; does during a training what the test says. */
    private static final class Pretending implements Trainer {
        private final List<String> calls = new ArrayList<>();
        private Runnable during = () -> {};
        private RunStatus ending = RunStatus.FINISHED;

        @Override
        public TrainingOutcome start(
                Recipe recipe, Supplier<Experiment> make, Progress progress, TrainingListener listener) {
            calls.add("start " + recipe.name());
            return work(make.get(), progress, listener);
        }

        @Override
        public TrainingOutcome resume(Experiment experiment, Progress progress, TrainingListener listener) {
            calls.add("resume " + experiment.manifest().recipe().name());
            return work(experiment, progress, listener);
        }

        private TrainingOutcome work(Experiment experiment, Progress progress, TrainingListener listener) {
            listener.onProgress(new TrainingTick(1, 5, 20, 320, 151, 2.0, 0.25, 0.05, 0.1, 40));
            experiment.write(History.empty().plus(ROW));
            listener.onValidation(ROW);
            during.run();
            boolean stopped = progress.stopRequested();
            RunStatus status = stopped ? RunStatus.STOPPED : RunStatus.FINISHED;
            ExperimentManifest.Best best = new ExperimentManifest.Best(1, 10, TrainingConfig.Measure.ACCURACY, 0.41);
            ExperimentManifest manifest =
                    experiment.update(old -> old.with(new ExperimentManifest.State(status, 1, 10, best, "")));
            return TrainingOutcome.of(manifest.state());
        }

        @Override
        public RunStatus train(Series series, Progress progress, Consumer<HistoryFigure> curves) {
            curves.accept(new HistoryFigure(List.of(
                    new HistoryFigure.Series("one", List.of(ROW)), new HistoryFigure.Series("two", List.of(ROW)))));
            SeriesExecution execution = SeriesExecution.of(series);
            calls.add("train " + series.runs().size() + " runs, " + execution.atOnce() + " at once, halving "
                    + execution.halving());
            during.run();
            series.experiment().update(old -> old.with(old.state().as(ending)));
            return ending;
        }

        @Override
        public RunStatus follow(Series series, Progress progress, Consumer<HistoryFigure> curves) {
            throw new AssertionError("no cluster");
        }

        @Override
        public double recognisedPerSecond(Recipe recipe, Progress progress) {
            calls.add("measure");
            return 360;
        }
    }

    @BeforeEach
    void openTheWorkspace() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
    }

    @AfterEach
    void closeIt() {
        workspace.close();
    }

    private TrainingViewModel model() {
        return new TrainingViewModel(workbench, new DirectJobs(), trainer, FileDialogs.CANCEL);
    }

    @Test
    void aTrainingThatFinishesIsInTheListWithItsBest() {
        TrainingViewModel model = model();
        model.start();
        QueuedRun run = model.queue().runs().get(0);
        assertEquals(RunStatus.FINISHED, run.getState());
        assertEquals("41.0 %, epoch 1", model.monitor().bestProperty().get());
        assertNotNull(model.monitor().figureProperty().get());
        assertEquals(1, workspace.experiments().size());
    }

    @Test
    void aSeriesIsOneRowThatIsTrainedSeveralRunsAtOnce() {
        TrainingViewModel model = model();
        SeriesViewModel series = model.series();
        series.open();
        series.rows().get(0).valuesProperty().set("0.01, 0.02, 0.03");
        series.seeds().textProperty().set("17, 18");
        series.execution().atOnce().set(2);
        series.start();
        assertFalse(series.openProperty().get());
        QueuedRun run = model.queue().runs().get(0);
        assertEquals(RunStatus.FINISHED, run.getState());
        assertEquals(List.of("train 6 runs, 2 at once, halving 0"), trainer.calls);
        assertEquals(1, workspace.experiments().size());
        assertTrue(Series.isSeries(run.folder().orElseThrow()));
        assertEquals(2, model.monitor().figureProperty().get().series().size(), "the curves of runs side by side");
    }

    @Test
    void aSeriesOfAnEarlierWindowGoesOnAsItWasStarted() {
        TrainingViewModel model = model();
        SeriesViewModel series = model.series();
        series.open();
        series.rows().get(0).valuesProperty().set("0.01, 0.02, 0.03");
        series.execution().atOnce().set(2);
        series.execution().halvingProperty().set(3);
        trainer.ending = RunStatus.STOPPED;
        series.start();
        assertEquals(RunStatus.STOPPED, model.queue().runs().get(0).getState());
        TrainingViewModel later = model();
        QueuedRun offered = later.queue().runs().get(0);
        assertEquals("3 runs: 3 waiting.", offered.detailProperty().get());
        later.queue().resume(offered);
        String call = "train 3 runs, 2 at once, halving 3";
        assertEquals(List.of(call, call), trainer.calls);
    }

    @Test
    void aSeriesOnAClusterDoesNotWaitForTheTrainingOfThisWindow() {
        TrainingViewModel model = model();
        SeriesViewModel series = model.series();
        trainer.during = () -> {
            trainer.during = () -> {};
            series.open();
            series.rows().get(0).valuesProperty().set("0.01, 0.02");
            series.execution().slurmHereProperty().set(true);
            series.execution().whereProperty().set(SeriesExecution.Where.SLURM);
            series.start();
            assertEquals(RunStatus.RUNNING, model.queue().activeProperty().get().getState());
        };
        model.start();
        assertEquals(List.of("start compact", "train 2 runs, 1 at once, halving 0"), trainer.calls);
        assertTrue(model.queue().runs().stream().allMatch(run -> run.getState() == RunStatus.FINISHED));
        QueuedRun submitted = model.queue().runs().stream()
                .filter(QueuedRun::isSeries)
                .findFirst()
                .orElseThrow();
        assertEquals(
                SeriesExecution.Where.SLURM,
                SeriesExecution.of(Series.open(submitted.folder().orElseThrow()))
                        .where());
    }

    @Test
    void pauseHoldsLaterOnesUntilItIsResumedFromItsFolder() {
        HeldJobs jobs = new HeldJobs();
        TrainingViewModel model = new TrainingViewModel(workbench, jobs, trainer, FileDialogs.CANCEL);
        jobs.releaseAll();
        model.start();
        QueuedRun first = model.queue().runs().get(0);
        trainer.during = () -> {
            trainer.during = () -> {};
            model.form().nameProperty().set("second");
            model.start();
            model.queue().pause();
        };
        jobs.releaseAll();
        assertEquals(RunStatus.PAUSED, first.getState());
        assertEquals(RunStatus.NEW, model.queue().runs().get(1).getState());
        model.queue().resume(first);
        jobs.releaseAll();
        assertEquals(List.of("start compact", "resume compact", "resume second"), trainer.calls);
    }

    @Test
    void whatWaitsIsReorderedAndEditedInItsPlace() {
        TrainingViewModel model = model();
        trainer.during = () -> {
            trainer.during = () -> {};
            for (String name : List.of("second", "third", "fourth")) {
                model.form().nameProperty().set(name);
                model.start();
            }
            RunQueue queue = model.queue();
            QueuedRun third = queue.runs().get(2);
            queue.moveUp(third);
            queue.moveUp(third);
            assertEquals(List.of("compact", "third", "second", "fourth"), names(model), "never before the running one");
            queue.moveDown(queue.runs().get(2));
            assertEquals(List.of("compact", "third", "fourth", "second"), names(model));
            model.edit(third);
            model.form().nameProperty().set("third, changed");
            model.form().inputs().of("course.epochs").textProperty().set("3");
            model.applyEdit();
            model.edit(queue.runs().get(2));
        };
        model.start();
        assertEquals(
                List.of("start compact", "resume third, changed", "resume second"),
                trainer.calls,
                "the one that is edited is held back");
        model.queue().edited().cancel();
        assertEquals("resume fourth", trainer.calls.get(3));
        Experiment edited = workspace.experiments().stream()
                .filter(each -> each.manifest().recipe().name().equals("third, changed"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, edited.manifest().recipe().course().epochs());
    }

    private static List<String> names(TrainingViewModel model) {
        return model.queue().runs().stream().map(QueuedRun::name).toList();
    }

    @Test
    void aSeriesThatGetsMoreRunsGoesOn() {
        TrainingViewModel model = model();
        SeriesViewModel series = model.series();
        series.open();
        series.rows().get(0).valuesProperty().set("0.01, 0.02");
        series.start();
        QueuedRun run = model.queue().runs().get(0);
        assertEquals(RunStatus.FINISHED, run.getState());
        model.openRuns(run);
        SeriesRunsViewModel runs = model.seriesRuns();
        assertEquals(2, runs.runs().size());
        assertFalse(runs.changeableProperty().get());
        runs.selectedProperty().set(runs.runs().get(1));
        assertTrue(runs.changeableProperty().get(), "it was not begun");
        runs.earlier();
        assertEquals(2, runs.runs().get(0).run().number());
        runs.remove();
        assertEquals(1, runs.runs().size());
        runs.add();
        series.rows().get(0).valuesProperty().set("0.01, 0.02, 0.03");
        series.start();
        assertEquals(
                List.of("train 2 runs, 1 at once, halving 0", "train 3 runs, 1 at once, halving 0"), trainer.calls);
        assertFalse(runs.openProperty().get());
    }

    @Test
    void oneThatIsStoppedBeforeItBeganLetsTheNextBegin() {
        HeldJobs jobs = new HeldJobs();
        TrainingViewModel model = new TrainingViewModel(workbench, jobs, trainer, FileDialogs.CANCEL);
        jobs.releaseAll();
        model.start();
        model.form().nameProperty().set("second");
        model.start();
        model.queue().stop(model.queue().runs().get(0));
        jobs.releaseAll();
        assertEquals(List.of("resume second"), trainer.calls);
    }

    @Test
    void oneThatWaitsBeginsWhenTheOneBeforeItEnds() {
        TrainingViewModel model = model();
        trainer.during = () -> {
            trainer.during = () -> {};
            model.form().nameProperty().set("second");
            model.start();
            assertEquals(2, workspace.experiments().size(), "it has its folder while it waits");
        };
        model.start();
        assertEquals(List.of("start compact", "resume second"), trainer.calls);
        assertTrue(model.queue().runs().stream().allMatch(run -> run.getState() == RunStatus.FINISHED));
    }

    @Test
    void aFailureIsTheSentenceOfTheBarAndTheNextBegins() {
        TrainingViewModel model = model();
        trainer.during = () -> {
            throw Problem.failure("The disk is full. Make room, then resume.");
        };
        model.start();
        assertEquals(RunStatus.FAILED, model.queue().runs().get(0).getState());
        assertTrue(model.monitor().problemProperty().get().contains("The disk is full."));
        trainer.during = () -> {};
        model.queue().resume(model.queue().runs().get(0));
        assertEquals(RunStatus.FINISHED, model.queue().runs().get(0).getState());
        assertEquals("resume compact", trainer.calls.get(1));
    }

    @Test
    void whatAnEarlierWindowLeftBehindIsOffered() {
        Experiment killed =
                workspace.create(RecipePreset.COMPACT.recipe().named("killed"), LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        killed.update(manifest -> manifest.with(new ExperimentManifest.State(RunStatus.RUNNING, 2, 20, null, "")));
        TrainingViewModel model = model();
        assertEquals(RunStatus.INTERRUPTED, model.queue().runs().get(0).getState());
        model.queue().resume(model.queue().runs().get(0));
        assertEquals(List.of("resume killed"), trainer.calls);
    }

    @Test
    void whatTheCommandLineLeftBehindIsOfferedAtOnceAndGoesWhenItContinues() {
        TrainingViewModel model = model();
        assertEquals(0, model.queue().runs().size());
        Experiment stopped =
                workspace.create(RecipePreset.COMPACT.recipe().named("stopped"), LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        stopped.update(manifest -> manifest.with(new ExperimentManifest.State(RunStatus.STOPPED, 2, 20, null, "")));
        workbench.notifyExperimentsChanged();
        QueuedRun run = model.queue().runs().get(0);
        assertEquals("epoch 2 of 12", run.detailProperty().get().replaceFirst("of \\d+", "of 12"));
        stopped.update(manifest ->
                manifest.with(new ExperimentManifest.State(RunStatus.FAILED, 3, 30, null, "The disk is full.")));
        workbench.notifyExperimentsChanged();
        assertEquals(List.of(run), model.queue().runs());
        assertEquals(RunStatus.FAILED, run.getState());
        assertEquals("The disk is full.", run.detailProperty().get());
        stopped.update(manifest -> manifest.with(manifest.state().as(RunStatus.FINISHED)));
        workbench.notifyExperimentsChanged();
        assertEquals(List.of(), model.queue().runs());
    }

    @Test
    void whatWasTakenOffTheListIsNotOfferedAgain() {
        Experiment stopped =
                workspace.create(RecipePreset.COMPACT.recipe().named("stopped"), LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        stopped.update(manifest -> manifest.with(new ExperimentManifest.State(RunStatus.STOPPED, 2, 20, null, "")));
        TrainingViewModel model = model();
        model.queue().remove(model.queue().runs().get(0));
        workbench.notifyExperimentsChanged();
        assertEquals(List.of(), model.queue().runs());
    }

    @Test
    void whereThereIsNoValidationPartATenthIsHeldOutUntilSomeoneSaysOtherwise() {
        TrainingViewModel model = model();
        DatasetSource source = TinyFaces.write(folder, 20, 0);
        workbench.datasetSourceProperty().set(source);
        try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
            workbench.datasetProperty().set(dataset);
            assertEquals(0.1, model.dataset().sourceProperty().get().validShare());
            assertEquals(
                    "fer2013: 126 training, 14 validation",
                    model.dataset().titleProperty().get());
            assertTrue(model.startableProperty().get());
            model.dataset().held().set(0);
            assertFalse(model.startableProperty().get());
        }
    }

    @Test
    void theNetworkIsMeasuredOnlyOnceThePaneWasSeen() {
        TrainingViewModel model = model();
        assertFalse(trainer.calls.contains("measure"));
        model.shown();
        assertTrue(trainer.calls.contains("measure"));
        assertTrue(
                model.estimateProperty().get().matches("Needs about .* and .*"),
                model.estimateProperty().get());
    }

    @Test
    void aRecipeOfAnExperimentIsRunAgainAsItIsOrPutIntoTheForm() {
        TrainingViewModel model = model();
        Recipe asked = RecipeJson.change(
                Recipe.DEFAULT.named("again").with(SchedulePreset.CR_SIMPLIFIED.schedule()),
                Map.of("course.seed", 99, "resolutions", List.of(12, 6)));
        workbench.train(asked);
        assertEquals(List.of("start again"), trainer.calls);
        assertEquals("training", workbench.paneProperty().get());
        assertNull(workbench.recipeRequestProperty().get(), "it is answered once");
        workbench.edit(asked.named("again copy"));
        assertEquals(1, trainer.calls.size(), "nothing is trained unasked");
        Recipe form = model.form().recipeProperty().get();
        assertEquals("again copy", form.name());
        assertEquals(99, form.course().seed());
        assertEquals(asked.schedule(), form.schedule());
        assertEquals(List.of(12, 6), form.resolutions());
    }

    @Test
    void theScheduleOfItsPaneIsTaken() {
        TrainingViewModel model = model();
        workbench.scheduleProperty().set(SchedulePreset.CR_SIMPLIFIED.schedule());
        assertEquals(
                SchedulePreset.CR_SIMPLIFIED.schedule(),
                model.form().recipeProperty().get().schedule());
        assertTrue(model.form().changesProperty().get().keySet().stream().anyMatch(f -> f.startsWith("schedule")));
    }
}
