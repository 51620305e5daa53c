package org.maferstudio.ui.analysis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.maferstudio.analysis.AnalysedFace;
import org.maferstudio.analysis.AnalysedFrame;
import org.maferstudio.analysis.FilmReport;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.image.RasterImage;

/** A film whose frames tell their number by their grey, and results as an analysis writes them. */
final class FilmFixture {
    static final int WIDTH = 160;
    static final int HEIGHT = 120;
    static final int RATE = 25;
    private static final LabelSet LABELS = LabelSet.fer2013();

    private FilmFixture() {}

    /** A film of MPEG-4 with a key frame a second; frame i is grey 20 + 2 i. */
    static Path film(Path file, int frames) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        try (FFmpegFrameRecorder film = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT);
                Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3, 3 * WIDTH)) {
            film.setFormat("matroska");
            film.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            film.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            film.setFrameRate(RATE);
            film.setGopSize(RATE);
            film.setVideoQuality(2);
            film.start();
            for (int i = 0; i < frames; i++) {
                byte[] values = new byte[3 * WIDTH * HEIGHT];
                Arrays.fill(values, (byte) (20 + 2 * i));
                ((ByteBuffer) frame.image[0]).put(0, values);
                film.record(frame, avutil.AV_PIX_FMT_RGB24);
            }
        }
        return file;
    }

    /** The number of the frame that an image of {@link #film} shows. */
    static int number(RasterImage image) {
        long sum = 0;
        for (byte value : image.values()) {
            sum += value & 0xff;
        }
        return (int) Math.round((sum / (double) image.values().length - 20) / 2);
    }

    /** One network's answer: this class with this probability, the others alike. */
    static AnalysedFace.Expressions answer(int label, double probability) {
        List<Double> probabilities = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            probabilities.add(i == label ? probability : (1 - probability) / (LABELS.size() - 1));
        }
        return new AnalysedFace.Expressions(probabilities);
    }

    /** A face in the middle. */
    static AnalysedFace face(int id, TrackedFace.Sighting sighting, AnalysedFace.Expressions... answers) {
        FaceBounds box = new FaceBounds(20.0 * id, 30, 40, 50);
        return new AnalysedFace(
                new TrackedFace(id, new DetectedFace(box, 0.9, Optional.empty()), sighting), List.of(answers));
    }

    /** Readings of one network. */
    static FilmReadings readings(AnalysedFrame... frames) {
        return new FilmReadings(List.of(new FilmReadings.Network("Baseline", LABELS, List.of())), List.of(frames));
    }

    /**
     * Results of two networks for a film of this fixture: face 1 is happy in the first half and sad in the second; in the
     * last five frames there is none.
     */
    static Path results(Path table, String film, int frames) throws IOException {
        StringBuilder rows = new StringBuilder("input,frame,time,face,x,y,width,height,score,found");
        for (String network : List.of("", "2")) {
            LABELS.names()
                    .forEach(label ->
                            rows.append(",p").append(network).append('_').append(label));
            rows.append(",predicted").append(network).append(",unsure").append(network);
        }
        for (String point : List.of("right_eye", "left_eye", "nose", "mouth", "right_ear", "left_ear")) {
            rows.append(',').append(point).append("_x,").append(point).append("_y");
        }
        rows.append('\n');
        for (int i = 0; i < frames; i++) {
            rows.append(String.format(Locale.ROOT, "%s,%d,%.6f", film, i, i / (double) RATE));
            boolean seen = i < frames - 5;
            if (seen) {
                rows.append(",1,60.00,30.00,40.00,50.00,0.9000,").append(i % 10 == 9 ? 0 : 1);
                String label = i < frames / 2 ? "happiness" : "sadness";
                rows.append(cells(LABELS.indexOf(label), 0.7)).append(label).append(",0");
                rows.append(cells(LABELS.indexOf("neutral"), 0.4)).append("neutral,1");
                rows.append(",".repeat(12));
            } else {
                rows.append(",".repeat(7 + 2 * (LABELS.size() + 2) + 12));
            }
            rows.append('\n');
        }
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.writeString(table, rows);
        String name = table.getFileName().toString().replace(".csv", ".json");
        Files.writeString(table.resolveSibling(name), report(film, frames).json());
        return table;
    }

    /** The same, and the first network also predicts valence: from -0.5 on by 0.01 a frame. */
    static Path resultsWithValence(Path table, String film, int frames) throws IOException {
        List<String> rows = new ArrayList<>();
        int place = 10 + LABELS.size() + 2;
        for (String row : Files.readAllLines(results(table, film, frames))) {
            List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
            int frame = rows.size() - 1;
            cells.add(
                    place,
                    frame < 0
                            ? "v_valence"
                            : cells.get(3).isEmpty() ? "" : String.format(Locale.ROOT, "%.4f", -0.5 + 0.01 * frame));
            rows.add(String.join(",", cells));
        }
        Files.write(table, rows);
        return table;
    }

    private static String cells(int label, double probability) {
        StringBuilder cells = new StringBuilder();
        answer(label, probability)
                .probabilities()
                .forEach(one -> cells.append(String.format(Locale.ROOT, ",%.4f", one)));
        return cells.append(',').toString();
    }

    private static FilmReport report(String film, int frames) {
        List<FilmReport.Network> networks = List.of(network("Baseline"), network("Multi-resolution"));
        FilmReport.Shares shares = new FilmReport.Shares(Map.of(), Map.of(), 0, Map.of());
        double seconds = frames / (double) RATE;
        return new FilmReport(
                "MAFER Studio",
                "made up",
                new FilmReport.FilmPart(
                        film,
                        null,
                        null,
                        "matroska",
                        "mpeg4",
                        "yuv420p",
                        WIDTH,
                        HEIGHT,
                        WIDTH,
                        HEIGHT,
                        0,
                        RATE,
                        0,
                        seconds,
                        (long) frames),
                networks,
                new FilmReport.Settings(1, 0, null, "plain", "full range", 0.25, 0.45),
                new FilmReport.Counts(frames, frames - 5L, frames - 5L, frames - 5L, 1, 0.0, seconds - 1.0 / RATE, 0),
                new FilmReport.Summary(seconds, seconds - 5.0 / RATE, List.of(shares, shares)),
                null);
    }

    private static FilmReport.Network network(String name) {
        return new FilmReport.Network(name, name, "0", LABELS.names(), null, List.of());
    }
}
