package org.maferstudio.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.datasets.DatasetSource;

class ShelfLinesTest {
    private final ShelfLines shelf = new ShelfLines();

    @Test
    void whatIsListedKeepsItsPlaceAndWhatIsNewComesAbove() {
        shelf.set(List.of("/a", "/b"));
        assertEquals(List.of("/a", "/b", "drawn"), List.copyOf(shelf.lines()));
        shelf.set(List.of("drawn", "/b", "/a"));
        assertEquals(List.of("/a", "/b", "drawn"), List.copyOf(shelf.lines()));
        shelf.set(List.of("/c", "/b", "/a"));
        assertEquals(List.of("/c", "/a", "/b", "drawn"), List.copyOf(shelf.lines()));
        shelf.set(List.of("/c", "/b"));
        assertEquals(List.of("/c", "/b", "drawn"), List.copyOf(shelf.lines()));
    }

    @Test
    void aDatasetIsCalledByItsFilesUntilItWasOpenedAndToldItsName() {
        String line = DatasetSource.of("/x/training.zip", "/x/publictest.zip").line();
        shelf.set(List.of(line));
        assertEquals("training.zip + publictest.zip", shelf.title(line));
        shelf.name(line, "FER2013");
        assertEquals("FER2013", shelf.title(line));
        assertEquals("Drawn faces", shelf.title("drawn"));
    }
}
