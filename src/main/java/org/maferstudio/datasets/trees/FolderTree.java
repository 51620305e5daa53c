package org.maferstudio.datasets.trees;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.files.BoundedStream;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** A dataset in a folder; links that lead out of it are not followed, and are listed. */
final class FolderTree implements DatasetTree {
    /** Maximum depth, larger than in any known dataset, which bounds endlessly nested folders. */
    private static final int MAX_DEPTH = 32;

    private final Path root;
    private final String name;
    private final String place;
    private final List<String> entries;
    /** The size of each entry in bytes, and when it was modified, as they were when the folder was listed. */
    private final long[] sizes;

    private final long[] times;
    private final List<DatasetIssue> damage = new ArrayList<>();

    FolderTree(Path folder) {
        this.name = DatasetTree.nameOf(folder);
        try {
            this.root = folder.toRealPath();
            Lister lister = new Lister();
            Files.walkFileTree(root, Set.of(), MAX_DEPTH, lister);
            lister.found.sort(Comparator.comparing(Found::entry));
            this.place = root.toString();
            this.entries = lister.found.stream().map(Found::entry).toList();
            this.sizes = lister.found.stream().mapToLong(Found::bytes).toArray();
            this.times = lister.found.stream().mapToLong(Found::time).toArray();
        } catch (IOException e) {
            throw Problem.input(Texts.of("datasets.folder.error.list", folder, e.getMessage()), e);
        }
    }

    /** A file, its size in bytes, and when it was modified. */
    private record Found(String entry, long bytes, long time) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> entries() {
        return entries;
    }

    @Override
    public boolean has(String entry) {
        return Collections.binarySearch(entries, entry) >= 0;
    }

    @Override
    public long size(String entry) {
        int at = Collections.binarySearch(entries, entry);
        return at < 0 ? root.resolve(entry).toFile().length() : sizes[at];
    }

    @Override
    public Optional<ImageOrigin> origin(String entry) {
        int at = Collections.binarySearch(entries, entry);
        return at < 0 ? Optional.empty() : Optional.of(new ImageOrigin(place, entry, sizes[at], times[at]));
    }

    @Override
    public List<DatasetIssue> damage() {
        return Collections.unmodifiableList(damage);
    }

    @Override
    public InputStream open(String entry, long maxBytes) throws IOException {
        try {
            return new BoundedStream(
                    Files.newInputStream(InputFile.of(root.resolve(entry))),
                    maxBytes,
                    DatasetTree.tooLarge(entry, maxBytes));
        } catch (NoSuchFileException e) {
            String why = Files.isDirectory(root)
                    ? Texts.of("datasets.files.cause.missing")
                    : Texts.of("datasets.folder.error.gone", root);
            throw (IOException) new NoSuchFileException(why).initCause(e);
        }
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    private final class Lister extends SimpleFileVisitor<Path> {
        private final List<Found> found = new ArrayList<>();
        private String inside = "";

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && EntryNames.isJunk(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            enter(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException cause) throws IOException {
            if (!folder.equals(root)) {
                enter(folder.getParent());
            }
            return super.postVisitDirectory(folder, cause);
        }

        /** The beginning of the entries of a folder: its path in the dataset, with a slash. */
        private void enter(Path folder) {
            inside = folder.equals(root)
                    ? ""
                    : root.relativize(folder).toString().replace('\\', '/') + "/";
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (EntryNames.isJunk(file.getFileName().toString())) {
                return FileVisitResult.CONTINUE;
            }
            String entry = inside + file.getFileName();
            boolean usable = attributes.isSymbolicLink() ? staysInside(file, entry) : attributes.isRegularFile();
            if (usable) {
                if (found.size() == MAX_ENTRIES) {
                    throw Problem.input(Texts.of("datasets.folder.error.files", root, MAX_ENTRIES));
                }
                BasicFileAttributes itself = attributes.isSymbolicLink()
                        ? Files.readAttributes(file, BasicFileAttributes.class)
                        : attributes;
                found.add(new Found(entry, itself.size(), FileTimes.nanos(itself)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            String entry = root.relativize(file).toString().replace('\\', '/');
            damage.add(new DatasetIssue(
                    DatasetIssue.Kind.UNREADABLE,
                    entry,
                    Texts.of("datasets.files.issue.unreadable", entry, cause.getMessage())));
            return FileVisitResult.CONTINUE;
        }

        private boolean staysInside(Path link, String entry) throws IOException {
            if (!Files.exists(link)) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNREADABLE, entry, Texts.of("datasets.folder.issue.brokenLink", entry)));
                return false;
            }
            if (!link.toRealPath().startsWith(root)) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNSAFE_ENTRY, entry, Texts.of("datasets.folder.issue.outsideLink", entry)));
                return false;
            }
            return Files.isRegularFile(link);
        }
    }
}
