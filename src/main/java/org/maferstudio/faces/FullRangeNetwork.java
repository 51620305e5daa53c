package org.maferstudio.faces;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.maferstudio.job.Problem;
import org.maferstudio.network.onnx.run.OnnxSession;
import org.maferstudio.texts.Texts;

/**
 * MediaPipe's full-range network, run by ONNX Runtime. For one thread at a time.
 *
 * <p>Source: Google, "MediaPipe BlazeFace full-range", Apache License 2.0; see {@code resources/faces/NOTICE}.
 */
final class FullRangeNetwork implements AutoCloseable {
    /** Width and height of the input, in pixels. */
    static final int SIDE = 192;
    /** Width and height of the grid of candidates, in cells. */
    static final int CELLS = 48;
    /** Values per cell: the box's centre and size, then six points. */
    static final int VALUES = 16;

    private static final String MODEL = "/faces/face_detection_full_range.onnx";
    private static final List<Long> INPUT = List.of(1L, 3L, (long) SIDE, (long) SIDE);
    private static final List<String> OUTPUTS = List.of("scores", "boxes");

    private final OnnxSession session;

    /**
     * Loads the network, which is part of the program.
     *
     * @throws Problem if it or ONNX Runtime cannot be loaded
     */
    FullRangeNetwork() {
        try (InputStream stream = FullRangeNetwork.class.getResourceAsStream(MODEL)) {
            if (stream == null) {
                throw Problem.failure(Texts.of("faces.detector.error.missing"));
            }
            // From memory, so that nothing is unpacked into a folder that may not be writable.
            session = OnnxSession.ofProgram(stream.readAllBytes(), FullRangeDetector.NAME, 1);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("faces.detector.error.missing"), e);
        }
    }

    /**
     * What the network says of each cell, row by row.
     *
     * @param scores one per cell, before the sigmoid
     * @param boxes {@link #VALUES} per cell, relative to its centre, in pixels of the input
     */
    @SuppressWarnings("ArrayRecordComponent") // tens of thousands of numbers, read once
    record Answer(float[] scores, float[] boxes) {}

    /**
     * Computes.
     *
     * @param image {@code (3, 192, 192)}, RGB, -1 to 1
     */
    Answer run(float[] image) {
        List<OnnxSession.Output> outputs = session.run(image, INPUT, OUTPUTS);
        return new Answer(outputs.get(0).values(), outputs.get(1).values());
    }

    @Override
    public void close() {
        session.close();
    }
}
