package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.network.OutputValue;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(FxExtension.class)
class ValueBarsTest {
    private final GridPane grid = new GridPane();
    private ValueBars bars;

    private void show(FxWindow window, double... values) {
        FxWindow.onFx(() -> {
            bars.show(values);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        window.waitUntil("it is laid out", () -> !grid.isNeedsLayout());
    }

    /** The left and the right end of a bar, as shares of its track. */
    private double[] ends(int row) {
        Region track = (Region) grid.getChildren().get(3 * row + 1);
        Node bar = track.lookup(".value-bar");
        double left = bar.getBoundsInParent().getMinX() / track.getWidth();
        return new double[] {left, bar.getBoundsInParent().getMaxX() / track.getWidth()};
    }

    private String number(int row) {
        return ((Label) grid.getChildren().get(3 * row + 2)).getText();
    }

    @Test
    void barsGoFromZeroToTheValue(FxWindow window) {
        window.show(() -> {
            grid.getColumnConstraints().addAll(new ColumnConstraints(80), new ColumnConstraints(200));
            bars = new ValueBars(
                    List.of(OutputValue.of("valence"), OutputValue.of("arousal"), new OutputValue("intensity", 1, 9)),
                    grid);
            return new StackPane(grid);
        });
        show(window, -0.5, 2, 5);
        assertEquals("Valence", ((Label) grid.getChildren().get(0)).getText());
        assertEnds(0.25, 0.5, ends(0));
        assertEquals("\u22120.50", number(0));
        // Beyond the scale: the bar ends there, the number does not.
        assertEnds(0.5, 1, ends(1));
        assertEquals("+2.00", number(1));
        assertEquals("intensity", ((Label) grid.getChildren().get(6)).getText());
        assertEnds(0, 0.5, ends(2));
        show(window);
        assertEnds(0.5, 0.5, ends(0));
        assertEquals("\u2013", number(0));
    }

    private static void assertEnds(double left, double right, double[] ends) {
        assertEquals(left, ends[0], 0.01);
        assertEquals(right, ends[1], 0.01);
    }
}
