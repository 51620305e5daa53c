package org.maferstudio.results.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.InputZip;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Kinds of files, recognised by their first bytes because file extensions are often wrong. */
enum ImportFileKind {
    /** A table or a matrix as text, perhaps compressed by gzip. */
    TEXT,
    JSON,
    NPY,
    /** A zip of arrays. */
    NPZ,
    XLSX;

    private static final int START = 4096;

    /**
     * Detects the kind of a file.
     *
     * @throws Problem if it is of an unsupported kind, with its name
     */
    static ImportFileKind of(Path file) throws IOException {
        if (!Files.exists(InputFile.of(file))) {
            throw Problem.input(Texts.of("results.imports.error.noFile", file));
        }
        byte[] bytes;
        try (InputStream in = TextFile.unpacked(file)) {
            bytes = in.readNBytes(START);
        }
        if (bytes.length == 0) {
            throw Problem.input(Texts.of("results.imports.error.empty", file));
        }
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0093NUMPY")) {
            return NPY;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            InputZip.checkFirstEntry(file, bytes);
            return start.contains("[Content_Types].xml") || start.contains("xl/") ? XLSX : NPZ;
        }
        refuse(file, start);
        String text = TextFile.decode(bytes).stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype") || text.startsWith("<html")) {
            throw Problem.input(Texts.of("results.imports.error.html", file));
        }
        if (text.startsWith("version https://git-lfs")) {
            throw Problem.input(Texts.of("results.imports.error.lfs", file));
        }
        // NumPy prints matrices in brackets too, but without commas.
        return text.startsWith("{") || text.matches("(?s)\\[\\s*(\\]|\\{|\\[\\s*[-\"0-9.]+\\s*[,\\]]).*") ? JSON : TEXT;
    }

    private static void refuse(Path file, String start) {
        String kind = start.startsWith("PAR1")
                ? "Parquet"
                : start.startsWith("\u0089HDF")
                        ? "HDF5"
                        : start.startsWith("\u00d0\u00cf\u0011\u00e0")
                                ? "xls (Excel 97) or password-protected Excel"
                                : start.startsWith("\u0080")
                                        ? "pickle"
                                        : start.startsWith("%PDF") ? "PDF" : start.startsWith("ARROW1") ? "Arrow" : "";
        if (!kind.isEmpty()) {
            throw Problem.input(Texts.of("results.imports.error.kind", file, kind));
        }
    }
}
