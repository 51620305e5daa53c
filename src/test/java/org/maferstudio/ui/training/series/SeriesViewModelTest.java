package org.maferstudio.ui.training.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.series.SeriesEstimate;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SlurmOptions;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.series.remote.RemoteHost;
import org.maferstudio.ui.workbench.Workbench;

class SeriesViewModelTest {
    private static final Recipe RECIPE = RecipePreset.COMPACT.recipe();

    @TempDir
    private Path folder;

    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(RECIPE);
    private final List<Series> started = new ArrayList<>();
    private final List<Path> extended = new ArrayList<>();
    private final FakeClusters clusters = new FakeClusters();
    private Workspace workspace;
    private Workbench workbench;
    private SeriesViewModel model;

    /** Notes what it gets. */
    private final class Queue implements SeriesQueue {
        @Override
        public void add(Series series, SeriesExecution execution) {
            started.add(series);
        }

        @Override
        public void extended(Path series) {
            extended.add(series);
        }
    }

    @BeforeEach
    void openTheDialog() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        model = new SeriesViewModel(
                workbench,
                new DirectJobs(),
                new SeriesBase(recipe, RecipePreset::recipe, run -> 600),
                clusters,
                new Queue());
        model.open();
    }

    @AfterEach
    void closeTheWorkspace() {
        workspace.close();
    }

    @Test
    void itOpensWithTheLearningRateOfTheForm() {
        assertEquals(
                "optimiser.learningRate",
                model.rows().get(0).targetProperty().get().id());
        assertEquals(
                RECIPE.optimiser().learningRate(),
                Double.parseDouble(model.rows().get(0).valuesProperty().get()));
        assertEquals("1 run, about 10 min, 1 at once", model.summaryProperty().get());
    }

    @Test
    void everyCombinationIsPlannedWithEachSeedAndFold() {
        model.rows().get(0).valuesProperty().set("log 1e-3..1e-1 x 5");
        model.add();
        model.rows().get(1).targetProperty().set(SweepTarget.of("course.batch"));
        model.rows().get(1).valuesProperty().set("32, 64");
        model.seeds().textProperty().set("17, 18, 19");
        assertEquals(
                "30 runs, about 5 h 0 min, 1 at once", model.summaryProperty().get());
        assertEquals(30, names().size());
        model.folds().set(10);
        assertEquals(300, model.runs().size());
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace() {
        model.rows().get(0).valuesProperty().set("0.01, fast");
        assertTrue(model.rows().get(0).messageProperty().get().contains("fast"));
        assertFalse(model.startableProperty().get());
        model.rows().get(0).valuesProperty().set("0.01, 0.02");
        model.seeds().textProperty().set("17, x");
        assertEquals(
                "Seeds are whole numbers, separated by commas, got x.",
                model.seeds().messageProperty().get());
        assertFalse(model.startableProperty().get());
        model.seeds().textProperty().set("17, 17");
        assertTrue(model.problemProperty().get().contains("17"), model.problemProperty()::get);
        assertFalse(model.startableProperty().get());
        recipe.set(null);
        assertFalse(model.problemProperty().get().isEmpty());
        recipe.set(RECIPE);
        model.seeds().textProperty().set("");
        assertTrue(model.startableProperty().get());
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void oneSettingCannotVaryTwice() {
        model.add();
        model.rows()
                .get(1)
                .targetProperty()
                .set(model.rows().get(0).targetProperty().get());
        model.rows().get(1).valuesProperty().set("0.5");
        assertFalse(model.problemProperty().get().isEmpty());
        model.remove(model.rows().get(1));
        assertTrue(model.startableProperty().get());
    }

    @Test
    void anOtherPresetKeepsTheDatasetOfTheForm() {
        model.rows().get(0).targetProperty().set(SweepTarget.PRESET);
        model.rows()
                .get(0)
                .valuesProperty()
                .set(RecipePreset.ids().stream().limit(2).collect(Collectors.joining(", ")));
        assertEquals(2, model.runs().size());
    }

    @Test
    void severalAtOnceAndHalvingShortenTheEstimate() {
        recipe.set(RecipeJson.change(RECIPE, Map.of("course.epochs", 6, "machine.threads", 1)));
        model.rows().get(0).valuesProperty().set("log 1e-4..0.03 x 6");
        assertEquals("6 runs, about 60 min, 1 at once", model.summaryProperty().get());
        int processors = Math.min(2, Runtime.getRuntime().availableProcessors());
        model.execution().atOnce().set(processors);
        assertEquals(
                new SeriesEstimate(6, 3600.0 / processors, SeriesEstimate.Source.MEASURED_SPEED),
                SeriesEstimate.ofPlanned(model.runs(), processors, run -> 600));
        model.execution().atOnce().set(1);
        model.execution().halvingProperty().set(3);
        assertEquals(
                "6 runs, 20 of 36 epochs with halving, about 33 min",
                model.summaryProperty().get());
        model.add();
        model.rows().get(1).targetProperty().set(SweepTarget.of("course.epochs"));
        model.rows().get(1).valuesProperty().set("4, 6");
        assertFalse(model.problemProperty().get().isEmpty(), "halving needs equal epochs");
        assertFalse(model.startableProperty().get());
    }

    @Test
    void slurmIsAChoiceWhereJobsCanBeSubmitted() {
        assertFalse(model.execution().slurmHereProperty().get());
        clusters.here = true;
        model.openProperty().set(false);
        model.open();
        ExecutionInput execution = model.execution();
        assertTrue(execution.slurmHereProperty().get());
        model.rows().get(0).valuesProperty().set("0.01, 0.02");
        execution.whereProperty().set(SeriesExecution.Where.SLURM);
        assertEquals("2 runs as jobs on Slurm", model.summaryProperty().get());
        execution.partitionProperty().set(" gpu ");
        execution.cpus().set(4);
        execution.sbatchProperty().set("--account=lab 7  --qos=long");
        workbench.jobSetupProperty().set(List.of("module load java/17"));
        model.start();
        SlurmOptions stored = SeriesExecution.of(started.get(0)).slurm();
        assertEquals(
                new SlurmOptions(
                        "gpu",
                        "",
                        4,
                        "",
                        "",
                        0,
                        List.of("--account=lab 7", "--qos=long"),
                        List.of("module load java/17")),
                stored);
        assertEquals(4, started.get(0).recipe().machine().threads(), "the processors of a job are its threads");
        model.open();
        execution.cpus().textProperty().set("0");
        assertFalse(model.startableProperty().get());
    }

    @Test
    void aClusterElsewhereIsReachedThroughItsLoginNode() {
        ExecutionInput execution = model.execution();
        model.rows().get(0).valuesProperty().set("0.01, 0.02");
        execution.whereProperty().set(SeriesExecution.Where.SLURM);
        assertEquals(
                "This computer cannot submit jobs itself. Enter the login node of a cluster.",
                execution.messageProperty().get());
        assertFalse(model.startableProperty().get());
        HostInput host = execution.host();
        host.hostProperty().set("elsewhere");
        host.sendingProperty().set(true);
        assertEquals(
                "Enter a folder there; files cannot be sent without one.",
                execution.messageProperty().get());
        host.folderProperty().set("/scratch/sweep ");
        assertEquals("", execution.messageProperty().get());
        model.start();
        assertEquals("no such host", model.problemProperty().get());
        assertTrue(started.isEmpty());
        assertTrue(workspace.experiments().isEmpty(), "nothing is left behind");
        host.hostProperty().set("cluster");
        model.start();
        RemoteHost known = RemoteHost.of(started.get(0)).orElseThrow();
        assertEquals(RemoteHost.asked("cluster", "/scratch/sweep", "", "mafer", RemoteHost.Inputs.SEND), known);
        assertEquals("/scratch/sweep/data", known.data());
        execution.whereProperty().set(SeriesExecution.Where.LOCAL);
        model.open();
        model.start();
        assertTrue(RemoteHost.of(started.get(1)).isEmpty(), "on this computer no host is asked");
    }

    @Test
    void runsAreAddedToASeriesWhateverTheFormSaysNow() {
        model.rows().get(0).valuesProperty().set("0.01, 0.02");
        model.seeds().textProperty().set("17, 18");
        model.start();
        Path series = started.get(0).experiment().folder();
        recipe.set(RecipeJson.change(RECIPE, Map.of("course.epochs", 3)));
        model.extend(series);
        assertEquals("0.01, 0.02", model.rows().get(0).valuesProperty().get());
        assertEquals("17, 18", model.seeds().textProperty().get());
        assertEquals("The series has all these runs", model.summaryProperty().get());
        assertFalse(model.startableProperty().get());
        model.seeds().textProperty().set("17, 18, 19");
        assertEquals("2 new runs", model.summaryProperty().get());
        model.start();
        assertEquals(List.of(series), extended);
        Series longer = Series.open(series);
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6),
                longer.runs().stream().map(SeriesRun::number).toList());
        assertEquals(
                RECIPE.course().epochs(), longer.runs().get(5).recipe().course().epochs());
        model.open();
        assertNull(model.extendedProperty().get());
    }

    @Test
    void aStartCreatesTheSeriesAndClosesTheDialog() {
        model.rows().get(0).valuesProperty().set("0.01, 0.02");
        model.start();
        assertEquals(2, started.get(0).runs().size());
        assertEquals(List.of("optimiser.learningRate"), started.get(0).varied());
        assertFalse(model.openProperty().get());
    }

    private Set<String> names() {
        return model.runs().stream().map(SeriesRun::name).collect(Collectors.toSet());
    }
}
