package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.ui.jobs.BackgroundJobs;

@Tag("ui")
@ExtendWith(FxExtension.class)
class ThumbnailGridTest {
    private final AtomicInteger made = new AtomicInteger();
    private final BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
        throw new AssertionError(problem);
    });

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void onlyWhatIsOnTheScreenIsMadeOfTensOfThousands(FxWindow window) {
        show(window, 28_709);
        window.waitUntil("thumbnails are made", () -> jobs.busyProperty().get() == 0 && made.get() > 50);
        assertTrue(made.get() < 600, "made " + made.get());
    }

    @Test
    void theArrowKeysMoveTheSelection(FxWindow window) {
        ThumbnailGrid<Integer> gallery = show(window, 100);
        window.clickOn(".thumbnail");
        assertEquals(0, selected(gallery));
        window.robot().push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.LEFT);
        assertEquals(1, selected(gallery));
        window.robot().push(KeyCode.END);
        assertEquals(99, selected(gallery));
        window.robot().push(KeyCode.RIGHT);
        assertEquals(99, selected(gallery));
    }

    @Test
    void severalAreSelectedWithShiftAndCtrlWhereThatIsAllowed(FxWindow window) {
        ThumbnailGrid<Integer> gallery = show(window, 100);
        window.clickOn(".thumbnail");
        window.robot().push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(List.of(1), all(gallery), "not yet allowed");
        FxWindow.onFx(() -> {
            gallery.allowSeveral();
            return true;
        });
        window.robot().push(KeyCode.SHIFT, KeyCode.RIGHT).push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(List.of(1, 2, 3), all(gallery));
        window.robot().push(KeyCode.SHIFT, KeyCode.LEFT);
        assertEquals(List.of(1, 2), all(gallery));
        window.robot().push(KeyCode.RIGHT);
        assertEquals(List.of(3), all(gallery));
        window.robot().press(KeyCode.CONTROL).clickOn(window.find(".thumbnail")).release(KeyCode.CONTROL);
        assertEquals(List.of(3, 0), all(gallery));
        window.robot().press(KeyCode.CONTROL).clickOn(window.find(".thumbnail")).release(KeyCode.CONTROL);
        assertEquals(List.of(3), all(gallery));
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        assertEquals(100, all(gallery).size());
        FxWindow.onFx(() -> gallery.items().setAll(0, 1));
        assertEquals(List.of(0, 1), all(gallery), "what is gone is selected no more");
    }

    @Test
    void anImageThatCannotBeReadHasASignAndIsNotRequestedAgain(FxWindow window) {
        ThumbnailGrid<Integer> gallery = window.show(() -> new ThumbnailGrid<>(
                new Thumbnails<>(
                        jobs,
                        item -> {
                            if (item == 1) {
                                throw Problem.input("damaged");
                            }
                            return picture(item);
                        },
                        64),
                64));
        FxWindow.onFx(() -> gallery.items().setAll(0, 1, 2));
        window.waitUntil("one has a sign", () -> signs(gallery) == 1);
        int asked = made.get();
        FxWindow.onFx(() -> {
            gallery.refresh();
            return true;
        });
        window.waitUntil("it still has", () -> jobs.busyProperty().get() == 0 && signs(gallery) == 1);
        assertEquals(asked, made.get());
    }

    private static long signs(ThumbnailGrid<Integer> gallery) {
        return FxWindow.onFx(() -> gallery.lookupAll(".unreadable").stream()
                .filter(Node::isVisible)
                .count());
    }

    private static List<Integer> all(ThumbnailGrid<Integer> gallery) {
        return FxWindow.onFx(() -> List.copyOf(gallery.allSelected()));
    }

    private ThumbnailGrid<Integer> show(FxWindow window, int count) {
        ThumbnailGrid<Integer> gallery =
                window.show(() -> new ThumbnailGrid<>(new Thumbnails<>(jobs, this::picture, 64), 64));
        return FxWindow.onFx(() -> {
            gallery.items().setAll(IntStream.range(0, count).boxed().toList());
            return gallery;
        });
    }

    private RasterImage picture(int item) {
        made.incrementAndGet();
        byte[] values = new byte[48 * 48];
        Arrays.fill(values, (byte) item);
        return new RasterImage(48, 48, 1, values);
    }

    private static int selected(ThumbnailGrid<Integer> gallery) {
        return FxWindow.onFx(() -> gallery.selectedProperty().get());
    }
}
