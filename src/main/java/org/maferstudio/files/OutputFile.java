package org.maferstudio.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** An output file: an existing file is replaced only if the program wrote it, or with --force. */
public final class OutputFile {
    /** The text, keyword and value, that marks a PNG image as written by this program. */
    public static final String PNG_TEXT = "Software\0MAFER Studio";

    /** The name of the program, by which files that name their writer are recognised. */
    public static final String PROGRAM = "MAFER Studio";

    /** The folder in a {@code .pth} file, which is a zip. */
    public static final String TORCH_FOLDER = "mafer";

    private static final int BEGINNING = 4096;

    /** Kinds of output files, recognised by extension and by their first bytes. */
    public enum Kind {
        REPORT("<meta name=\"generator\" content=\"MAFER Studio\">", ".html", ".htm"),
        FEATURES("file,feature_0", ".csv"),
        BUNDLE("PK\u0003\u0004", ".mafer"),
        WEIGHTS("{\"", ".safetensors"),
        ONNX(PROGRAM, ".onnx"),
        TORCH(TORCH_FOLDER + "/data.pkl", ".pth"),
        DOWNSAMPLED(PNG_TEXT, ".png"),
        PNG("PNG\r\n", ".png"),
        SVG("<svg", ".svg"),
        PDF("%PDF", ".pdf"),
        TEX("% needs \\usepackage{booktabs}\n\\begin{tabular}", ".tex"),
        FINDINGS("mafer findings ", ".md"),
        /** A table, recognised only by its header: see {@link #checkTable}. */
        TABLE("", ".csv");

        private final String mark;
        private final String endings;

        Kind(String mark, String... endings) {
            this.mark = mark;
            this.endings = String.join(", ", endings);
        }

        /** Whether the name has an extension of this kind. */
        public boolean isNameOf(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return Stream.of(endings.split(", ")).anyMatch(name::endsWith);
        }
    }

    /** What to do with an existing file that the program did not write. */
    public enum Existing {
        KEEP,
        REPLACE
    }

    private OutputFile() {}

    /**
     * Checks the output file before the work begins. An existing table is checked later, by {@link #checkTable}.
     *
     * @throws Problem if the extension is wrong, or the file exists and must not be replaced
     */
    public static void check(Path file, Kind kind, Existing existing) {
        if (!kind.isNameOf(file)) {
            throw Problem.input(Texts.of("files.output.error.ending", file, kind.endings));
        }
        checkPlace(file);
        if (existing == Existing.KEEP && kind != Kind.TABLE && Files.exists(file) && !wasWritten(file, kind)) {
            throw Problem.input(Texts.of("files.output.error.foreign", file));
        }
    }

    /**
     * Checks the output file of a table before it is written. A table with the same columns may be replaced.
     *
     * @param text the table as csv, with its header
     * @throws Problem if the file is a different table that must not be replaced
     */
    public static void checkTable(Path file, String text, Existing existing) {
        if (existing == Existing.KEEP
                && Files.exists(file)
                && !header(beginning(file)).equals(header(text))) {
            throw Problem.input(Texts.of("files.output.error.otherTable", file));
        }
    }

    private static String header(String table) {
        return table.lines().findFirst().orElse("");
    }

    /**
     * Checks that only a regular file would be replaced.
     *
     * @throws Problem if the path is a folder, a pipe or a device
     */
    public static void checkPlace(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Problem.input(Texts.of("files.output.error.notFile", file));
        }
    }

    private static boolean wasWritten(Path file, Kind kind) {
        return beginning(file).contains(kind.mark);
    }

    private static String beginning(Path file) {
        try (InputStream in = Files.newInputStream(InputFile.of(file))) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problem.input(Texts.of("files.output.error.unreadable", file), e);
        }
    }
}
