package org.maferstudio.video;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A video file of which every frame is read, as fast as it can be decoded. For one thread at a time.
 *
 * <p>Frames come in order of presentation, upright and with square pixels, all in the size of the first. A frame's time is
 * FFmpeg's best-effort time stamp minus the start time of the file ({@code ffprobe}'s {@code best_effort_timestamp_time}
 * minus {@code format=start_time}), as players display it, so a video track that begins later than the sound begins later
 * here, too.
 *
 * <p>A damaged film is read as far as it can be decoded; {@link #missing} says how much is not there. Files come from
 * strangers: a film may not refer FFmpeg to other files or addresses, and the size of frames is bounded.
 */
public final class Film implements AutoCloseable {
    /** The usual endings of the names of video files, in lower case. */
    public static final List<String> ENDINGS = List.of("mp4", "mkv", "mov", "avi", "webm", "m4v");

    /** How much earlier than its sound a complete film may end, in seconds. */
    private static final double BEFORE_SOUND = 0.5;
    /** How much shorter than declared a complete video stream may be, in seconds, and in frames. */
    private static final double ROUNDING = 0.1;

    private static final double ROUNDING_FRAMES = 2;

    /** How far before a time key frames are searched for, in seconds: the first may not be early enough. */
    private static final double[] EARLIER = {0, 1, 10};

    private final Path file;
    private final FrameConverter converter;
    private FilmDecoder decoder;
    /** The first frame is decoded when the film is opened. */
    private boolean waiting;

    private FilmFacts facts;
    private long number = -1;
    private boolean sought;
    private double first;

    private Film(Path file, FilmDecoder decoder, FrameConverter converter) {
        this.file = file;
        this.decoder = decoder;
        this.converter = converter;
    }

    /**
     * Opens a film.
     *
     * @throws Problem if it cannot be opened, has no video, or no frame of it can be decoded
     */
    public static Film open(Path file) {
        String name = file.getFileName().toString();
        FilmDecoder decoder = FilmDecoder.file(file);
        Film film = new Film(file, decoder, new FrameConverter(name, decoder.orientation(), FilmDecoder.LARGEST_SIDE));
        try {
            film.start(name);
            return film;
        } catch (RuntimeException e) {
            film.close();
            throw e;
        }
    }

    private void start(String name) {
        if (!decoder.advance()) {
            throw Problem.input(Texts.of("video.file.error.noFrame", name));
        }
        converter.fit(decoder.frame(), decoder.pixelAspect());
        // FFmpeg knows the format of pixels while there is a frame.
        facts = decoder.facts(converter.width(), converter.height());
        first = decoder.seconds();
        waiting = true;
    }

    /** What the film says about itself. */
    public FilmFacts facts() {
        return facts;
    }

    /**
     * Decodes the next frame; empty at the end.
     *
     * @throws InterruptedException if the thread was asked to stop
     */
    public Optional<FilmFrame> next() throws InterruptedException {
        return skip() ? Optional.of(image()) : Optional.empty();
    }

    /**
     * Decodes the next frame without converting it, which is several times as fast; false at the end.
     *
     * @throws InterruptedException if the thread was asked to stop
     */
    public boolean skip() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!waiting && !decoder.advance()) {
            return false;
        }
        waiting = false;
        number++;
        return true;
    }

    /** The number of the frame that was skipped or decoded last; -1 before the first and after {@link #seek}. */
    public long number() {
        return sought ? -1 : number;
    }

    /** The presentation time of the frame that was skipped or decoded last, in seconds. */
    public double seconds() {
        return decoder.seconds();
    }

    /** Converts the frame that was skipped last. */
    public FilmFrame image() {
        return new FilmFrame(converter.convert(decoder.frame(), decoder.pixelAspect()), number(), seconds());
    }

    /**
     * Goes to a time: the next frame is the first whose time is not earlier, to a millisecond. The numbers of frames are
     * unknown from then on.
     *
     * @return false if there is no such frame, or the file cannot be searched
     * @throws InterruptedException if the thread was asked to stop
     */
    public boolean seek(double seconds) throws InterruptedException {
        sought = true;
        waiting = false;
        if (!decoder.seek(Math.max(0, seconds))) {
            return false;
        }
        while (skip()) {
            if (seconds() >= seconds - 0.001) {
                waiting = true;
                return true;
            }
        }
        return false;
    }

    /**
     * Goes to the frame after one that is known from an earlier reading, as if all before had been read: by the key frame
     * before it where the film has an index, else by decoding from the beginning.
     *
     * @param known number of the frame before
     * @param seconds its time
     * @param stop ends the search, after which the place in the film is unknown
     * @throws InterruptedException if the thread was asked to stop
     */
    public void goAfter(long known, double seconds, BooleanSupplier stop) throws InterruptedException {
        if (decoder.isIndexed() && search(seconds).isPresent() && decoder.seconds() == seconds) {
            sought = false;
            waiting = false;
            number = known;
            return;
        }
        restart();
        while (number < known && !stop.getAsBoolean() && skip()) {
            // Decodes from the beginning.
        }
    }

    /**
     * Goes to the first frame that is not earlier than a time, as if all before had been read: by the key frame before it
     * where the film has an index, and its packets can be counted without decoding them; else by decoding from the
     * beginning. A film of which frames in the middle cannot be decoded is taken as if they could.
     *
     * @param stop ends the search, after which the place in the film is unknown
     * @throws InterruptedException if the thread was asked to stop
     */
    public void goTo(double seconds, BooleanSupplier stop) throws InterruptedException {
        if (decoder.isIndexed() && decoder.hasFrameInEachPacket()) {
            Optional<Decoded> decoded = search(seconds);
            OptionalLong before = decoded.isPresent() ? count(decoded.get()) : OptionalLong.empty();
            if (before.isPresent()) {
                sought = false;
                waiting = true;
                number = before.getAsLong() - 1;
                return;
            }
        }
        restart();
        while (!stop.getAsBoolean() && skip()) {
            if (seconds() >= seconds) {
                waiting = true;
                number--;
                return;
            }
        }
    }

    /**
     * Frames that were decoded.
     *
     * @param from time of the first, a key frame
     * @param frames their number, without the last
     */
    private record Decoded(double from, long frames) {}

    /**
     * Decodes the first frame that is not earlier than a time, from a key frame before it, so that it is as if all before
     * had been decoded; frames before a key frame may depend on others.
     */
    private Optional<Decoded> search(double seconds) throws InterruptedException {
        for (double earlier : EARLIER) {
            sought = true;
            waiting = false;
            if (!decoder.seek(Math.max(0, seconds - earlier))) {
                return Optional.empty();
            }
            double from = Double.NaN;
            double last = Double.NEGATIVE_INFINITY;
            long frames = 0;
            while (decoder.advance()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (!decoder.hasOwnTime() || decoder.seconds() <= last) {
                    return Optional.empty();
                }
                last = decoder.seconds();
                if (Double.isNaN(from) && decoder.isKeyFrame()) {
                    from = last;
                }
                if (last >= seconds) {
                    if (from < last || from == seconds) {
                        return Optional.of(new Decoded(from, frames));
                    }
                    break;
                }
                frames += Double.isNaN(from) ? 0 : 1;
            }
        }
        return Optional.empty();
    }

    /** The number of the frame that was searched for, if packets correspond to the frames that were decoded. */
    private OptionalLong count(Decoded decoded) throws InterruptedException {
        try (FilmDecoder packets = FilmDecoder.file(file)) {
            return packets.count(first, decoded.from(), decoder.seconds())
                    .filter(counts -> counts[1] == decoded.frames())
                    .map(counts -> OptionalLong.of(counts[0] + counts[1]))
                    .orElse(OptionalLong.empty());
        }
    }

    /** Back to the beginning, whatever the decoder did before. */
    private void restart() {
        if (number < 0 && !sought) {
            return;
        }
        decoder.close();
        decoder = FilmDecoder.file(file);
        waiting = decoder.advance();
        sought = false;
        number = -1;
    }

    /** How many packets could not be decoded. */
    public long damaged() {
        return decoder.damaged();
    }

    /**
     * How much of the declared duration is not in the file, in seconds, once all of it was read; empty if nothing is
     * missing, or the duration is unknown.
     */
    public OptionalDouble missing() {
        double tolerance = decoder.declaresVideoDuration()
                ? Math.max(ROUNDING, facts.rate() > 0 ? ROUNDING_FRAMES / facts.rate() : 0)
                : BEFORE_SOUND;
        OptionalDouble declared = facts.duration();
        double reached = decoder.reached();
        if (declared.isEmpty() || Double.isNaN(reached) || declared.getAsDouble() - reached <= tolerance) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(declared.getAsDouble() - reached);
    }

    @Override
    public void close() {
        converter.close();
        decoder.close();
    }
}
