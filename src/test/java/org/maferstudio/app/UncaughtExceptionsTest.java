package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Problem;

class UncaughtExceptionsTest {
    private final List<String> told = new ArrayList<>();
    private long now;
    private final UncaughtExceptions uncaught =
            new UncaughtExceptions(problem -> told.add(problem.getMessage()), () -> now);

    @Test
    void theSameFailureIsReportedOnceAMinute() {
        for (now = 0; now <= 61_000; now += 1_000) {
            fail(new IllegalStateException("pulse"));
        }
        assertEquals(2, told.size());
    }

    @Test
    void aProblemKeepsItsOwnMessage() {
        fail(Problem.input("No such folder. Choose another."));
        assertEquals(List.of("No such folder. Choose another."), told);
    }

    private void fail(RuntimeException thrown) {
        uncaught.uncaughtException(Thread.currentThread(), thrown);
    }
}
