package org.maferstudio.job;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Temporary files and folders of this process. They are deleted even if the process is ended while they are in use.
 *
 * <p>The list is global, like that of {@link Saving}.
 */
public final class TemporaryFiles {
    private static final Logger LOG = System.getLogger(TemporaryFiles.class.getName());
    private static final Set<Path> PATHS = ConcurrentHashMap.newKeySet();

    private TemporaryFiles() {}

    /** Registers a file, or a folder with its contents. */
    public static void add(Path path) {
        PATHS.add(path.toAbsolutePath());
    }

    /** Unregisters a path that was deleted or moved to its final place. */
    public static void remove(Path path) {
        PATHS.remove(path.toAbsolutePath());
    }

    /** Deletes all registered files, as far as possible. */
    public static void delete() {
        PATHS.forEach(TemporaryFiles::delete);
    }

    private static void delete(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Left over: " + path, e);
        }
    }
}
