package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;

@Tag("ui")
@ExtendWith(FxExtension.class)
class ListSplitTest {
    private final DoubleProperty width = new SimpleDoubleProperty(300);
    private final BooleanProperty open = new SimpleBooleanProperty(true);

    @Test
    void theListIsAsWideAsItWasDraggedWhateverTheWidthOfTheWindow(FxWindow window) {
        StackPane list = new StackPane();
        window.show(() -> {
            Label letters = WrappingText.measure();
            letters.setStyle("-fx-font-size: 14px");
            return new StackPane(new ListSplit(list, new StackPane(), width, open, letters.fontProperty()), letters);
        });
        window.waitUntil("it has its width", () -> Math.abs(list.getWidth() - 300) < 4);
        window.resize(1000);
        window.waitUntil("it keeps its width", () -> Math.abs(list.getWidth() - 300) < 4);
        window.robot().drag(".split-pane-divider").moveBy(60, 0).drop();
        window.waitUntil("it is wider", () -> list.getWidth() > 340);
        assertEquals(FxWindow.onFx(list::getWidth), width.get(), 4, "of which half a divider");
        FxWindow.onFx(() -> {
            open.set(false);
            open.set(true);
            return true;
        });
        window.waitUntil("it comes back as wide", () -> list.getWidth() > 340);
    }
}
