package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.RecipeStart;
import org.maferstudio.schedule.ScheduleSyntax;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.workbench.PresetEdits;
import org.maferstudio.ui.workbench.Workbench;

class RecipePresetsTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** The pane after a start of the program. */
    private TrainingViewModel restarted() {
        Workbench workbench = new Workbench(workspace);
        TrainingViewModel model =
                new TrainingViewModel(workbench, new DirectJobs(), new WatchedTrainer(), FileDialogs.CANCEL);
        assertFalse(model.presetEdits().availableProperty().get());
        workbench.presets().open(new OwnPresets(folder.resolve("presets")), new DirectJobs());
        return model;
    }

    private static void enter(TrainingViewModel model, String field, String text) {
        model.form().inputs().of(field).textProperty().set(text);
    }

    private static void save(TrainingViewModel model, String name) {
        PresetEdits edits = model.presetEdits();
        edits.openProperty().set(true);
        edits.nameProperty().set(name);
        assertTrue(edits.savableProperty().get());
        edits.save();
    }

    private static RecipeStart last(TrainingViewModel model) {
        return model.presets().get(model.presets().size() - 1);
    }

    @Test
    void whatWasSavedIsThePresetOfTheFormAndThereAfterARestart() {
        TrainingViewModel model = restarted();
        enter(model, "course.epochs", "3");
        assertEquals(
                Set.of("course.epochs"), model.form().changesProperty().get().keySet());
        save(model, "slow");
        assertFalse(model.presetEdits().openProperty().get());
        assertEquals("slow", model.form().presetProperty().get().id());
        assertEquals("slow", model.form().nameProperty().get());
        assertEquals(Map.of(), model.form().changesProperty().get());

        TrainingViewModel later = restarted();
        assertEquals(RecipePreset.values().length + 1, later.presets().size());
        later.form().presetProperty().set(last(later));
        assertEquals(3, later.form().recipeProperty().get().course().epochs());
    }

    @Test
    void aRenamedOrDeletedPresetLeavesTheFormAsItIs() {
        TrainingViewModel model = restarted();
        save(model, "slow");
        enter(model, "course.epochs", "5");
        PresetEdits edits = model.presetEdits();
        edits.openProperty().set(true);
        assertEquals("slow", edits.nameProperty().get());
        assertTrue(edits.replacingProperty().get());
        assertFalse(edits.renamableProperty().get());
        edits.nameProperty().set("slower");
        assertTrue(edits.renamableProperty().get());
        edits.rename();
        assertEquals("slower", model.form().presetProperty().get().title());
        assertEquals("slower", last(model).title());
        assertEquals(5, model.form().recipeProperty().get().course().epochs());
        assertTrue(edits.ownProperty().get());
        edits.openProperty().set(true);
        edits.delete();
        assertEquals(List.of(RecipePreset.values()), model.presets());
        assertEquals(5, model.form().recipeProperty().get().course().epochs());
        assertFalse(edits.ownProperty().get());
    }

    @Test
    void aNameThatIsNotAllowedIsSaidAtTheField() {
        TrainingViewModel model = restarted();
        save(model, "compact");
        assertTrue(model.presetEdits().openProperty().get());
        assertTrue(model.presetEdits().messageProperty().get().contains("included preset"));
        model.presetEdits().nameProperty().set("compact 2");
        assertEquals("", model.presetEdits().messageProperty().get());
        enter(model, "course.epochs", "none");
        assertFalse(model.presetEdits().savableProperty().get());
    }

    @Test
    void aDamagedFileCostsOneSentence() throws IOException {
        save(restarted(), "slow");
        Files.writeString(folder.resolve("presets/recipes/bad.json"), "{");
        TrainingViewModel model = restarted();
        assertEquals("slow", last(model).title());
        assertTrue(model.presetProblemProperty().get().contains("bad.json"));
    }

    @Test
    void aScheduleHasTheNameOfItsPreset() {
        new OwnPresets(folder.resolve("presets")).save("two in ten", ScheduleSyntax.schedule("p=0.2"));
        TrainingViewModel model = restarted();
        assertEquals("two in ten", model.title(ScheduleSyntax.schedule("p=0.2")));
        assertTrue(model.schedules().contains(ScheduleSyntax.schedule("p=0.2")));
    }
}
