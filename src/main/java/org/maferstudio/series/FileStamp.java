package org.maferstudio.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What changes when a file is written: enough to know that it was not.
 *
 * @param name of the file
 * @param modified in nanoseconds, as exactly as the file system knows
 * @param size in bytes
 * @param key the file's number on the disk, which changes when a file is replaced; {@code "null"} where there is none
 */
record FileStamp(String name, long modified, long size, String key) {
    /** The stamp of a file; empty if it does not exist or cannot be read. */
    static Optional<FileStamp> of(Path file) {
        try {
            BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileStamp(
                    file.getFileName().toString(),
                    known.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    known.size(),
                    Objects.toString(known.fileKey())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The stamps of the files in a folder, by name; empty if it cannot be read. */
    static List<FileStamp> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> of(file).stream()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
