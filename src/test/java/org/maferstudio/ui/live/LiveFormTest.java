package org.maferstudio.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.maferstudio.ui.workbench.NetworkChoice;

class LiveFormTest {
    private static final NetworkChoice BASE = new NetworkChoice("base", Path.of("base"), false);
    private static final NetworkChoice MULTI = new NetworkChoice("multi", Path.of("multi"), false);
    private static final NetworkChoice DRAWN_MULTI = new NetworkChoice("drawn multi", Path.of("dm"), true);
    private static final NetworkChoice DRAWN_BASE = new NetworkChoice("drawn base", Path.of("db"), true);

    private final LiveForm form = new LiveForm();

    @Test
    void twoNetworksIsNextToEachOtherFromTheStart() {
        form.offer(List.of(BASE, MULTI));
        assertEquals(List.of(Path.of("base"), Path.of("multi")), form.folders());
    }

    @Test
    void drawnFacesAreReadByNetworksOfDrawnFacesWhereThereAreSome() {
        form.sourceProperty().set("drawn");
        form.offer(List.of(BASE, MULTI, DRAWN_MULTI, DRAWN_BASE));
        assertEquals(List.of(Path.of("db"), Path.of("dm")), form.folders());
        assertEquals("", form.hint());
    }

    @Test
    void networksFollowTheSourceUntilOthersAreChosen() {
        form.offer(List.of(DRAWN_MULTI, BASE, MULTI));
        assertEquals(List.of(Path.of("base"), Path.of("multi")), form.folders());
        form.sourceProperty().set("drawn");
        assertEquals(List.of(Path.of("dm")), form.folders());
        form.sourceProperty().set("camera:0");
        assertEquals(List.of(Path.of("base"), Path.of("multi")), form.folders());
        form.secondProperty().set(NetworkChoice.NONE);
        form.sourceProperty().set("drawn");
        assertEquals(List.of(Path.of("base")), form.folders(), "the user's choice stays");
    }

    @Test
    void theSampleFilmComesFirstAndSaysThatItIsNoEvidence() {
        form.offer(List.of(BASE, MULTI));
        assertEquals("sample", form.sourceProperty().get());
        assertTrue(form.hint().contains("say nothing about how accurate a network is"), form.hint());
    }

    @Test
    void networksOfPhotographsOnDrawnFacesGetAWarning() {
        form.sourceProperty().set("drawn");
        form.offer(List.of(BASE, MULTI));
        assertTrue(form.hint().startsWith("These networks were trained on photographs"), form.hint());
        form.sourceProperty().set("camera:0");
        assertEquals("", form.hint());
    }

    @Test
    void whatWasChosenStaysWhenMoreIsOffered() {
        form.offer(List.of(BASE, MULTI));
        form.firstProperty().set(MULTI);
        form.secondProperty().set(NetworkChoice.NONE);
        form.offer(List.of(DRAWN_BASE, BASE, MULTI));
        assertEquals(List.of(Path.of("multi")), form.folders());
    }

    /** As in the figures and on the slider of the results. */
    @Test
    void theSliderHasEightPixelsAtTheLeftAndNativeAtTheRight() {
        assertEquals(OptionalInt.empty(), form.resolution());
        form.step(1);
        assertEquals(OptionalInt.empty(), form.resolution(), "there is nothing beyond native");
        form.step(-1);
        assertEquals(OptionalInt.of(48), form.resolution());
        form.placeProperty().set(0);
        assertEquals(OptionalInt.of(8), form.resolution());
        form.step(-1);
        assertEquals(OptionalInt.of(8), form.resolution());
    }

    @Test
    void theSameNetworkTwiceIsReadOnce() {
        form.offer(List.of(BASE, MULTI));
        form.secondProperty().set(BASE);
        assertEquals(List.of(Path.of("base")), form.folders());
    }

    @Test
    void aResolutionFromTheCommandLineIsTheSlidersNearestPlace() {
        LiveForm form = new LiveForm();
        form.downsampleTo(12);
        assertEquals(OptionalInt.of(12), form.resolution());
        form.downsampleTo(9);
        assertEquals(OptionalInt.of(10), form.resolution());
        form.downsampleTo(500);
        assertEquals(OptionalInt.of(48), form.resolution());
    }
}
