package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;

@Tag("ui")
@ExtendWith(FxExtension.class)
class ScrollBarTest {
    @Test
    void theThumbOfAVeryLongListCanBeGrabbed(FxWindow window) {
        ListView<String> list =
                window.show(() -> new ListView<>(FXCollections.observableList(Collections.nCopies(300_000, "image"))));
        window.waitUntil("it has a thumb", () -> list.lookup(".scroll-bar:vertical .thumb") != null);
        Region bar = (Region) list.lookup(".scroll-bar:vertical");
        Region thumb = (Region) bar.lookup(".thumb");
        window.waitUntil("it is laid out", () -> thumb.getHeight() > 0);
        assertTrue(thumb.getHeight() >= 20, () -> "height of the thumb: " + thumb.getHeight());
        assertTrue(bar.getWidth() <= 10, () -> "width of the bar: " + bar.getWidth());
    }
}
