package org.maferstudio.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.maferstudio.image.RasterImage;

/**
 * Writes images of one size as a lossless video (FFV1), on its own thread, because encoding an image takes as long as
 * classifying its faces. If more than {@link #MOST_WAITING} bytes wait, the caller is blocked; no image is dropped.
 */
public final class VideoWriter {
    /** Maximum number of bytes of waiting images. */
    public static final long MOST_WAITING = 64L << 20;

    private record Shot(RasterImage image, long milliseconds) {}

    private final Path file;
    private final int width;
    private final int height;
    private final Thread thread = new Thread(this::writeAll, "live recording");
    private final Deque<Shot> waiting = new ArrayDeque<>();
    private long bytes;
    private long written;
    private boolean ending;
    private Exception failure;

    /** Creates a video of RGB images of this size; the file is created with the first image. */
    public VideoWriter(Path file, int width, int height) {
        this.file = file;
        this.width = width;
        this.height = height;
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether an image has the size of the video. */
    public boolean fits(RasterImage image) {
        return image.width() == width && image.height() == height;
    }

    /** The number of images in the file. */
    public synchronized long written() {
        return written;
    }

    /**
     * Adds an image.
     *
     * @param milliseconds since the first image, greater than that of the previous image
     * @throws IOException if an earlier image could not be written
     */
    public synchronized void add(RasterImage rgb, long milliseconds) throws IOException {
        boolean interrupted = false;
        while (failure == null && bytes > 0 && bytes + rgb.values().length > MOST_WAITING) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow();
        waiting.add(new Shot(rgb, milliseconds));
        bytes += rgb.values().length;
        notifyAll();
    }

    /**
     * Writes the waiting images and closes the video.
     *
     * @throws IOException if an image could not be written
     */
    public void close() throws IOException {
        synchronized (this) {
            ending = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            rethrow();
        }
    }

    private void rethrow() throws IOException {
        if (failure != null) {
            throw new IOException(failure);
        }
    }

    private void writeAll() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        try (FFmpegFrameRecorder film = new FFmpegFrameRecorder(file.toFile(), width, height);
                Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3, 3 * width)) {
            film.setFormat("matroska");
            film.setVideoCodec(avcodec.AV_CODEC_ID_FFV1);
            film.setPixelFormat(avutil.AV_PIX_FMT_BGR0);
            film.setFrameRate(1000);
            film.start();
            for (Shot shot = next(); shot != null; shot = next()) {
                ((ByteBuffer) frame.image[0]).put(0, shot.image().values());
                film.setTimestamp(1000 * shot.milliseconds());
                film.record(frame, avutil.AV_PIX_FMT_RGB24);
                countWritten();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            fail(e);
        }
    }

    private synchronized void countWritten() {
        written++;
    }

    /** The next image; null at the end. */
    private synchronized Shot next() throws InterruptedException {
        while (waiting.isEmpty() && !ending) {
            wait();
        }
        Shot shot = waiting.poll();
        if (shot != null) {
            bytes -= shot.image().values().length;
            notifyAll();
        }
        return shot;
    }

    private synchronized void fail(Exception cause) {
        failure = cause;
        waiting.clear();
        bytes = 0;
        notifyAll();
    }
}
