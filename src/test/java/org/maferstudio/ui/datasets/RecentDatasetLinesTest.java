package org.maferstudio.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.settings.Settings;

class RecentDatasetLinesTest {
    private final RecentDatasetLines shelf = new RecentDatasetLines();

    @Test
    void whatIsListedKeepsItsPlaceAndWhatIsNewComesAbove() {
        shelf.set(recent("/a", "/b"));
        assertEquals(List.of("/a", "/b", "drawn"), List.copyOf(shelf.lines()));
        shelf.set(recent("drawn", "/b", "/a"));
        assertEquals(List.of("/a", "/b", "drawn"), List.copyOf(shelf.lines()));
        shelf.set(recent("/c", "/b", "/a"));
        assertEquals(List.of("/c", "/a", "/b", "drawn"), List.copyOf(shelf.lines()));
        shelf.set(recent("/c", "/b"));
        assertEquals(List.of("/c", "/b", "drawn"), List.copyOf(shelf.lines()));
    }

    @Test
    void aDatasetIsCalledByItsFilesUntilItWasOpenedAndToldItsName() {
        String line = DatasetSource.of("/x/training.zip", "/x/publictest.zip").line();
        shelf.set(recent(line));
        assertEquals("training.zip + publictest.zip", shelf.title(line));
        Settings opened = recent(line).withDataset(line, memory -> memory.withName("FER2013"));
        shelf.set(opened);
        assertEquals("FER2013", shelf.title(line));
        shelf.set(opened.withDataset(line, memory -> memory.withTitle("Ours")));
        assertEquals("Ours", shelf.title(line));
        shelf.set(opened);
        assertEquals("FER2013", shelf.title(line));
        assertEquals("Drawn faces", shelf.title("drawn"));
    }

    private static Settings recent(String... newestFirst) {
        Settings settings = Settings.defaults();
        for (int i = newestFirst.length - 1; i >= 0; i--) {
            settings = settings.withRecentDataset(newestFirst[i]);
        }
        return settings;
    }
}
