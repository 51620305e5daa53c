package org.maferstudio.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.maferstudio.faces.OpenCv;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** A camera of this computer, read by OpenCV at 640 x 480 if available. */
public final class Camera implements FrameSource {
    private static final Pattern DEVICE = Pattern.compile("video(\\d{1,2})");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int NUMBERS_WHERE_NOT_LISTED = 4;

    private final int index;
    private final VideoCapture capture;
    private final Mat bgr = new Mat();
    private final Mat rgb = new Mat();
    private final CaptureClock clock = new CaptureClock();
    private long number;

    private Camera(int index, VideoCapture capture) {
        this.index = index;
        this.capture = capture;
    }

    /**
     * The numbers of the cameras that this computer may have: those of Linux's devices, elsewhere the first four,
     * because probing a camera switches it on.
     */
    public static List<Integer> numbers() {
        Path devices = Path.of("/dev");
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return IntStream.range(0, NUMBERS_WHERE_NOT_LISTED).boxed().toList();
        }
        try (Stream<Path> listed = Files.list(devices)) {
            return listed.map(device -> DEVICE.matcher(device.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(device -> Integer.valueOf(device.group(1)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    public static Camera open(int index) {
        OpenCv.load();
        VideoCapture capture = new VideoCapture();
        boolean opened = capture.open(index);
        if (!opened) {
            capture.close();
            throw Problem.input(Texts.of("video.camera.error.open", index));
        }
        capture.set(opencv_videoio.CAP_PROP_FRAME_WIDTH, WIDTH);
        capture.set(opencv_videoio.CAP_PROP_FRAME_HEIGHT, HEIGHT);
        capture.set(opencv_videoio.CAP_PROP_BUFFERSIZE, 1);
        return new Camera(index, capture);
    }

    @Override
    public String name() {
        return "camera " + index;
    }

    @Override
    public Pace pace() {
        return Pace.OWN;
    }

    @Override
    public Optional<VideoFrame> next() throws InterruptedException {
        if (!capture.read(bgr) || bgr.empty()) {
            throw new SourceLostException(Texts.of("video.camera.error.disconnected", index));
        }
        long now = System.nanoTime();
        long time = clock.milliseconds(capture.get(opencv_videoio.CAP_PROP_POS_MSEC), now);
        opencv_imgproc.cvtColor(bgr, rgb, opencv_imgproc.COLOR_BGR2RGB);
        byte[] values = new byte[3 * rgb.cols() * rgb.rows()];
        rgb.data().get(values);
        RasterImage image = new RasterImage(rgb.cols(), rgb.rows(), 3, values);
        VideoFrame frame = new VideoFrame(image, number, time, now, Optional.empty());
        number++;
        return Optional.of(frame);
    }

    @Override
    public void close() {
        capture.release();
        capture.close();
        bgr.close();
        rgb.close();
    }
}
