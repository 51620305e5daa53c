package org.maferstudio.datasets.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.maferstudio.files.CacheFile;
import org.maferstudio.settings.SystemFolders;

/**
 * A folder of decoded images, one file for each dataset, so that an image is decoded once and not in each training.
 *
 * @param folder made when something is saved
 * @param mostBytes of all files together, those used longest ago are removed; 0 saves and uses none
 */
public record SavedPixels(Path folder, long mostBytes) {
    /** Saves and uses none. */
    public static final SavedPixels NONE = new SavedPixels(Path.of(""), 0);

    private static final System.Logger LOG = System.getLogger(SavedPixels.class.getName());

    /** The decoded images of this user. */
    public static SavedPixels ofThisSystem(long mostBytes) {
        return new SavedPixels(SystemFolders.ofThisSystem().cache().resolve("pixels"), mostBytes);
    }

    /**
     * Opens the decoded images of a dataset, to be closed by the caller. If that is impossible, there are none, and none
     * are saved.
     *
     * @param roots the folders and zips of the dataset
     * @param needed how many bytes all of its images take
     */
    public PixelFile open(Collection<String> roots, long needed) {
        if (mostBytes == 0 || roots.isEmpty()) {
            return PixelFile.none();
        }
        try {
            Files.createDirectories(folder);
            Path pixels = folder.resolve(CacheFile.name(String.join("\n", new TreeSet<>(roots))) + PixelFile.PIXELS);
            long others = makeRoom(pixels, Math.min(needed, mostBytes));
            return PixelFile.open(pixels, mostBytes - others);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "decoded images cannot be saved", e);
            return PixelFile.none();
        }
    }

    /** Removes the files of other datasets until there is room, those first that were used longest ago. */
    private long makeRoom(Path own, long needed) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = new ArrayList<>(all.filter(file -> file.toString().endsWith(PixelFile.PIXELS) && !file.equals(own))
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .toList());
        }
        long bytes = others.stream().mapToLong(file -> file.toFile().length()).sum();
        for (Path file : others) {
            if (bytes + needed <= mostBytes) {
                break;
            }
            bytes -= file.toFile().length();
            PixelFile.delete(file);
        }
        return bytes;
    }
}
