package org.maferstudio.datasets.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maferstudio.files.CacheFile;
import org.maferstudio.settings.SystemFolders;

/**
 * A folder that remembers the facts of images, one index for each folder or zip with images.
 *
 * <p>An index that is damaged, truncated or of another version counts as none, and one that cannot be written is not
 * remembered: then images are decoded again. The indices used last are kept, up to {@link #MOST_BYTES}.
 */
public final class SavedImages {
    /** The most bytes of all indices together: about five million images. */
    static final long MOST_BYTES = 1L << 30;

    private static final String INDEX = ".index";
    private static final System.Logger LOG = System.getLogger(SavedImages.class.getName());

    private final Path folder;
    private final long mostBytes;

    /** Remembers in a folder, which is made when something is saved. */
    public SavedImages(Path folder) {
        this(folder, MOST_BYTES);
    }

    SavedImages(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** The images of this user. */
    public static SavedImages ofThisSystem() {
        return new SavedImages(SystemFolders.ofThisSystem().cache().resolve("images"));
    }

    /** What is known at this moment; to be {@link KnownImages#save saved} after something was added. */
    public KnownImages known() {
        return new KnownImages(this);
    }

    /** What is known of the images of a folder or zip, by entry; not to be changed. */
    Map<String, KnownImages.Known> read(String root) {
        Path file = file(root);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            Map<String, KnownImages.Known> known = IndexFile.read(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return known;
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the index of images cannot be read", e);
            return Map.of();
        }
    }

    /** Saves what is known of the images of a folder or zip, as far as it can be written. */
    void write(String root, Map<String, KnownImages.Known> known) {
        try {
            CacheFile.write(file(root), beside -> IndexFile.write(beside, known));
            removeOld();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the index of images cannot be saved", e);
        }
    }

    private void removeOld() throws IOException {
        List<Path> latestFirst;
        try (Stream<Path> all = Files.list(folder)) {
            latestFirst = all.filter(file -> file.toString().endsWith(INDEX))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        long bytes = 0;
        for (Path file : latestFirst) {
            bytes += Files.size(file);
            if (bytes > mostBytes) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The index of a folder or zip. */
    Path file(String root) {
        return folder.resolve(CacheFile.name(root) + INDEX);
    }
}
