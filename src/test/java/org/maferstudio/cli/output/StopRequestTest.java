package org.maferstudio.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Saving;

class StopRequestTest {
    private final AtomicInteger heard = new AtomicInteger();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @Test
    void listenersReceiveTheRequest() {
        StopRequest stop = new StopRequest();
        stop.setListener(heard::incrementAndGet);
        assertEquals(0, heard.get());
        stop.request();
        assertEquals(1, heard.get());
    }

    @Test
    void anEarlierRequestIsDeliveredToo() {
        StopRequest stop = new StopRequest();
        stop.request();
        stop.setListener(heard::incrementAndGet);
        assertEquals(1, heard.get());
    }

    @Test
    void aCommandThatSavesNothingIsNotWaitedForLong() {
        assertFalse(new StopRequest(Duration.ofMillis(10)).requestAndWait(said::add));
        assertEquals(List.of(), said);
    }

    @Test
    void aCommandThatEndsByItselfIsWaitedFor() {
        StopRequest stop = new StopRequest(Duration.ofMinutes(1));
        stop.setListener(stop::workEnded);
        assertTrue(stop.requestAndWait(said::add));
    }

    @Test
    void whatSavesIsNamedOnceAndWaitedFor() throws Exception {
        StopRequest stop = new StopRequest(Duration.ofMillis(10));
        Saving saving = Saving.of("the training in a");
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> stop.requestAndWait(said::add));
        while (said.isEmpty()) {
            Thread.sleep(1);
        }
        Thread.sleep(50);
        assertFalse(ended.isDone());
        saving.close();
        assertFalse(ended.get(), "the command went on although it saved no more");
        assertEquals(List.of("Waiting for the training in a. Press Ctrl+C again to quit immediately."), said);
    }
}
