package org.maferstudio.live;

import java.util.Arrays;
import org.maferstudio.texts.Texts;

/** The speed of a session. Thread-safe. */
public final class LiveStatistics {
    private static final int KEPT = 100_000;

    private final long[] latencies = new long[KEPT];
    private long frames;
    private long searched;
    private long faces;
    private long first;
    private long last;

    /** Adds a reading. A frame counts if every network returned a result, that is, if a face was found. */
    public synchronized void add(LiveReading reading) {
        searched++;
        faces += reading.faces().size();
        if (reading.faces().isEmpty()) {
            return;
        }
        last = System.nanoTime();
        if (frames == 0) {
            first = last;
        }
        latencies[(int) (frames % KEPT)] = reading.latency();
        frames++;
    }

    /** Frames with a result from every network. */
    public synchronized long frames() {
        return frames;
    }

    /** Frames on which face detection ran. */
    public synchronized long searched() {
        return searched;
    }

    /** Number of faces in all frames. */
    public synchronized long faces() {
        return faces;
    }

    /** Rate of frames with a result, from the first to the last; 0 for fewer than two. */
    public synchronized double framesPerSecond() {
        return frames < 2 ? 0 : (frames - 1) * 1e9 / (last - first);
    }

    /**
     * A quantile of the latency from capture to result, in milliseconds; 0 if there are no frames.
     *
     * @param share 0 to 1
     */
    public synchronized double latency(double share) {
        int count = (int) Math.min(frames, KEPT);
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        int place = (int) Math.ceil(share * count) - 1;
        return sorted[Math.max(0, Math.min(count - 1, place))] / 1e6;
    }

    /** A summary in one line. */
    public synchronized String sentence() {
        return Texts.of(
                "live.status.speed",
                Math.round(framesPerSecond()),
                last == 0 ? 0 : latencies[(int) ((frames - 1) % KEPT)] / 1e6);
    }
}
