package org.maferstudio.job;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class MemoryShortageTest {
    @Test
    void aWantOfMemoryIsFoundBehindOtherFailures() {
        Throwable inAThread =
                new ExecutionException(new IllegalStateException(new OutOfMemoryError("Java heap space")));
        assertTrue(MemoryShortage.isIn(inAThread));
        assertTrue(MemoryShortage.isIn(new OutOfMemoryError()));
    }

    @Test
    void theEnginesOwnWordsAreKnown() {
        assertTrue(MemoryShortage.isIn(new RuntimeException("DefaultCPUAllocator: can't allocate memory: you tried")));
        assertTrue(MemoryShortage.isIn(new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB")));
    }

    @Test
    void otherFailuresAreNone() {
        assertFalse(MemoryShortage.isIn(new IllegalStateException("out of range")));
        assertFalse(MemoryShortage.isIn(Problem.input("The file out of memory.csv does not exist.")));
        assertFalse(MemoryShortage.isIn(circular()));
    }

    private static Throwable circular() {
        Exception first = new Exception("a");
        first.initCause(new Exception("b", first));
        return first;
    }
}
