package org.maferstudio.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.settings.Settings;

class RecentDatasetLinesTest {
    private final RecentDatasetLines recent = new RecentDatasetLines();

    @Test
    void whatIsListedKeepsItsPlaceAndWhatIsNewComesAbove() {
        recent.set(recent("/a", "/b"));
        assertEquals(List.of("/a", "/b", "drawn"), List.copyOf(recent.lines()));
        recent.set(recent("drawn", "/b", "/a"));
        assertEquals(List.of("/a", "/b", "drawn"), List.copyOf(recent.lines()));
        recent.set(recent("/c", "/b", "/a"));
        assertEquals(List.of("/c", "/a", "/b", "drawn"), List.copyOf(recent.lines()));
        recent.set(recent("/c", "/b"));
        assertEquals(List.of("/c", "/b", "drawn"), List.copyOf(recent.lines()));
    }

    @Test
    void aDatasetIsNamedByItsFilesUntilItWasOpened() {
        String line = DatasetSource.of("/x/training.zip", "/x/publictest.zip").line();
        recent.set(recent(line));
        assertEquals("training.zip + publictest.zip", recent.title(line));
        Settings opened = recent(line).withDataset(line, memory -> memory.withName("FER2013"));
        recent.set(opened);
        assertEquals("FER2013", recent.title(line));
        recent.set(opened.withDataset(line, memory -> memory.withTitle("Ours")));
        assertEquals("Ours", recent.title(line));
        recent.set(opened);
        assertEquals("FER2013", recent.title(line));
        assertEquals("Drawn faces", recent.title("drawn"));
    }

    @Test
    void drawnFacesAreNamedInTheLanguageOfTheWindowUntilTheyAreRenamed() {
        Settings opened = recent("drawn").withDataset("drawn", memory -> memory.withName("as a file has it"));
        recent.set(opened);
        assertEquals("Drawn faces", recent.title("drawn"));
        recent.set(opened.withDataset("drawn", memory -> memory.withTitle("Ours")));
        assertEquals("Ours", recent.title("drawn"));
    }

    private static Settings recent(String... newestFirst) {
        Settings settings = Settings.defaults();
        for (int i = newestFirst.length - 1; i >= 0; i--) {
            settings = settings.withRecentDataset(newestFirst[i]);
        }
        return settings;
    }
}
