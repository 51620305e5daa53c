package org.maferstudio.analysis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.faces.FaceTracker;
import org.maferstudio.faces.FullRangeDetector;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.video.Film;
import org.maferstudio.video.FilmFrame;

/**
 * Decodes a film and finds, tracks and cuts its faces on a thread of its own, while another thread classifies them. Frames
 * come in blocks of {@link #SIZE}; as only a few blocks wait, and of frames only faces are kept, memory is bounded.
 */
final class FilmBlocks implements AutoCloseable {
    /** Frames of a block. */
    static final int SIZE = 16;

    private static final int MOST_WAITING = 3;

    /**
     * A frame whose faces are not classified yet.
     *
     * @param number in the film
     * @param seconds its presentation time
     * @param faces the largest first
     * @param cuts for each network, the images of the faces
     */
    record Frame(long number, double seconds, List<TrackedFace> faces, List<List<RasterImage>> cuts) {}

    /**
     * Where an analysis goes on after a block.
     *
     * @param nextFrame number of the first frame that was not read
     * @param seconds time of the frame before it
     * @param damaged packets of the film so far
     * @param tracker as it is then, see {@link FaceTracker#write}
     */
    @SuppressWarnings("ArrayRecordComponent") // opaque, and never compared
    record State(long nextFrame, double seconds, long damaged, byte[] tracker) {
        /** Before the first frame. */
        static final State START = new State(0, 0, 0, new byte[0]);
    }

    /**
     * Frames that are classified together.
     *
     * @param frames {@link #SIZE} of them, fewer in the last block
     * @param state after them
     * @param failure that ended the film; no frames then
     * @param last whether there are no more
     */
    record Block(List<Frame> frames, Optional<State> state, Optional<Throwable> failure, boolean last) {}

    private final Film film;
    private final FrameSelection selection;
    private final List<InputPacker> packers;
    private final FaceTracker tracker;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, "film analysis");

    /**
     * Creates the reader of a film; its next frame is the first to be read.
     *
     * @param film closed by the caller, after this
     * @param packers of the networks
     * @param tracker that goes on
     */
    FilmBlocks(Film film, FrameSelection selection, List<InputPacker> packers, FaceTracker tracker) {
        this.film = film;
        this.selection = selection;
        this.packers = List.copyOf(packers);
        this.tracker = tracker;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits for the next block. */
    Block next() throws InterruptedException {
        return blocks.take();
    }

    private void run() {
        try (FullRangeDetector detector = new FullRangeDetector()) {
            boolean more = true;
            while (more) {
                List<Frame> frames = new ArrayList<>();
                more = fill(frames, detector);
                blocks.put(new Block(frames, Optional.of(state()), Optional.empty(), !more));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        try {
            blocks.put(new Block(List.of(), Optional.empty(), Optional.of(cause), true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds the frames of a block; returns whether there may be more. */
    private boolean fill(List<Frame> frames, FullRangeDetector detector) throws InterruptedException {
        while (frames.size() < SIZE) {
            if (!film.skip() || selection.isPast(film.seconds())) {
                return false;
            }
            if (selection.includes(film.number(), film.seconds())) {
                frames.add(frame(film.image(), detector));
            }
        }
        return true;
    }

    private Frame frame(FilmFrame frame, FullRangeDetector detector) {
        RasterImage image = frame.image();
        List<TrackedFace> faces = tracker.update(image, detector.detect(image), frame.seconds());
        // Networks that were trained on the same images share the cuts.
        Map<InputContract, List<RasterImage>> known = new HashMap<>();
        List<List<RasterImage>> cuts = new ArrayList<>();
        for (InputPacker packer : packers) {
            cuts.add(known.computeIfAbsent(packer.contract(), contract -> faces.stream()
                    .map(TrackedFace::face)
                    .map((DetectedFace face) -> FaceCrop.cut(image, face, packer))
                    .toList()));
        }
        return new Frame(frame.number(), frame.seconds(), faces, cuts);
    }

    private State state() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tracker.write(new DataOutputStream(bytes));
        return new State(film.number() + 1, film.seconds(), film.damaged(), bytes.toByteArray());
    }

    /** Ends the thread and waits for it, as it uses the film. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                blocks.clear();
                thread.join(100);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
