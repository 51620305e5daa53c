package org.maferstudio.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maferstudio.analysis.AnalysisRequest;
import org.maferstudio.analysis.FrameSelection;
import org.maferstudio.ui.workbench.NetworkChoice;

class AnalysisFormTest {
    private static final NetworkChoice BASE = new NetworkChoice("base", Path.of("base"), false);
    private static final NetworkChoice MULTI = new NetworkChoice("multi", Path.of("multi"), false);

    private final AnalysisForm form = new AnalysisForm(Path.of("videos"));

    @BeforeEach
    void fill() {
        offer(List.of(BASE, MULTI));
        form.add(List.of(Path.of("a.mp4"), Path.of("b.mp4"), Path.of("a.mp4")));
    }

    private void offer(List<NetworkChoice> offered) {
        form.networks().offer(offered, offered);
    }

    @Test
    void aFilmIsAddedOnce() {
        assertEquals(2, form.films().size());
    }

    @Test
    void itIsCompleteWithFilmsANetworkAndReadableNumbers() {
        assertTrue(form.completeProperty().get());
        form.every().textProperty().set("0");
        assertFalse(form.completeProperty().get());
        form.every().textProperty().set("3");
        form.fromProperty().set("soon");
        assertEquals("Enter a time such as 1:02.5", form.fromMessage().get());
        assertFalse(form.completeProperty().get());
        form.fromProperty().set("1:00");
        form.toProperty().set("30");
        assertEquals("The end comes after the start", form.toMessage().get());
        form.toProperty().set("1:30");
        assertTrue(form.completeProperty().get());
        form.films().clear();
        assertFalse(form.completeProperty().get());
    }

    @Test
    void eachFilmIsRequestedWithTheSameFrames() {
        form.every().textProperty().set("3");
        form.fromProperty().set("1:00");
        form.toProperty().set("1:30");
        List<AnalysisRequest> requests = form.requests(List.of());
        assertEquals(
                new FrameSelection(3, 60, OptionalDouble.of(90)),
                requests.get(1).frames());
        assertEquals(Path.of("videos", "b.csv"), requests.get(1).table());
    }

    @Test
    void theSameNetworkTwiceCountsOnce() {
        assertEquals(List.of(Path.of("base"), Path.of("multi")), form.networks().folders());
        form.networks().secondProperty().set(BASE);
        assertEquals(List.of(Path.of("base")), form.networks().folders());
    }

    @Test
    void whatWasChosenStaysWhenMoreIsOffered() {
        form.networks().firstProperty().set(MULTI);
        form.networks().secondProperty().set(NetworkChoice.NONE);
        offer(List.of(new NetworkChoice("new", Path.of("new"), false), BASE, MULTI));
        assertEquals(List.of(Path.of("multi")), form.networks().folders());
    }
}
