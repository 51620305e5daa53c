package org.maferstudio.datasets.annotations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.job.Problem;

/** The lines of a text file, stripped, without blank ones. */
final class TextLines {
    private static final int FIRST_BYTES = 1 << 16;
    private static final int SHOWN = 60;

    private TextLines() {}

    /** The first lines of up to 64 KB; none if the file cannot be read. */
    static List<String> first(ReadableFiles files, String entry) {
        try (InputStream in = files.openTable(entry)) {
            byte[] bytes = in.readNBytes(FIRST_BYTES);
            List<String> lines = lines(bytes);
            boolean cut = bytes.length == FIRST_BYTES && lines.size() > 1;
            return cut ? lines.subList(0, lines.size() - 1) : lines;
        } catch (Problem | IOException e) {
            // This only checks for a possible list.
            return List.of();
        }
    }

    /**
     * All lines.
     *
     * @throws Problem if the file cannot be read or is too large
     */
    static List<String> all(ReadableFiles files, String entry) {
        return lines(files.read(entry));
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replace("\ufeff", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A line short enough for a message. */
    static String shortened(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
