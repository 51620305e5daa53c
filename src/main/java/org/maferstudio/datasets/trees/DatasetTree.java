package org.maferstudio.datasets.trees;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.files.FileNames;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A uniform view of a folder, a zip file or a single csv file: files by name, read without unpacking.
 *
 * <p>The content is untrusted: names never point outside, and each read is bounded. Thread-safe until it is closed.
 */
public interface DatasetTree extends ReadableFiles, AutoCloseable {
    /** Maximum number of files of a dataset. */
    int MAX_ENTRIES = 3_000_000;

    /** Maximum size of a file that is read into memory, such as an image: 256 MB. */
    long MAX_FILE_BYTES = 256L << 20;

    /** Maximum size of a table, which is read line by line; FER2013's csv has 301 million bytes. */
    long MAX_TABLE_BYTES = 2L << 30;

    /** The folder's or file's name on disk, with its extension, for error messages. */
    default String title() {
        return name();
    }

    /** All files, sorted by name, with slashes, without system files. */
    @Override
    List<String> entries();

    /** The declared length of a file in bytes, or -1; used only for progress. */
    long size(String entry);

    /** A file as it is known without reading it, for what is remembered of it; empty if there is no such file. */
    Optional<ImageOrigin> origin(String entry);

    /** What was rejected while listing, such as links that lead outside. */
    List<DatasetIssue> damage();

    /**
     * Opens a file, limited to {@code maxBytes}.
     *
     * @throws IOException if it does not exist or cannot be read
     */
    InputStream open(String entry, long maxBytes) throws IOException;

    @Override
    void close();

    /**
     * Reads a whole file.
     *
     * @throws Problem if it cannot be read or is larger than {@link #MAX_FILE_BYTES}
     */
    @Override
    default byte[] read(String entry) {
        try (InputStream in = open(entry, MAX_FILE_BYTES)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw Problem.input(Texts.of("datasets.files.error.file", entry, title(), e.getMessage()), e);
        }
    }

    /** Opens a table, limited in size. */
    @Override
    default InputStream openTable(String entry) {
        try {
            return new BufferedInputStream(open(entry, MAX_TABLE_BYTES), 1 << 16);
        } catch (IOException e) {
            throw Problem.input(Texts.of("datasets.files.error.table", entry, title(), e.getMessage()), e);
        }
    }

    /**
     * Opens a path.
     *
     * @throws Problem if it does not exist, or is of no known kind
     */
    static DatasetTree of(String path) {
        Path place;
        try {
            place = Path.of(path);
        } catch (InvalidPathException e) {
            throw FileNames.problem(e).orElseGet(() -> Problem.input(Texts.of("datasets.open.error.path", path), e));
        }
        if (!Files.exists(place)) {
            throw Problem.input(Texts.of("datasets.open.error.missing", path));
        }
        if (!Files.isReadable(place)) {
            throw Problem.input(Texts.of("datasets.open.error.permission", path));
        }
        if (Files.isDirectory(place)) {
            return new FolderTree(place);
        }
        InputFile.of(place);
        if (EntryNames.isList(titleOf(place))) {
            return new TableTree(place);
        }
        if (ZipTree.isZip(place)) {
            return new ZipTree(place);
        }
        throw Problem.input(OtherContainers.advice(path).orElseGet(() -> Texts.of("datasets.open.error.kind", path)));
    }

    /** The name of a file or folder. */
    static String titleOf(Path place) {
        Path file = place.toAbsolutePath().normalize().getFileName();
        return file == null ? place.toString() : file.toString();
    }

    /** The name of a folder, or of a file without its extension. */
    static String nameOf(Path place) {
        String name = titleOf(place);
        int dot = name.lastIndexOf('.');
        return dot > 0 && !Files.isDirectory(place) ? name.substring(0, dot) : name;
    }

    /** The error for a file that exceeds the limit. */
    static String tooLarge(String entry, long maxBytes) {
        return Texts.of("datasets.files.error.size", entry, maxBytes >> 20);
    }
}
