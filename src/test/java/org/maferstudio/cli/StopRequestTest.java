package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopRequestTest {
    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void whoDoesNotLookHearsTheRequest() {
        StopRequest stop = new StopRequest();
        stop.setListener(heard::incrementAndGet);
        assertEquals(0, heard.get());
        stop.request();
        assertEquals(1, heard.get());
    }

    @Test
    void aRequestFromBeforeIsHeardToo() {
        StopRequest stop = new StopRequest();
        stop.request();
        stop.setListener(heard::incrementAndGet);
        assertEquals(1, heard.get());
    }
}
