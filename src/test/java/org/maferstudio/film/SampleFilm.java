package org.maferstudio.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.maferstudio.image.RasterImage;

/** Paints and encodes the sample film of the live view: VP9 in WebM, in shades of grey. */
final class SampleFilm {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    /** Frames that are painted at the same time. */
    private static final int BLOCK = 60;

    private SampleFilm() {}

    /**
     * Writes the film.
     *
     * @param args the file of faces, and the film's file
     */
    public static void main(String[] args) throws IOException {
        PortraitFaces faces = PortraitFaces.read(Path.of(args[0]));
        FilmTimeline timeline = PortraitFaces.timeline();
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        try (FFmpegFrameRecorder film = new FFmpegFrameRecorder(args[1], WIDTH, HEIGHT);
                Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 1, WIDTH)) {
            film.setFormat("webm");
            film.setVideoCodec(avcodec.AV_CODEC_ID_VP9);
            film.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            film.setFrameRate(FilmTimeline.FRAMES_PER_SECOND);
            film.setVideoBitrate(Integer.parseInt(args[2]));
            film.setGopSize(150);
            film.setVideoOption("deadline", "good");
            film.setVideoOption("cpu-used", "2");
            film.setVideoOption("threads", "1");
            film.start();
            for (int from = 0; from < timeline.frames(); from += BLOCK) {
                List<RasterImage> block = IntStream.range(from, Math.min(timeline.frames(), from + BLOCK))
                        .parallel()
                        .mapToObj(number -> paint(timeline, faces, number))
                        .toList();
                for (RasterImage image : block) {
                    ((ByteBuffer) frame.image[0]).put(0, image.values());
                    film.record(frame, avutil.AV_PIX_FMT_GRAY8);
                }
            }
        }
    }

    /** Paints one frame. */
    static RasterImage paint(FilmTimeline timeline, PortraitFaces faces, int number) {
        return new Portrait(timeline.person(number), timeline.face(number, faces))
                .paint(WIDTH, HEIGHT, timeline.scene(number, WIDTH, HEIGHT));
    }
}
