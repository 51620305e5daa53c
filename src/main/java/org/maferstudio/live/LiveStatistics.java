package org.maferstudio.live;

import java.util.Arrays;
import org.maferstudio.texts.Texts;

/** How fast a session is; for several threads. */
public final class LiveStatistics {
    private static final int KEPT = 100_000;

    private final long[] latencies = new long[KEPT];
    private long frames;
    private long searched;
    private long faces;
    private long first;
    private long last;

    /** Counts a reading; a frame counts where every network gave a result, so where a face was found. */
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

    /** Faces in all frames together. */
    public synchronized long faces() {
        return faces;
    }

    /** Of frames with a result, from the first to the last; 0 for fewer than two. */
    public synchronized double framesPerSecond() {
        return frames < 2 ? 0 : (frames - 1) * 1e9 / (last - first);
    }

    /**
     * Milliseconds from capture to result that this share of frames stays within; 0 where there are none.
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

    /** A line for display. */
    public synchronized String sentence() {
        return Texts.of(
                "live.status.speed", framesPerSecond(), last == 0 ? 0 : latencies[(int) ((frames - 1) % KEPT)] / 1e6);
    }
}
