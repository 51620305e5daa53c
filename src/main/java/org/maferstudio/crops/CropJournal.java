package org.maferstudio.crops;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.WriteFailure;

/**
 * What has been done in a folder of crops, line by line, so that an interrupted run continues. A line is added after the
 * image's crop is in place; half a line at the end is ignored. Thread-safe.
 */
final class CropJournal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CropJournal.class.getName());

    private static final Gson JSON = new Gson();

    private final Path file;
    private final Map<String, FoundFaces> earlier = new HashMap<>();
    private final Writer out;

    CropJournal(Path file) {
        this.file = file;
        try {
            boolean torn = Files.exists(file) && read();
            out = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (torn) {
                out.write('\n');
            }
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** Returns whether the last line has no end. */
    private boolean read() throws IOException {
        String text = Files.readString(InputFile.of(file), StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
            try {
                FoundFaces found = JSON.fromJson(line, FoundFaces.class);
                if (found != null && found.isSound()) {
                    earlier.put(found.image(), found);
                }
            } catch (JsonParseException | IllegalArgumentException | NullPointerException torn) {
                LOG.log(System.Logger.Level.DEBUG, "Cut off by the interruption, so the image is searched again", torn);
            }
        }
        return !text.isEmpty() && !text.endsWith("\n");
    }

    /** The images that earlier runs have done, by id. */
    Map<String, FoundFaces> earlier() {
        return earlier;
    }

    synchronized void add(FoundFaces found) {
        try {
            out.write(JSON.toJson(found) + "\n");
            out.flush();
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** Removes the journal of a finished run. */
    void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }
}
