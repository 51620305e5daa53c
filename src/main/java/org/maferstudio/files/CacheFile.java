package org.maferstudio.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that several programs of a user share, and that can be made again. */
public final class CacheFile {
    private static final int NAME_LENGTH = 32;

    private CacheFile() {}

    /** Writes the content of a file to a given path. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /** A name for the file about something with a long name, such as a folder. */
    public static String name(String text) {
        return new Sha256().add(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, NAME_LENGTH);
    }

    /** Writes text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, beside -> Files.writeString(beside, text));
    }

    /**
     * Writes a file; who reads it meanwhile finds the old one or the new, and a partial one, for example on a full disk, is
     * removed. Missing folders are created.
     */
    public static void write(Path file, Content content) throws IOException {
        Files.createDirectories(file.getParent());
        Path beside = Files.createTempFile(file.getParent(), "next", ".part");
        try {
            content.writeTo(beside);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
