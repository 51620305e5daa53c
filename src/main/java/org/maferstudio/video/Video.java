package org.maferstudio.video;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A video from a file or a stream, decoded by FFmpeg.
 *
 * <p>All frames are resized to the size of the first, which is at most {@link #MOST_WIDE} pixels, so that a video that
 * changes its size can be played. A file may not refer FFmpeg to other files or addresses.
 */
final class Video implements FrameSource {
    /** Maximum longer side of a frame, in pixels. */
    static final int MOST_WIDE = 1920;

    private static final int LARGEST_SIDE = 16_384;
    /** Timeout of a stream, in microseconds. */
    private static final String PATIENCE = "5000000";
    /** Maximum number of consecutive damaged frames. */
    private static final int DAMAGED_FRAMES = 50;

    private final String name;
    private Pace pace;
    private final FFmpegFrameGrabber grabber;
    private long number;
    private long first = -1;
    private long last;

    private Video(String name, Pace pace, FFmpegFrameGrabber grabber) {
        this.name = name;
        this.pace = pace;
        this.grabber = grabber;
    }

    /** Opens a video file, played at its own rate. */
    static Video file(Path file) {
        return open(
                file.getFileName().toString(),
                Pace.TIMED,
                file.toAbsolutePath().toString(),
                Map.of("protocol_whitelist", "file"));
    }

    /** Opens the film of a recording; every frame is read. */
    static Video recording(Path folder) {
        Path film = folder.resolve(RecordingFiles.FILM).toAbsolutePath();
        return open(
                folder.toAbsolutePath().getFileName().toString(),
                Pace.EVERY_FRAME,
                film.toString(),
                Map.of("protocol_whitelist", "file"));
    }

    /** Opens a film that is part of the program, played at its own rate. */
    static Video resource(String name, String place) {
        InputStream film = Video.class.getResourceAsStream(place);
        if (film == null) {
            throw new IllegalStateException("the program lacks its file " + place);
        }
        return open(name, Pace.TIMED, new FFmpegFrameGrabber(film), Map.of());
    }

    /** Opens a stream, played as it arrives; a film on a server, which has a length, is played as a file. */
    static Video stream(String address) {
        Video video = open(
                address,
                Pace.OWN,
                address,
                Map.of(
                        "protocol_whitelist", "http,https,tcp,tls,udp,rtp,rtsp,rtmp,crypto",
                        "rw_timeout", PATIENCE,
                        "timeout", PATIENCE));
        if (video.grabber.getLengthInTime() > 0) {
            video.pace = Pace.TIMED;
        }
        return video;
    }

    private static Video open(String name, Pace pace, String address, Map<String, String> options) {
        return open(name, pace, new FFmpegFrameGrabber(address), options);
    }

    private static Video open(String name, Pace pace, FFmpegFrameGrabber grabber, Map<String, String> options) {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        options.forEach(grabber::setOption);
        grabber.setPixelFormat(avutil.AV_PIX_FMT_RGB24);
        grabber.setVideoOption("threads", "1");
        Video video = new Video(name, pace, grabber);
        try {
            grabber.start();
            video.fit();
            return video;
        } catch (FrameGrabber.Exception | RuntimeException | LinkageError e) {
            if (e instanceof LinkageError || e.getCause() instanceof LinkageError) {
                throw Problem.failure(Texts.of("video.file.error.ffmpeg", e.getMessage()), e);
            }
            video.close();
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.input(Texts.of("video.file.error.open", name), e);
        }
    }

    private void fit() {
        int width = grabber.getImageWidth();
        int height = grabber.getImageHeight();
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw Problem.input(Texts.of("video.file.error.size", name, LARGEST_SIDE));
        }
        double factor = Math.min(1, MOST_WIDE / (double) Math.max(width, height));
        grabber.setImageWidth(Math.max(1, (int) Math.round(width * factor)));
        grabber.setImageHeight(Math.max(1, (int) Math.round(height * factor)));
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
        int damaged = 0;
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                org.bytedeco.javacv.Frame grabbed = grabber.grabImage();
                if (grabbed == null && pace == Pace.OWN) {
                    throw new SourceLostException(Texts.of("video.stream.error.lost", name));
                }
                return grabbed == null ? Optional.empty() : Optional.of(frame(grabbed));
            } catch (SourceLostException e) {
                throw e;
            } catch (FrameGrabber.Exception | RuntimeException e) {
                damaged++;
                if (damaged > DAMAGED_FRAMES) {
                    throw Problem.input(Texts.of("video.file.error.damaged", name, number), e);
                }
            }
        }
    }

    private VideoFrame frame(org.bytedeco.javacv.Frame grabbed) {
        long now = grabbed.timestamp / 1000;
        if (first < 0) {
            first = now;
        }
        // Timestamps of edited files can run backwards.
        last = Math.max(last, now - first);
        VideoFrame frame = new VideoFrame(image(grabbed), number, last, System.nanoTime(), Optional.empty());
        number++;
        return frame;
    }

    private static RasterImage image(org.bytedeco.javacv.Frame grabbed) {
        int line = 3 * grabbed.imageWidth;
        byte[] values = new byte[line * grabbed.imageHeight];
        ByteBuffer pixels = (ByteBuffer) grabbed.image[0];
        for (int row = 0; row < grabbed.imageHeight; row++) {
            pixels.position(row * grabbed.imageStride);
            pixels.get(values, row * line, line);
        }
        return new RasterImage(grabbed.imageWidth, grabbed.imageHeight, 3, values);
    }

    @Override
    public void close() {
        try {
            grabber.close();
        } catch (FrameGrabber.Exception e) {
            System.getLogger(Video.class.getName())
                    .log(System.Logger.Level.DEBUG, "A video did not close as it should", e);
        }
    }
}
