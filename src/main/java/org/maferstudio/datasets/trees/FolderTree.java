package org.maferstudio.datasets.trees;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    /** The place after that of the last entry that was asked for: a guess, so that threads may mix. */
    private int expected;

    FolderTree(Path folder) {
        this.name = DatasetTree.nameOf(folder);
        try {
            this.root = folder.toRealPath();
            Lister lister = new Lister();
            lister.list(root, "", 1);
            Found[] found = lister.found.toArray(Found[]::new);
            Arrays.parallelSort(found, Comparator.comparing(Found::entry));
            this.place = root.toString();
            this.entries = Arrays.stream(found).map(Found::entry).toList();
            this.sizes = Arrays.stream(found).mapToLong(Found::bytes).toArray();
            this.times = Arrays.stream(found).mapToLong(Found::time).toArray();
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
        return place(entry) >= 0;
    }

    @Override
    public long size(String entry) {
        int at = place(entry);
        return at < 0 ? root.resolve(entry).toFile().length() : sizes[at];
    }

    @Override
    public Optional<ImageOrigin> origin(String entry) {
        int at = place(entry);
        return at < 0 ? Optional.empty() : Optional.of(new ImageOrigin(place, entry, sizes[at], times[at]));
    }

    /** The place of an entry in the list; negative if there is none. */
    private int place(String entry) {
        // Most ask for one entry after the other.
        int next = expected;
        int at = next < entries.size() && entries.get(next).equals(entry)
                ? next
                : Collections.binarySearch(entries, entry);
        if (at >= 0) {
            expected = at + 1;
        }
        return at;
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

    /** What a folder contains: a file, folder or link with its attributes, or why it has none. */
    private record Content(Path path, Optional<BasicFileAttributes> attributes, Optional<IOException> failure) {
        static Content of(Path path) {
            try {
                return new Content(
                        path,
                        Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)),
                        Optional.empty());
            } catch (IOException e) {
                return new Content(path, Optional.empty(), Optional.of(e));
            }
        }
    }

    private final class Lister {
        private final List<Found> found = new ArrayList<>();

        /**
         * Lists a folder.
         *
         * @param inside the beginning of its entries: its path in the dataset, with a slash
         */
        void list(Path folder, String inside, int depth) throws IOException {
            List<Path> paths = new ArrayList<>();
            try (DirectoryStream<Path> contents = Files.newDirectoryStream(
                    folder, path -> !EntryNames.isJunk(path.getFileName().toString()))) {
                contents.forEach(paths::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            } catch (IOException e) {
                fail(folder, e);
            }
            // The attributes of 300,000 files take longer than all else, one after the other.
            List<Content> contents = paths.parallelStream().map(Content::of).toList();
            for (Content content : contents) {
                if (content.failure().isPresent()) {
                    fail(content.path(), content.failure().get());
                    continue;
                }
                BasicFileAttributes attributes = content.attributes().orElseThrow();
                String entry = inside + content.path().getFileName();
                if (!attributes.isDirectory()) {
                    add(content.path(), entry, attributes);
                } else if (depth < MAX_DEPTH) {
                    list(content.path(), entry + "/", depth + 1);
                }
            }
        }

        private void add(Path file, String entry, BasicFileAttributes attributes) throws IOException {
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
        }

        private void fail(Path path, IOException cause) {
            String entry = root.relativize(path).toString().replace('\\', '/');
            damage.add(new DatasetIssue(
                    DatasetIssue.Kind.UNREADABLE,
                    entry,
                    Texts.of("datasets.files.issue.unreadable", entry, cause.getMessage())));
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
