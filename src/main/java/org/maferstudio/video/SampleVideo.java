package org.maferstudio.video;

import java.util.Optional;

/**
 * The sample film, repeated endlessly: three painted persons who show seven expressions. It needs no camera. Its faces were made
 * so that the included networks classify them as intended, so it demonstrates and does not measure.
 */
final class SampleVideo implements FrameSource {
    /** The resource. */
    static final String FILM = "/film/faces.webm";

    /** Between the last frame of a showing and the first of the next. */
    private static final long GAP = 33;

    private Video showing = open();
    private long number;
    private long begun;
    private long last = -GAP;

    private static Video open() {
        return Video.resource("sample film", FILM);
    }

    @Override
    public String name() {
        return showing.name();
    }

    @Override
    public Pace pace() {
        return showing.pace();
    }

    @Override
    public Optional<VideoFrame> next() throws InterruptedException {
        Optional<VideoFrame> frame = showing.next();
        if (frame.isEmpty()) {
            showing.close();
            showing = open();
            begun = last + GAP;
            frame = showing.next();
        }
        return frame.map(this::counted);
    }

    /** Numbers and times go on when the film begins anew. */
    private VideoFrame counted(VideoFrame frame) {
        last = begun + frame.milliseconds();
        return new VideoFrame(frame.image(), number++, last, frame.captured(), frame.known());
    }

    @Override
    public void close() {
        showing.close();
    }
}
