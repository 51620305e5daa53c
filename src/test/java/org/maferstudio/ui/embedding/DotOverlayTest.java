package org.maferstudio.ui.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.schedule.Resolution;

@Tag("ui")
@ExtendWith(FxExtension.class)
class DotOverlayTest {
    private static final List<EmbeddingRow> ROWS = List.of(
            new EmbeddingRow("read", "", 0, 0, 0.9f, Resolution.NATIVE),
            new EmbeddingRow("unreadable", "", 0, 0, 0.9f, Resolution.NATIVE),
            new EmbeddingRow("far away", "", 0, 0, 0.9f, Resolution.NATIVE));

    @Test
    void anImageThatCannotBeReadHasAWarningInItsPlace(FxWindow window) {
        WritableImage black = new WritableImage(8, 8);
        for (int i = 0; i < 64; i++) {
            black.getPixelWriter().setColor(i % 8, i / 8, Color.BLACK);
        }
        DotCanvas canvas = FxWindow.onFx(() -> new DotCanvas(
                new Dots(),
                (sample, receiver) -> {
                    receiver.accept(sample.equals("read") ? Optional.of(black) : Optional.empty());
                    return () -> {};
                },
                chosen -> {}));
        window.show(() -> new StackPane(canvas));
        FxWindow.onFx(() -> {
            Points points = new Points(new float[][] {{-100, 0}, {100, 0}, {100_000, 0}});
            canvas.cloudProperty().set(new Panel.Cloud(LabelSet.fer2013(), ROWS, points));
            canvas.setViewport(new Viewport(0, 0, 1));
            canvas.layout();
            // The first painting asks for the images.
            canvas.setViewport(new Viewport(0, 0, 1));
            canvas.layout();
            return true;
        });
        PixelReader seen = FxWindow.onFx(() -> canvas.snapshot(null, null).getPixelReader());
        int middle = (int) (canvas.getWidth() / 2);
        int high = (int) (canvas.getHeight() / 2);
        assertEquals(Color.BLACK, seen.getColor(middle - 100, high));
        assertEquals(Color.WHITE, seen.getColor(middle + 100 - 17, high - 17), "the place has a ground");
        assertTrue(warnings(seen, middle + 100, high) > 20, "and a triangle");
        assertEquals(0, warnings(seen, middle - 100, high));
    }

    @Test
    void theSampleUnderTheMouseInAnotherCanvasIsMarked(FxWindow window) {
        DotCanvas canvas = FxWindow.onFx(() -> new DotCanvas(new Dots(), (sample, receiver) -> () -> {}, chosen -> {}));
        window.show(() -> new StackPane(canvas));
        FxWindow.onFx(() -> {
            Points points = new Points(new float[][] {{-100, 0}, {0, 0}, {100, 0}});
            canvas.cloudProperty().set(new Panel.Cloud(LabelSet.fer2013(), ROWS, points));
            canvas.setViewport(new Viewport(0, 0, 1));
            canvas.layout();
            canvas.linkedProperty().set(new HoveredDot(ROWS.get(2), 2, HoveredDot.Source.EMBEDDED));
            return true;
        });
        PixelReader seen = FxWindow.onFx(() -> canvas.snapshot(null, null).getPixelReader());
        int middle = (int) (canvas.getWidth() / 2);
        int high = (int) (canvas.getHeight() / 2);
        assertTrue(count(seen, middle + 100, high, Color.BLACK) > 0, "a ring");
        assertEquals(0, count(seen, middle - 100, high, Color.BLACK));
    }

    private static int warnings(PixelReader seen, int x, int y) {
        return count(seen, x, y, Color.web("#9a6700"));
    }

    private static int count(PixelReader seen, int x, int y, Color colour) {
        int count = 0;
        for (int i = -18; i < 18; i++) {
            for (int j = -18; j < 18; j++) {
                count += seen.getColor(x + i, y + j).equals(colour) ? 1 : 0;
            }
        }
        return count;
    }
}
