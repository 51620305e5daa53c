package org.maferstudio.datasets.duplicates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;
import org.maferstudio.settings.SystemFolders;

/**
 * Remembers the groups that a search found, in a folder, one file for each set of images: so that the same images are
 * searched once. Images are named by the hash of their pixels; a file that cannot be read or written is no problem, the
 * search is repeated.
 */
public final class DuplicateStore {
    /** Another search finds other groups: the number changes with it. */
    private static final String HEADER = "near duplicates, search 1";

    private static final int KEPT = 64;
    private static final long MAX_BYTES = 256L << 20;
    private static final System.Logger LOG = System.getLogger(DuplicateStore.class.getName());

    private final Path folder;

    /** A store in a folder, which is made when something is stored. */
    public DuplicateStore(Path folder) {
        this.folder = folder;
    }

    /** The store of all windows and commands of this user. */
    public static DuplicateStore ofThisSystem() {
        return new DuplicateStore(SystemFolders.ofThisSystem().duplicates());
    }

    /**
     * The groups that were found among a set of images.
     *
     * @param key 64 hex digits that identify the set
     * @return groups of hashes; empty if they are not known
     */
    public Optional<List<List<String>>> read(String key) {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(InputFile.of(file), StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(
                    lines.stream().skip(1).map(line -> List.of(line.split(" "))).toList());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the remembered duplicates cannot be read", e);
            return Optional.empty();
        }
    }

    /** Stores the groups of a set of images, and removes those that were not used for longest. */
    public void write(String key, List<List<String>> groups) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        groups.forEach(group -> lines.add(String.join(" ", group)));
        Path file = file(key);
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "duplicates", ".new");
            try {
                Files.write(beside, lines, StandardCharsets.UTF_8);
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // Removes a partial file, for example on a full disk.
                Files.deleteIfExists(beside);
            }
            removeOld();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the duplicates that were found cannot be stored", e);
        }
    }

    private void removeOld() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path file : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(file);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".txt");
    }
}
