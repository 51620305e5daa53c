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
 * Temporary files and folders of this process, to be deleted even if it is ended while they are in use.
 *
 * <p>The list is the process's, as {@link Saving}'s is.
 */
public final class TemporaryFiles {
    private static final Logger LOG = System.getLogger(TemporaryFiles.class.getName());
    private static final Set<Path> PATHS = ConcurrentHashMap.newKeySet();

    private TemporaryFiles() {}

    /** Remembers a file, or a folder with all that is in it. */
    public static void add(Path path) {
        PATHS.add(path.toAbsolutePath());
    }

    /** Forgets a path that was deleted or moved into its place. */
    public static void remove(Path path) {
        PATHS.remove(path.toAbsolutePath());
    }

    /** Deletes all that is remembered, as far as that goes. */
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
