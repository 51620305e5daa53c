package org.maferstudio.ui.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.schedule.NamedSchedule;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.PresetEdits;
import org.maferstudio.ui.workbench.Workbench;

class SchedulePresetsTest {
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

    private ScheduleViewModel model(Jobs jobs) {
        Workbench workbench = new Workbench(workspace);
        workbench.presets().open(new OwnPresets(folder.resolve("presets")), jobs);
        return new ScheduleViewModel(workbench, jobs);
    }

    private static void probability(ScheduleViewModel model, String p) {
        model.howOften().probability().textProperty().set(p);
    }

    private static String name(ScheduleViewModel model) {
        NamedSchedule preset = model.presetProperty().get();
        return preset == null ? "" : preset.title();
    }

    @Test
    void aSavedScheduleIsRecognisedAfterARestart() {
        ScheduleViewModel model = model(new DirectJobs());
        probability(model, "0.3");
        assertNull(model.presetProperty().get());
        PresetEdits edits = model.presetEdits();
        edits.openProperty().set(true);
        edits.nameProperty().set("three in ten");
        edits.save();
        assertEquals("three in ten", name(model));

        ScheduleViewModel later = model(new DirectJobs());
        later.presetProperty().set(later.presets().get(later.presets().size() - 1));
        assertEquals(model.scheduleProperty().get(), later.scheduleProperty().get());
        probability(later, "0.4");
        assertEquals("", name(later));
        probability(later, "0.3");
        assertEquals("three in ten", name(later));
        later.presetEdits().openProperty().set(true);
        later.presetEdits().delete();
        assertEquals("", name(later));
        assertEquals(model.scheduleProperty().get(), later.scheduleProperty().get());
    }
}
