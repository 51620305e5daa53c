package org.maferstudio.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A video from a file or a stream, decoded by FFmpeg, upright and with square pixels.
 *
 * <p>All frames are resized to the size of the first, which is at most {@link #MOST_WIDE} pixels, so that a video that
 * changes its size can be played.
 */
final class Video implements FrameSource {
    /** Maximum longer side of a frame, in pixels. */
    static final int MOST_WIDE = 1920;

    /** Timeout of a stream, in microseconds. */
    private static final String PATIENCE = "5000000";

    private final String name;
    private final Pace pace;
    private final FilmDecoder decoder;
    private final FrameConverter converter;
    private long number;
    private double first = Double.NaN;
    private long last;

    private Video(String name, Pace pace, FilmDecoder decoder) {
        this.name = name;
        this.pace = pace;
        this.decoder = decoder;
        this.converter = new FrameConverter(name, decoder.orientation(), MOST_WIDE);
    }

    /**
     * Opens a video file, played at its own rate.
     *
     * @throws Problem if it cannot be opened, or has no video
     */
    static Video file(Path file) {
        return new Video(file.getFileName().toString(), Pace.TIMED, FilmDecoder.file(file));
    }

    /**
     * Opens the film of a recording; every frame is read.
     *
     * @throws Problem if it cannot be opened
     */
    static Video recording(Path folder) {
        return new Video(
                folder.toAbsolutePath().getFileName().toString(),
                Pace.EVERY_FRAME,
                FilmDecoder.file(folder.resolve(RecordingFiles.FILM)));
    }

    /** Opens a film that is part of the program, played at its own rate. */
    static Video resource(String name, String place) {
        try (InputStream film = Video.class.getResourceAsStream(place)) {
            if (film == null) {
                throw new IllegalStateException("the program lacks its file " + place);
            }
            // FFmpeg reads the film from its address, so that nothing is written into a folder.
            String address = "data:video/webm;base64," + Base64.getEncoder().encodeToString(film.readAllBytes());
            return new Video(
                    name, Pace.TIMED, FilmDecoder.address(name, address, Map.of("protocol_whitelist", "data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a stream, played as it arrives; a film on a server, which has a length, is played as a file.
     *
     * @throws Problem if it cannot be opened, or has no video
     */
    static Video stream(String address) {
        FilmDecoder decoder = FilmDecoder.address(
                address,
                address,
                Map.of(
                        "protocol_whitelist", "http,https,tcp,tls,udp,rtp,rtsp,rtmp,crypto",
                        "rw_timeout", PATIENCE,
                        "timeout", PATIENCE));
        return new Video(address, decoder.hasLength() ? Pace.TIMED : Pace.OWN, decoder);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Optional<VideoFrame> next() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (decoder.advance()) {
            return Optional.of(frame());
        }
        if (pace == Pace.OWN) {
            throw new SourceLostException(Texts.of("video.stream.error.lost", name));
        }
        return Optional.empty();
    }

    private VideoFrame frame() {
        if (Double.isNaN(first)) {
            first = decoder.seconds();
        }
        // Timestamps of edited files can run backwards.
        last = Math.max(last, Math.round(1000 * (decoder.seconds() - first)));
        RasterImage image = converter.convert(decoder.frame(), decoder.pixelAspect());
        VideoFrame frame = new VideoFrame(image, number, last, System.nanoTime(), Optional.empty());
        number++;
        return frame;
    }

    @Override
    public void close() {
        converter.close();
        decoder.close();
    }
}
