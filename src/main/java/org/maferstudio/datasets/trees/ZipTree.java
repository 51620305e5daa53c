package org.maferstudio.datasets.trees;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.files.BoundedStream;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.InputZip;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A dataset in a zip file.
 *
 * <p>If one name points outside the archive, the whole archive is rejected as malicious. Sizes are counted while
 * decompressing, because the sizes in the archive may be wrong.
 */
final class ZipTree implements DatasetTree {
    /** Maximum ratio of decompressed to compressed size; deflate itself reaches 1,032. */
    private static final long MAX_RATIO = 1000;

    /** Decompressed bytes that are allowed at any ratio: a small white image compresses well. */
    private static final long ALWAYS_ALLOWED = 64 << 10;

    private static final byte[] MAGIC = {'P', 'K'};

    private final ZipFile zip;
    private final String name;
    private final String title;
    private final String root;
    private final Map<String, ZipEntry> files = new TreeMap<>();
    private final List<DatasetIssue> damage = new ArrayList<>();

    ZipTree(Path file) {
        this.name = DatasetTree.nameOf(file);
        this.title = DatasetTree.titleOf(file);
        this.root = file.toAbsolutePath().normalize().toString();
        this.zip = open(file);
        try {
            list();
        } catch (Problem e) {
            close();
            throw e;
        }
    }

    /** Whether a file has the signature of a zip file. */
    static boolean isZip(Path file) {
        try (InputStream in = Files.newInputStream(InputFile.of(file))) {
            return Arrays.equals(in.readNBytes(2), MAGIC);
        } catch (IOException e) {
            throw Problem.input(Texts.of("datasets.files.error.open", file, e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> entries() {
        return List.copyOf(files.keySet());
    }

    @Override
    public boolean has(String entry) {
        return files.containsKey(entry);
    }

    @Override
    public long size(String entry) {
        ZipEntry file = files.get(entry);
        return file == null ? -1 : file.getSize();
    }

    @Override
    public Optional<ImageOrigin> origin(String entry) {
        ZipEntry file = files.get(entry);
        return file == null || file.getCrc() < 0
                ? Optional.empty()
                : Optional.of(new ImageOrigin(root, entry, file.getSize(), file.getCrc()));
    }

    @Override
    public List<DatasetIssue> damage() {
        return List.copyOf(damage);
    }

    @Override
    public InputStream open(String entry, long maxBytes) throws IOException {
        ZipEntry file = files.get(entry);
        if (file == null) {
            throw new NoSuchFileException(Texts.of("datasets.files.cause.missing"));
        }
        long packed = Math.max(0, file.getCompressedSize());
        long unpacked = Math.max(ALWAYS_ALLOWED, packed * MAX_RATIO - 1);
        return unpacked < maxBytes
                ? new BoundedStream(zip.getInputStream(file), unpacked, unpacksTooFar(entry))
                : new BoundedStream(zip.getInputStream(file), maxBytes, DatasetTree.tooLarge(entry, maxBytes));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + zip.getName(), e);
        }
    }

    private void list() {
        if (zip.size() > MAX_ENTRIES) {
            throw Problem.input(Texts.of("datasets.zip.error.entries", title, MAX_ENTRIES));
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String safe = EntryNames.safe(entry.getName())
                    .orElseThrow(() -> Problem.input(Texts.of("datasets.zip.error.path", title, entry.getName())));
            if (entry.isDirectory() || EntryNames.isJunk(safe)) {
                continue;
            }
            if (files.putIfAbsent(safe, entry) != null) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNSAFE_ENTRY, safe, Texts.of("datasets.zip.issue.repeated", safe)));
            }
        }
    }

    private static String unpacksTooFar(String entry) {
        return Texts.of("datasets.zip.error.ratio", entry, MAX_RATIO);
    }

    private static ZipFile open(Path file) {
        try {
            return openNamed(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problem.input(Texts.of("datasets.zip.error.damaged", file, e.getMessage()), e);
        }
    }

    private static ZipFile openNamed(Path file, Charset charset) throws IOException {
        try {
            return InputZip.open(file, charset);
        } catch (ZipException e) {
            // Names in old archives use the code page of some system; any one-byte charset keeps them distinct.
            if (charset.equals(StandardCharsets.UTF_8)
                    && String.valueOf(e.getMessage()).contains("bad entry name")) {
                return openNamed(file, StandardCharsets.ISO_8859_1);
            }
            throw e;
        }
    }
}
