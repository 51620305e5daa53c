package org.maferstudio.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a session told, in order. */
final class Heard implements LiveListener {
    private final List<LiveReading> readings = new ArrayList<>();
    private final List<LiveState> states = new ArrayList<>();

    @Override
    public synchronized void onReading(LiveReading reading) {
        readings.add(reading);
        notifyAll();
    }

    @Override
    public synchronized void onState(LiveState state) {
        states.add(state);
        notifyAll();
    }

    synchronized List<LiveReading> readings() {
        return List.copyOf(readings);
    }

    synchronized List<LiveState.Kind> kinds() {
        return states.stream().map(LiveState::kind).toList();
    }

    /** Waits until a state like this was told; fails by the test's own time limit. */
    synchronized LiveState await(Predicate<LiveState> wanted) throws InterruptedException {
        while (true) {
            for (LiveState state : states) {
                if (wanted.test(state)) {
                    return state;
                }
            }
            wait();
        }
    }

    /** Waits until a reading like this was told; fails by the test's own time limit. */
    synchronized LiveReading awaitReading(Predicate<LiveReading> wanted) throws InterruptedException {
        while (true) {
            for (LiveReading reading : readings) {
                if (wanted.test(reading)) {
                    return reading;
                }
            }
            wait();
        }
    }

    /** Whether an earlier reading is of the same frame. */
    synchronized boolean isReadAgain(LiveReading reading) {
        int place = readings.indexOf(reading);
        return place > 0 && readings.get(place - 1).isSameFrame(reading);
    }

    LiveState awaitKind(LiveState.Kind kind) throws InterruptedException {
        return await(state -> state.kind() == kind);
    }
}
