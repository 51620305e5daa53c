package org.maferstudio.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Predictions files: {@code <split>@<resolution>.csv} with the columns {@code
 * sample,group,label,predicted,p_<class>...}; for networks that predict values such as valence, the columns {@code
 * v_<value>...,label_<value>...} follow, with empty cells where a number is not known.
 *
 * <p>If only the predicted classes are known, the {@code p_} columns are empty. For {@link LabelSet#isMany many}
 * classes there is one column {@code confidence}, the probability of the predicted class, instead of thousands. {@code
 * label} and {@code predicted} are class names, and the {@code p_} columns define their order. Input is untrusted: its
 * size is bounded, and each row is checked.
 */
public final class PredictionsFile {
    /** Maximum size of a file in bytes. */
    public static final long MAX_BYTES = 1L << 30;

    /** The column with the probability of the predicted class, used for many classes. */
    static final String CONFIDENCE = "confidence";

    /** The start of a column of predicted values. */
    static final String VALUE = "v_";

    /** The start of a column of labels of values. */
    static final String VALUE_LABEL = "label_";

    private static final Pattern SPLIT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NAME = Pattern.compile("(" + SPLIT + ")@([a-z0-9]{1,6})\\.csv");

    private PredictionsFile() {}

    /** The file name of a split at a resolution, such as {@code test@native.csv}. */
    public static String name(String split, Resolution resolution) {
        if (!isSplit(split)) {
            throw new IllegalArgumentException("no name of a split: " + split);
        }
        return split + "@" + resolution.id() + ".csv";
    }

    /** Whether a file has the name of a predictions file. */
    public static boolean isName(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && Resolution.read(matcher.group(2)).isPresent();
    }

    /** Whether a text can be the name of a split: 1 to 64 letters, digits, hyphens and underscores. */
    public static boolean isSplit(String text) {
        return SPLIT.matcher(text).matches();
    }

    /** The split in a file's name; only for {@link #isName names of predictions}. */
    public static String split(String name) {
        return matched(name).group(1);
    }

    /** The resolution in a file's name; only for {@link #isName names of predictions}. */
    public static Resolution resolution(String name) {
        return Resolution.parse(matched(name).group(2));
    }

    private static Matcher matched(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!isName(name) || !matcher.matches()) {
            throw Problem.input(Texts.of("results.predictions.error.fileName", name));
        }
        return matcher;
    }

    /**
     * Reads predictions; the file name gives split and resolution.
     *
     * @throws Problem if it cannot be read, with the line
     */
    public static Predictions read(Path file) {
        return read(file, Optional::empty);
    }

    /**
     * Reads the predictions of a network with known classes.
     *
     * @param known the classes in order, used only if there are too many for the file to list; empty if unknown
     */
    public static Predictions read(Path file, Supplier<Optional<LabelSet>> known) {
        return read(file, new PredictionsParser(file.toString(), known));
    }

    /**
     * Reads predictions from a file with any name.
     *
     * @param known the classes in order, used only if there are too many for the file to list; empty if unknown
     * @throws Problem if it cannot be read, with the line
     */
    public static Predictions readAs(
            Path file, String split, Resolution resolution, Supplier<Optional<LabelSet>> known) {
        return read(file, split, resolution, new PredictionsParser(file.toString(), known));
    }

    /**
     * Reads a file that may be damaged: invalid rows are skipped and reported; if columns are missing, the others are
     * read.
     *
     * @param known the classes in order, in case their columns are missing; empty if unknown
     * @throws Problem if no row can be read
     */
    public static PartiallyRead readPartially(Path file, Supplier<Optional<LabelSet>> known) {
        return readPartially(file, known, List.of());
    }

    /**
     * Reads a file that may be damaged, see {@link #readPartially(Path, Supplier)}.
     *
     * @param alike predictions of the same samples at another resolution, whose names are shared; may be empty
     */
    public static PartiallyRead readPartially(Path file, Supplier<Optional<LabelSet>> known, List<Prediction> alike) {
        SkippedRows skippedRows = new SkippedRows();
        Predictions predictions = read(file, new PredictionsParser(file.toString(), known, skippedRows, alike));
        if (predictions.rows().isEmpty() && !skippedRows.all().isEmpty()) {
            throw Problem.input(Texts.of(
                    "results.predictions.error.noRow", file, skippedRows.all().get(0)));
        }
        return new PartiallyRead(predictions, skippedRows.all());
    }

    private static Predictions read(Path file, PredictionsParser parser) {
        String name = file.getFileName().toString();
        return read(file, split(name), resolution(name), parser);
    }

    private static Predictions read(Path file, String split, Resolution resolution, PredictionsParser parser) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input(Texts.of("results.predictions.error.tooLarge", file));
            }
            try (InputStream in = Files.newInputStream(InputFile.of(file));
                    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                return parser.read(reader, split, resolution);
            }
        } catch (IOException e) {
            throw Problem.input(Texts.of("results.predictions.error.unreadable", file, e.getMessage()), e);
        }
    }

    /**
     * Reads predictions from a reader.
     *
     * @param where the file name, for messages
     * @throws Problem if a row is invalid, with its line
     * @throws IOException if the reader fails
     */
    public static Predictions read(Reader reader, String where, String split, Resolution resolution)
            throws IOException {
        return new PredictionsParser(where, Optional::empty).read(reader, split, resolution);
    }

    /**
     * Writes predictions to a folder under their {@link #name name}. An existing file is replaced only after the new
     * one is complete.
     *
     * @return the file
     * @throws Problem if it cannot be written
     */
    public static Path write(Path folder, Predictions predictions) {
        Path file = folder.resolve(name(predictions.split(), predictions.resolution()));
        writeTo(file, predictions);
        return file;
    }

    /**
     * Writes predictions to a file with any name. An existing file is replaced only after the new one is complete.
     *
     * @throws Problem if it cannot be written
     */
    public static void writeTo(Path file, Predictions predictions) {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (BufferedWriter writer = Files.newBufferedWriter(beside)) {
                write(writer, predictions);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Problem problem =
                    WriteFailure.of(file, e, Texts.of("results.predictions.error.unwritable", file, e.getMessage()));
            discard(beside, problem);
            throw problem;
        }
    }

    private static void discard(Path beside, Problem problem) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }

    private static void write(Writer writer, Predictions predictions) throws IOException {
        List<String> header = new ArrayList<>(List.of("sample", "group", "label", "predicted"));
        if (predictions.labels().isMany()) {
            header.add(CONFIDENCE);
        } else {
            predictions.labels().names().forEach(name -> header.add("p_" + name));
        }
        int probabilities = header.size() - 4;
        predictions.valueNames().forEach(name -> header.add(VALUE + name));
        predictions.valueNames().forEach(name -> header.add(VALUE_LABEL + name));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(header.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(writer, format)) {
            for (Prediction row : predictions.rows()) {
                printer.print(row.sample());
                printer.print(row.group());
                printer.print(predictions.labels().name(row.label()));
                printer.print(predictions.labels().name(row.predicted()));
                for (float probability : row.probabilities()) {
                    printer.print(probability);
                }
                // Cells of unknown probabilities are empty; the column names still list the classes.
                for (int i = row.hasProbabilities() ? probabilities : 0; i < probabilities; i++) {
                    printer.print("");
                }
                print(printer, row.values().predicted());
                print(printer, row.values().labels());
                printer.println();
            }
        }
    }

    private static void print(CSVPrinter printer, float[] values) throws IOException {
        for (float value : values) {
            printer.print(Float.isFinite(value) ? value : "");
        }
    }
}
