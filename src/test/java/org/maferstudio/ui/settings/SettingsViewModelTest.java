package org.maferstudio.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.job.Problem;
import org.maferstudio.network.engine.InstalledTorch;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.workbench.EngineInfo;
import org.maferstudio.ui.workbench.Preferences;

class SettingsViewModelTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private Preferences preferences;
    private Path lib;

    @BeforeEach
    void install() throws Exception {
        lib = Files.createDirectories(folder.resolve("torch/lib"));
        Files.writeString(lib.resolve("libtorch_cpu.so"), "");
        Files.writeString(folder.resolve("torch/version.py"), "__version__ = '2.7.1+cu128'\n");
        preferences = new Preferences(new SettingsStore(folder.resolve("settings.json")), Settings.defaults(), jobs);
    }

    private SettingsViewModel model(SettingsViewModel.Trial trial) {
        FileDialogs chosen = new ChosenFiles(() -> lib, () -> null);
        EngineInfo info = new EngineInfo(
                "PyTorch 2.7.1",
                "CPU",
                List.of("CPU: 2 processors"),
                Optional.of("No driver."),
                "included",
                List.of("DJL 0.36.0"),
                2);
        return new SettingsViewModel(
                preferences,
                jobs,
                new SettingsViewModel.Services(
                        chosen, trial, () -> List.of("a warning about " + System.getProperty("user.home") + "/faces")),
                new SimpleObjectProperty<>(info),
                folder);
    }

    @Test
    void anInstalledPyTorchThatPassesIsKeptForTheNextStart() {
        SettingsViewModel model = model(torch -> "PyTorch " + torch.version() + " " + torch.flavor());
        model.chooseTorch();
        assertEquals(
                new Settings.Torch(lib.toString(), "2.7.1", "cu128"),
                new SettingsStore(folder.resolve("settings.json")).load().torch());
        assertTrue(model.testedProperty().get().startsWith("PyTorch 2.7.1 cu128"));
        model.forgetTorch();
        assertNull(preferences.get().torch());
    }

    @Test
    void aFailingOneIsNotSavedAndReportsWhy() {
        SettingsViewModel model = model(torch -> {
            throw Problem.failure("It does not work here.");
        });
        model.chooseTorch();
        assertEquals("It does not work here.", model.problemProperty().get());
        assertNull(preferences.get().torch());
        assertFalse(model.testingProperty().get());
    }

    @Test
    void anErrorReportNamesVersionsAndDevicesAndNoHomeFolder() {
        String report = model(InstalledTorch::flavor).errorReport();
        for (String part : List.of("MAFER Studio", "Java ", "PyTorch 2.7.1", "DJL 0.36.0", "No driver.", "~/faces")) {
            assertTrue(report.contains(part), report);
        }
        assertFalse(report.contains(System.getProperty("user.home")), report);
    }
}
