package org.maferstudio.ui.analysis;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.maferstudio.image.RasterImage;
import org.maferstudio.video.Film;

/**
 * The frames of a film in any order; one thread at a time decodes, others wait.
 *
 * <p>A frame a little ahead is reached by decoding on; any other by a search for the key frame before it. On the way back
 * the frames just before the wanted one are kept, as they are asked for next.
 */
final class FilmFrames implements AutoCloseable {
    /** How exactly the time of a frame has to be met, in seconds: tables have milliseconds. */
    static final double EXACT = 0.002;

    private static final double DECODED_ON = 2;
    private static final double KEPT_BEFORE = 0.5;
    private static final long MOST_BYTES = 96L << 20;

    private final Path file;
    private final Map<Long, RasterImage> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private Film film;
    private double last = Double.NaN;
    private boolean closed;

    /** The frames of a film, which is opened when the first is asked for. */
    FilmFrames(Path file) {
        this.file = file;
    }

    /**
     * The frame of a time.
     *
     * @param seconds its presentation time since the beginning of the film
     * @param stop whether it is no longer wanted
     * @return empty if it is no longer wanted, or the film has no frame of this time
     * @throws org.maferstudio.job.Problem if the film cannot be opened
     */
    synchronized Optional<RasterImage> at(double seconds, BooleanSupplier stop) throws InterruptedException {
        RasterImage known = kept.get(key(seconds));
        if (known != null || closed) {
            return Optional.ofNullable(known);
        }
        double from = seconds;
        if (film == null) {
            film = Film.open(file);
        } else if (!(last < seconds && seconds - last < DECODED_ON)) {
            boolean back = last > seconds && last - seconds < DECODED_ON;
            from = back ? Math.max(0, seconds - KEPT_BEFORE) : seconds;
            search(from);
        }
        return decode(from, seconds, stop);
    }

    private void search(double seconds) throws InterruptedException {
        last = Double.NaN;
        if (!film.seek(seconds)) {
            film.close();
            film = Film.open(file);
        }
    }

    /** Decodes on to a time, and keeps the frames from an earlier time on. */
    private Optional<RasterImage> decode(double from, double seconds, BooleanSupplier stop)
            throws InterruptedException {
        while (!stop.getAsBoolean()) {
            if (!film.skip()) {
                last = Double.NaN;
                return Optional.empty();
            }
            last = film.seconds();
            if (last >= from - EXACT) {
                RasterImage image = film.image().image();
                keep(last, image);
                if (last >= seconds - EXACT) {
                    return last <= seconds + EXACT ? Optional.of(image) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private void keep(double seconds, RasterImage image) {
        RasterImage before = kept.put(key(seconds), image);
        bytes += image.values().length - (before == null ? 0 : before.values().length);
        Iterator<RasterImage> eldest = kept.values().iterator();
        while (bytes > MOST_BYTES && kept.size() > 1) {
            bytes -= eldest.next().values().length;
            eldest.remove();
        }
    }

    private static long key(double seconds) {
        return Math.round(1000 * seconds);
    }

    /** Frees the film; no frame comes after that. */
    @Override
    public synchronized void close() {
        closed = true;
        kept.clear();
        if (film != null) {
            film.close();
            film = null;
        }
    }
}
