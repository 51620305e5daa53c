package org.maferstudio.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.files.InputZip;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.texts.Texts;

/**
 * Thumbnails of an experiment's samples, at most {@value #SIDE} pixels high and wide, in {@code thumbnails.zip}: {@code
 * index.csv} with {@code sample,picture}, and one PNG each. Input is untrusted: larger images are not decoded.
 */
public final class ThumbnailArchive {
    /** The longer side, in pixels. */
    public static final int SIDE = 48;

    /** The file in an experiment's folder. */
    static final String NAME = "thumbnails.zip";

    private static final String INDEX = "index.csv";
    private static final int MOST = 100_000;
    private static final int MOST_INDEX_BYTES = 32 << 20;

    /** An incompressible image of 48 x 48 pixels with three channels takes seven kilobytes. */
    private static final int MOST_BYTES = 64 << 10;

    /** Maximum ratio of the decompressed images to the size of the file, and an additional allowance in bytes. */
    private static final long MAX_RATIO = 4;

    private static final long ALWAYS_ALLOWED = 1 << 20;

    /** The offset of width and height in a PNG, after its signature and the header of its first chunk. */
    private static final int PNG_SIZE_AT = 16;

    private final byte[] packed;

    private ThumbnailArchive(byte[] packed) {
        this.packed = packed;
    }

    /** The content of the file. */
    byte[] packed() {
        return packed;
    }

    /**
     * Creates thumbnails of all predicted samples of an experiment, from its dataset.
     *
     * @throws Problem if the dataset is not available, has none of the samples, or there are more than 100,000
     */
    public static ThumbnailArchive of(Experiment experiment, Progress progress) {
        Set<String> wanted = samples(experiment);
        if (wanted.size() > MOST) {
            throw Problem.input(Texts.of("experiment.thumbnails.error.tooMany", experiment.id()));
        }
        try (Dataset dataset = Datasets.open(LocatedDatasets.source(experiment), progress)) {
            List<Sample> found = dataset.samples().stream()
                    .filter(sample -> wanted.contains(sample.id()))
                    .toList();
            if (found.isEmpty()) {
                throw Problem.input(Texts.of("experiment.thumbnails.error.noImages", experiment.id()));
            }
            return of(found, progress);
        }
    }

    /** Creates thumbnails of samples; fewer if a stop was requested. */
    public static ThumbnailArchive of(List<Sample> samples, Progress progress) {
        try {
            return new ThumbnailArchive(pack(samples, progress));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /**
     * Saves the thumbnails in an experiment's folder.
     *
     * @throws Problem if they cannot be written
     */
    public void write(Experiment experiment) {
        experiment.checkWritable();
        SafeFile.write(experiment.folder().resolve(NAME), beside -> Files.write(beside, packed));
    }

    private static Set<String> samples(Experiment experiment) {
        Set<String> samples = new HashSet<>();
        for (Path file : experiment.predictionFiles()) {
            String name = file.getFileName().toString();
            experiment.predictions(PredictionsFile.split(name), PredictionsFile.resolution(name)).rows().stream()
                    .map(Prediction::sample)
                    .forEach(samples::add);
        }
        return samples;
    }

    private static byte[] pack(List<Sample> samples, Progress progress) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder index = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                CSVPrinter rows = new CSVPrinter(index, CSVFormat.RFC4180)) {
            rows.printRecord("sample", "picture");
            for (int i = 0; i < samples.size() && !progress.stopRequested(); i++) {
                String name = (i + 1) + ".png";
                rows.printRecord(samples.get(i).id(), name);
                put(zip, name, ImageFile.png(small(samples.get(i).pixels().read())));
                progress.report((i + 1.0) / samples.size(), Texts.of("experiment.thumbnails.progress"));
            }
            put(zip, INDEX, index.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(Bundle.entry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static RasterImage small(RasterImage image) {
        double scale = (double) SIDE / Math.max(image.width(), image.height());
        return scale >= 1
                ? image
                : Resampling.resize(
                        image,
                        Math.max(1, (int) Math.round(image.width() * scale)),
                        Math.max(1, (int) Math.round(image.height() * scale)),
                        Kernel.BILINEAR);
    }

    /**
     * Reads the thumbnails of an experiment, by sample; empty if there are none.
     *
     * @throws Problem if the file is damaged
     */
    public static Map<String, Sample.Pixels> of(Experiment experiment) {
        Path file = experiment.folder().resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try (ZipFile zip = InputZip.open(file)) {
            Map<String, Sample.Pixels> pictures = new LinkedHashMap<>();
            Map<String, byte[]> read = new HashMap<>();
            // PNG images do not compress further, so together they are about as large as the file.
            long left = ALWAYS_ALLOWED + MAX_RATIO * Files.size(file);
            for (String[] row : index(zip, file)) {
                byte[] png = read.get(row[1]);
                if (png == null) {
                    png = bytes(zip, row[1], MOST_BYTES, file);
                    checkSize(png, row[1], file);
                    left -= png.length;
                    if (left < 0) {
                        throw damaged(file, Texts.of("experiment.thumbnails.error.total", MAX_RATIO), null);
                    }
                    read.put(row[1], png);
                }
                byte[] pixels = png;
                pictures.put(row[0], () -> ImageFile.decode(pixels, row[1]));
            }
            return pictures;
        } catch (IOException | UncheckedIOException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String[]> index(ZipFile zip, Path file) throws IOException {
        String text = new String(bytes(zip, INDEX, MOST_INDEX_BYTES, file), StandardCharsets.UTF_8);
        List<String[]> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            for (CSVRecord row : parser) {
                if (row.size() != 2 || rows.size() > MOST) {
                    throw damaged(file, Texts.of("experiment.thumbnails.error.index"), null);
                }
                rows.add(new String[] {row.get(0), row.get(1)});
            }
        }
        return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    }

    private static byte[] bytes(ZipFile zip, String name, int most, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(file, Texts.of("experiment.bundle.error.missingEntry", name), null);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw damaged(file, Texts.of("experiment.thumbnails.error.entryTooLarge", name), null);
            }
            return bytes;
        }
    }

    private static void checkSize(byte[] png, String name, Path file) {
        boolean small = png.length > PNG_SIZE_AT + 8
                && IntStream.of(PNG_SIZE_AT, PNG_SIZE_AT + 4)
                        .allMatch(at -> side(png, at) >= 1 && side(png, at) <= SIDE);
        if (!small) {
            throw damaged(file, Texts.of("experiment.thumbnails.error.png", name, SIDE), null);
        }
    }

    private static int side(byte[] png, int at) {
        return java.nio.ByteBuffer.wrap(png).getInt(at);
    }

    private static Problem damaged(Path file, String why, Exception cause) {
        return Problem.input(Texts.of("experiment.thumbnails.error.damaged", file, why), cause);
    }
}
