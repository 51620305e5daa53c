package org.maferstudio.ui.training.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.ui.workbench.Workbench;

class SeriesViewModelTest {
    private static final Recipe RECIPE = RecipePreset.COMPACT.recipe();

    @TempDir
    private Path folder;

    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(RECIPE);
    private final List<Series> started = new ArrayList<>();
    private Workspace workspace;
    private SeriesViewModel model;

    @BeforeEach
    void openTheDialog() {
        workspace = Workspace.open(folder);
        model = new SeriesViewModel(
                new Workbench(workspace),
                new DirectJobs(),
                new SeriesBase(recipe, RecipePreset::recipe, run -> 600),
                (series, atOnce) -> started.add(series));
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
        assertEquals(
                "1 run, about 10 min one after another", model.summaryProperty().get());
    }

    @Test
    void everyCombinationIsPlannedWithEachSeedAndFold() {
        model.rows().get(0).valuesProperty().set("log 1e-3..1e-1 x 5");
        model.add();
        model.rows().get(1).targetProperty().set(SweepTarget.of("course.batch"));
        model.rows().get(1).valuesProperty().set("32, 64");
        model.seedsProperty().set("17, 18, 19");
        assertEquals(
                "30 runs, about 5 h 0 min one after another",
                model.summaryProperty().get());
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
        model.seedsProperty().set("17, x");
        assertEquals(
                "Seeds are whole numbers, separated by commas, got x.",
                model.seedsMessageProperty().get());
        assertFalse(model.startableProperty().get());
        model.seedsProperty().set("17, 17");
        assertTrue(model.problemProperty().get().contains("17"), model.problemProperty()::get);
        assertFalse(model.startableProperty().get());
        recipe.set(null);
        assertFalse(model.problemProperty().get().isEmpty());
        recipe.set(RECIPE);
        model.seedsProperty().set("");
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
