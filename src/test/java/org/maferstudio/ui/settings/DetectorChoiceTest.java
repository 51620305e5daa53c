package org.maferstudio.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.fixture.BrightCells;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.ui.workbench.Preferences;

class DetectorChoiceTest {
    @TempDir
    private Path folder;

    private final AtomicReference<Path> chosen = new AtomicReference<>();
    private SettingsStore store;
    private DetectorChoice choice;

    @BeforeEach
    void make() {
        store = new SettingsStore(folder.resolve("settings.json"));
        DirectJobs jobs = new DirectJobs();
        choice = new DetectorChoice(
                new Preferences(store, Settings.defaults(), jobs), new ChosenFiles(chosen::get, () -> null), jobs);
    }

    @Test
    void aModelThatWorksIsKeptUntilTheCascadeIsTakenAgain() {
        chosen.set(BrightCells.file());
        choice.choose();
        assertEquals(chosen.get().toString(), choice.modelProperty().get());
        assertEquals(chosen.get().toString(), store.load().faceModel());
        choice.forget();
        assertEquals("", store.load().faceModel());
        assertEquals("", choice.modelProperty().get());
    }

    @Test
    void anInvalidFileChangesNothingAndIsReported() throws Exception {
        chosen.set(Files.writeString(folder.resolve("letter.onnx"), "Dear reader"));
        choice.choose();
        assertTrue(choice.problemProperty().get().startsWith("letter.onnx is not a YuNet"));
        assertEquals("", choice.modelProperty().get());
        choice.forget();
        assertEquals("", choice.problemProperty().get());
    }
}
