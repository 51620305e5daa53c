package org.maferstudio.video;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Decodes the video stream of a file or an address with FFmpeg, frame by frame. For one thread at a time. */
final class FilmDecoder implements AutoCloseable {
    /** FFmpeg's formats that are films in one file: no playlists, no text, no lists of images. */
    private static final String FORMATS =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,live_flv,ogg,"
                    + "asf,h264,hevc,m4v,ivf,gif,mjpeg,mxf,nut,rm,dv,obu,av1,vob,wtv,h263,yuv4mpegpipe";
    /** FFmpeg's names of the containers whose packets have an index and presentation times. */
    private static final Set<String> INDEXED = Set.of("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm");
    /** FFmpeg's names of codecs all of whose packets show a frame. */
    private static final Set<String> ONE_FRAME = Set.of("h264", "hevc", "av1", "vp9", "ffv1", "mjpeg", "prores");
    /** Maximum side of a frame as stored, in pixels. */
    static final int LARGEST_SIDE = 16_384;
    /** Maximum number of pixels of a frame, a little more than 8K. */
    private static final long MOST_PIXELS = 40_000_000;
    /** Maximum number of consecutive errors, after which a source is taken as ended. */
    private static final int MOST_ERRORS = 50;
    /** Pixels that are more than so many times as wide as high, or the other way, are taken as square. */
    private static final double MOST_ANAMORPHIC = 4;

    private final String name;
    private final AVFormatContext format;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private AVCodecContext codec;
    private AVStream stream;
    private boolean flushing;
    private int waits;
    private double reached = Double.NEGATIVE_INFINITY;
    private double last = Double.NaN;
    private long damaged;

    private FilmDecoder(String name, AVFormatContext format) {
        this.name = name;
        this.format = format;
    }

    /**
     * Opens a film in one file, which cannot refer FFmpeg to other files or addresses.
     *
     * @throws Problem if it cannot be opened, or has no video
     */
    static FilmDecoder file(Path file) {
        String name = file.getFileName().toString();
        Path checked = InputFile.of(file).toAbsolutePath();
        if (MovieIndex.isMissing(checked)) {
            throw Problem.input(Texts.of("video.file.error.noIndex", name));
        }
        // With two threads, decoding is nearly twice as fast.
        int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
        return open(
                name, "file:" + checked, Map.of("protocol_whitelist", "file", "format_whitelist", FORMATS), threads);
    }

    /**
     * Opens an address, whose frames are decoded one by one, so that none comes late.
     *
     * @param name for messages
     * @param options of FFmpeg's format
     * @throws Problem if it cannot be opened, or has no video
     */
    static FilmDecoder address(String name, String address, Map<String, String> options) {
        return open(name, address, options, 1);
    }

    private static FilmDecoder open(String name, String address, Map<String, String> options, int threads) {
        try {
            return opened(name, address, options, threads);
        } catch (LinkageError e) {
            throw Problem.failure(Texts.of("video.file.error.ffmpeg", e.getMessage()), e);
        }
    }

    private static FilmDecoder opened(String name, String address, Map<String, String> options, int threads) {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        avformat.avformat_network_init();
        AVFormatContext format = avformat.avformat_alloc_context();
        try (AVDictionary given = dictionary(options)) {
            // Frees the context if it fails.
            int code = avformat.avformat_open_input(format, address, null, given);
            avutil.av_dict_free(given);
            if (code < 0) {
                throw Problem.input(
                        address.contains("://")
                                ? Texts.of("video.stream.error.open", name)
                                : Texts.of("video.file.error.open", name));
            }
        }
        FilmDecoder decoder = new FilmDecoder(name, format);
        try {
            decoder.openStream(threads);
            return decoder;
        } catch (RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private static AVDictionary dictionary(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> avutil.av_dict_set(dictionary, key, value, 0));
        return dictionary;
    }

    private void openStream(int threads) {
        if (avformat.avformat_find_stream_info(format, (AVDictionary) null) < 0) {
            throw Problem.input(Texts.of("video.file.error.open", name));
        }
        int index = avformat.av_find_best_stream(format, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        // Music files have their cover as a video stream.
        if (index < 0 || (format.streams(index).disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw Problem.input(Texts.of("video.file.error.noVideo", name));
        }
        stream = format.streams(index);
        int width = stream.codecpar().width();
        int height = stream.codecpar().height();
        if (width < 1
                || height < 1
                || width > LARGEST_SIDE
                || height > LARGEST_SIDE
                || (long) width * height > MOST_PIXELS) {
            throw Problem.input(Texts.of("video.file.error.size", name, LARGEST_SIDE));
        }
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null) {
            throw Problem.input(Texts.of("video.file.error.codec", name, codecName()));
        }
        codec = avcodec.avcodec_alloc_context3(decoder);
        avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
        codec.pkt_timebase(stream.time_base());
        codec.thread_count(threads);
        try (AVDictionary bounds = dictionary(Map.of("max_pixels", Long.toString(MOST_PIXELS)))) {
            int code = avcodec.avcodec_open2(codec, decoder, bounds);
            avutil.av_dict_free(bounds);
            if (code < 0) {
                throw Problem.input(Texts.of("video.file.error.codec", name, codecName()));
            }
        }
    }

    private String codecName() {
        return avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    /** Decodes the next frame in order of presentation; false at the end. */
    boolean advance() {
        int errors = 0;
        while (errors < MOST_ERRORS || !flushing) {
            int code = avcodec.avcodec_receive_frame(codec, frame);
            if (code == 0) {
                last = time();
                return true;
            }
            if (code == avutil.AVERROR_EOF) {
                return false;
            }
            if (code != avutil.AVERROR_EAGAIN()) {
                damaged++;
                errors++;
            } else {
                feed();
            }
        }
        return false;
    }

    /** Sends the next packet of the stream to the decoder. */
    private void feed() {
        int code = avformat.av_read_frame(format, packet);
        waits = code == avutil.AVERROR_EAGAIN() ? waits + 1 : 0;
        if (waits > 0 && waits < MOST_ERRORS) {
            return;
        }
        if (code < 0) {
            // The decoder still holds the last frames, on which earlier ones may depend.
            flushing = true;
            avcodec.avcodec_send_packet(codec, null);
            return;
        }
        AVStream from = format.streams(packet.stream_index());
        if (packet.pts() != avutil.AV_NOPTS_VALUE) {
            reached = Math.max(reached, (packet.pts() + packet.duration()) * seconds(from.time_base()));
        }
        if (packet.stream_index() == stream.index() && avcodec.avcodec_send_packet(codec, packet) < 0) {
            damaged++;
        }
        avcodec.av_packet_unref(packet);
    }

    /** FFmpeg's best effort: formats without presentation times have those of decoding, or a constant rate. */
    private double time() {
        if (frame.best_effort_timestamp() != avutil.AV_NOPTS_VALUE) {
            return time(frame.best_effort_timestamp());
        }
        double own = seconds(codec.framerate());
        double rate = own > 0 ? own : rate();
        return Double.isNaN(last) ? 0 : last + (rate > 0 ? 1 / rate : 0);
    }

    private double time(long stamp) {
        double seconds = stamp * seconds(stream.time_base()) - start();
        // The start is known to a microsecond; the first frame is not earlier by less.
        return Math.round(1e6 * seconds) / 1e6;
    }

    private static double seconds(AVRational ratio) {
        return ratio.den() == 0 ? 0 : ratio.num() / (double) ratio.den();
    }

    private double rate() {
        double mean = seconds(stream.avg_frame_rate());
        return mean > 0 ? mean : seconds(stream.r_frame_rate());
    }

    private double start() {
        return format.start_time() == avutil.AV_NOPTS_VALUE ? 0 : format.start_time() / (double) avutil.AV_TIME_BASE;
    }

    /** The last decoded frame; overwritten by the next. */
    AVFrame frame() {
        return frame;
    }

    /** The presentation time of the last decoded frame since the beginning of the film, in seconds. */
    double seconds() {
        return last;
    }

    /** The end of the latest packet of any stream that was read, in seconds since the beginning; NaN before any. */
    double reached() {
        return Double.isInfinite(reached) ? Double.NaN : reached - start();
    }

    /** The number of packets and frames that could not be decoded. */
    long damaged() {
        return damaged;
    }

    /**
     * Goes to the last key frame before a time.
     *
     * @return whether the source can be searched
     */
    boolean seek(double seconds) {
        long target = Math.round((seconds + start()) / seconds(stream.time_base()));
        if (avformat.av_seek_frame(format, stream.index(), target, avformat.AVSEEK_FLAG_BACKWARD) < 0) {
            return false;
        }
        avcodec.avcodec_flush_buffers(codec);
        flushing = false;
        return true;
    }

    /**
     * Whether the container is of those whose index leads to key frames, and whose packets have the times that their
     * frames have.
     */
    boolean isIndexed() {
        return INDEXED.contains(format.iformat().name().getString());
    }

    /** Whether each packet of the codec is a frame; in others, some packets show none. */
    boolean hasFrameInEachPacket() {
        return ONE_FRAME.contains(codecName());
    }

    /** Whether the last decoded frame needs no other. */
    boolean isKeyFrame() {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
    }

    /** Whether the time of the last decoded frame is its own, and no guess by those before it. */
    boolean hasOwnTime() {
        return frame.pts() != avutil.AV_NOPTS_VALUE && frame.pts() == frame.best_effort_timestamp();
    }

    /**
     * Counts frames without decoding them, as each has a packet; nothing can be decoded afterwards.
     *
     * @param first the time of the film's first frame
     * @param from a time after it
     * @param to a time after that
     * @return the number of frames before {@code from}, and the number from there to before {@code to}; empty if a
     *     packet has no time, or one that is shown before the first frame
     * @throws InterruptedException if the thread was asked to stop
     */
    Optional<long[]> count(double first, double from, double to) throws InterruptedException {
        long[] counts = new long[2];
        while (avformat.av_read_frame(format, packet) >= 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            boolean shown =
                    packet.stream_index() == stream.index() && (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0;
            double shownAt = time(packet.pts());
            boolean untimed = packet.pts() == avutil.AV_NOPTS_VALUE;
            // Packets come in order of decoding, and no frame is shown before it is decoded.
            boolean past = packet.dts() != avutil.AV_NOPTS_VALUE && time(packet.dts()) >= to;
            avcodec.av_packet_unref(packet);
            if (!shown) {
                continue;
            }
            if (untimed || shownAt < first) {
                return Optional.empty();
            }
            if (past) {
                return Optional.of(counts);
            }
            if (shownAt < to) {
                counts[shownAt < from ? 0 : 1]++;
            }
        }
        return Optional.of(counts);
    }

    /** Whether the source says how long it is. */
    boolean hasLength() {
        return format.duration() > 0;
    }

    /** Whether the declared duration is that of the video, not of the longest of several streams. */
    boolean declaresVideoDuration() {
        return declaresStreamDuration() || format.nb_streams() == 1;
    }

    private boolean declaresStreamDuration() {
        return stream.duration() != avutil.AV_NOPTS_VALUE && stream.duration() > 0;
    }

    /** The factor by which pixels are wider than high; 1 if unknown. */
    double pixelAspect() {
        double aspect = seconds(avformat.av_guess_sample_aspect_ratio(format, stream, frame));
        return aspect >= 1 / MOST_ANAMORPHIC && aspect <= MOST_ANAMORPHIC ? aspect : 1;
    }

    /** How frames are turned and mirrored for display. */
    FilmOrientation orientation() {
        AVPacketSideData matrix = avcodec.av_packet_side_data_get(
                stream.codecpar().coded_side_data(),
                stream.codecpar().nb_coded_side_data(),
                avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        if (Pointer.isNull(matrix) || matrix.size() < 9 * Integer.BYTES) {
            return FilmOrientation.NORMAL;
        }
        IntBuffer values =
                matrix.data().capacity(9L * Integer.BYTES).asByteBuffer().asIntBuffer();
        int[] numbers = new int[9];
        values.get(numbers);
        return FilmOrientation.of(numbers);
    }

    /** The facts of the source, with the size of displayed frames. */
    FilmFacts facts(int width, int height) {
        double declared = declaresStreamDuration()
                ? stream.duration() * seconds(stream.time_base())
                : format.duration() > 0 ? format.duration() / (double) avutil.AV_TIME_BASE : Double.NaN;
        OptionalDouble duration = Double.isNaN(declared) ? OptionalDouble.empty() : OptionalDouble.of(declared);
        long counted = stream.nb_frames() > 0 ? stream.nb_frames() : Math.round(declared * rate());
        return new FilmFacts(
                format.iformat().name().getString(),
                codecName(),
                pixelFormat(),
                new FilmFacts.Size(stream.codecpar().width(), stream.codecpar().height(), width, height),
                orientation().degrees(),
                rate(),
                start(),
                duration,
                counted > 0 ? OptionalLong.of(counted) : OptionalLong.empty());
    }

    private String pixelFormat() {
        BytePointer found = avutil.av_get_pix_fmt_name(frame.format());
        return Pointer.isNull(found) ? "" : found.getString();
    }

    @Override
    public void close() {
        if (codec != null) {
            avcodec.avcodec_free_context(codec);
        }
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avformat.avformat_close_input(format);
    }
}
