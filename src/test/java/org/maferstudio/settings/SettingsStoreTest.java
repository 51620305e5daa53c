package org.maferstudio.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;

class SettingsStoreTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsReadAgain() {
        SettingsStore store = new SettingsStore(folder.resolve("new/settings.json"));
        Settings settings = Settings.defaults()
                .withTheme(Settings.Theme.DARK)
                .withFontSize(18)
                .withPane("results")
                .withWindow(new WindowBounds(10, 20, 1280, 720, false))
                .withRecentDataset("/data/fer2013.csv");
        store.save(settings);
        assertEquals(settings, store.load());
    }

    @ParameterizedTest(name = "{0} gives the defaults")
    @ValueSource(strings = {"", "null", "{", "[]", "{\"fontSize\": \"huge\"}", "{\"theme\": \"PURPLE\"}", "{\"x\": 1}"})
    void whatCannotBeReadGivesTheDefaults(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), json);
        assertEquals(Settings.defaults(), new SettingsStore(file).load());
    }

    @Test
    void whatCannotBeSavedLeavesNothingNextTo() throws IOException {
        Path place = Files.createDirectory(folder.resolve("settings.json"));
        Files.writeString(place.resolve("inside"), "x");
        assertThrows(Problem.class, () -> new SettingsStore(place).save(Settings.defaults()));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(place), left.toList());
        }
    }

    @Test
    void valuesOutOfRangeAreDefaulted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("settings.json"), "{\"fontSize\": 400, \"threads\": -3, \"pane\": \"results\"}");
        Settings settings = new SettingsStore(file).load();
        assertEquals(Settings.DEFAULT_FONT_SIZE, settings.fontSize());
        assertEquals(0, settings.threads());
        assertEquals("results", settings.pane());
    }

    @Test
    void aFileThatCannotBeWrittenIsAProblemWithAWayOut() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Problem problem = assertThrows(
                Problem.class, () -> new SettingsStore(file.resolve("settings.json")).save(Settings.defaults()));
        assertTrue(problem.getMessage().contains("--settings"), problem.getMessage());
    }

    @Test
    void theNewestDatasetComesFirstAndOnlyEightAreKept() {
        Settings settings = Settings.defaults();
        for (int i = 0; i < 12; i++) {
            settings = settings.withRecentDataset("d" + i);
        }
        settings = settings.withRecentDataset("d9");
        assertEquals(List.of("d9", "d11", "d10", "d8", "d7", "d6", "d5", "d4"), settings.recentDatasets());
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            textBlock =
                    """
            Linux,      .config/mafer-studio/settings.json, /xdg/mafer-studio/workspace, .cache/mafer-studio
            Mac OS X,   Library/Application Support/MAFER Studio/settings.json, Library/Application Support/MAFER Studio/workspace, Library/Caches/MAFER Studio
            Windows 11, AppData/Roaming/MAFER Studio/settings.json, AppData/Local/MAFER Studio/workspace, AppData/Local/MAFER Studio/cache
            """)
    void eachSystemHasItsUsualFolders(String system, Path settings, Path workspace, Path cache) {
        Path home = Path.of("/home/a");
        SystemFolders folders = SystemFolders.of(system, home, Map.of("XDG_DATA_HOME", "/xdg"));
        assertEquals(new SystemFolders(home.resolve(settings), home.resolve(workspace), home.resolve(cache)), folders);
    }

    @Test
    void settingsOfADatasetAreKeptUntilItIsRemoved() {
        SettingsStore store = new SettingsStore(folder.resolve("remembered.json"));
        store.save(Settings.defaults()
                .withRecentDataset("/d")
                .withDataset("/d", memory -> memory.withName("d").withLabels(List.of("wut=anger")))
                .withDataset("/d", memory -> memory.withTitle(" Mine ")));
        Settings read = store.load();
        assertEquals(new RememberedDataset("d", "Mine", List.of("wut=anger")), read.dataset("/d"));
        assertEquals("Mine", read.dataset("/d").shownName());
        assertEquals(RememberedDataset.NONE, read.dataset("/other"));
        assertEquals(RememberedDataset.NONE, read.withoutDataset("/d").dataset("/d"));
        assertEquals(List.of(), read.withoutDataset("/d").recentDatasets());
    }
}
