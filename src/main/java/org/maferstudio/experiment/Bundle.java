package org.maferstudio.experiment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.InputZip;
import org.maferstudio.files.Sha256;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Json;
import org.maferstudio.texts.Texts;

/**
 * A bundle: an experiment in one read-only file, with recipe, history, predictions, embeddings, duplicates, notes and
 * checksums. It contains an imported ONNX network and {@link ThumbnailArchive thumbnails} only on
 * request, and never other weights. Paths are reduced to
 * file names.
 */
public final class Bundle {
    /** The extension of a bundle. */
    public static final String ENDING = ".mafer";

    /** Maximum ratio of decompressed to compressed size, and the size that is allowed at any ratio. */
    private static final long MAX_RATIO = 250;

    private static final long ALWAYS_ALLOWED = 1 << 20;

    /** A fixed time, so that the same content gives the same bytes. */
    private static final long NO_TIME = 946_684_800_000L;

    private static final int MOST_FOLDERS = 4;

    private Bundle() {}

    /** Whether a file of an experiment or of the trainings of a series, relative to its folder, belongs into a bundle. */
    public static boolean belongs(String name) {
        return BundleContents.belongs(name);
    }

    /** Whether a path has the extension of a bundle. */
    public static boolean isBundle(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING) && Files.isRegularFile(file);
    }

    /**
     * Writes an experiment, or a series with all its trainings, without images. An existing file is replaced only after
     * the new one is complete.
     *
     * @throws Problem if the file does not have the extension of a bundle, or cannot be written
     */
    public static void write(Experiment experiment, Path file) {
        write(experiment, file, Optional.empty());
    }

    /**
     * Writes an experiment like {@link #write(Experiment, Path)}.
     *
     * @param pictures thumbnails to include; empty for none
     */
    public static void write(Experiment experiment, Path file, Optional<ThumbnailArchive> pictures) {
        write(experiment, file, pictures, Network.LEFT_OUT);
    }

    /** Whether a bundle contains a network. */
    public enum Network {
        /** No weights, as for every network of this program. */
        LEFT_OUT,
        /** The imported ONNX file, so that the receiver can use it. */
        IMPORTED
    }

    /**
     * Writes an experiment like {@link #write(Experiment, Path)}.
     *
     * @param pictures thumbnails to include; empty for none
     * @param network whether to include the network; only an imported one can be
     * @throws Problem if the network is to be included and was not imported
     */
    public static void write(Experiment experiment, Path file, Optional<ThumbnailArchive> pictures, Network network) {
        if (network == Network.IMPORTED && experiment.manifest().imported().isEmpty()) {
            throw Problem.input(Texts.of("experiment.bundle.error.notImported", experiment));
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw Problem.input(Texts.of("experiment.bundle.error.ending", file, ENDING));
        }
        SafeFile.write(file, beside -> {
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
                List<BundleContents.Entry> entries = new ArrayList<>();
                for (String name : files(experiment.folder(), network)) {
                    entries.add(add(zip, name, experiment.folder().resolve(name)));
                }
                if (pictures.isPresent()) {
                    InputStream packed = new ByteArrayInputStream(pictures.get().packed());
                    entries.add(add(zip, ThumbnailArchive.NAME, packed));
                }
                BundleContents contents = new BundleContents(BundleContents.FORMAT, BundleContents.VERSION, entries);
                zip.putNextEntry(entry(BundleContents.NAME));
                zip.write((Json.gson().toJson(contents) + "\n").getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        });
    }

    private static List<String> files(Path folder, Network network) throws IOException {
        try (Stream<Path> all = Files.walk(folder, MOST_FOLDERS)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(BundleContents::belongs)
                    // Images show people's faces, so they are included only on request.
                    .filter(name -> !name.endsWith(ThumbnailArchive.NAME))
                    .filter(name -> network == Network.IMPORTED || !name.endsWith(Experiment.IMPORTED))
                    .sorted()
                    .toList();
        }
    }

    /** An entry without a modification time. */
    static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        return entry;
    }

    private static BundleContents.Entry add(ZipOutputStream zip, String name, Path file) throws IOException {
        try (InputStream in =
                name.endsWith(".json") ? PathlessJson.open(file) : Files.newInputStream(InputFile.of(file))) {
            return add(zip, name, in);
        }
    }

    private static BundleContents.Entry add(ZipOutputStream zip, String name, InputStream in) throws IOException {
        zip.putNextEntry(entry(name));
        Sha256 sum = new Sha256();
        long bytes = sum.reading(in).transferTo(zip);
        zip.closeEntry();
        return new BundleContents.Entry(name, bytes, sum.hex());
    }

    /** Whether an experiment's folder was unpacked from a bundle and is therefore read-only. */
    static boolean isUnpacked(Path folder) {
        // The trainings of a series are in subfolders.
        Path above = folder.getParent();
        return Files.isRegularFile(folder.resolve(BundleContents.NAME))
                || (above != null && Files.isRegularFile(above.resolve(BundleContents.NAME)));
    }

    /** Lists the predictions of an unpacked bundle, for an error message. */
    static String held(Experiment unpacked) {
        return Texts.of(
                "experiment.bundle.error.onlyPredictions",
                unpacked.predictionFiles().stream()
                        .map(file -> file.getFileName().toString().replaceFirst("\\.csv$", ""))
                        .collect(Collectors.joining(", ")));
    }

    /**
     * Unpacks a bundle into a folder, whose experiment is read-only. All files are verified.
     *
     * @param folder must not exist; does not exist after a failure
     * @throws Problem if the bundle is damaged, was written by a later version, or is malicious
     */
    public static Experiment unpack(Path file, Path folder) {
        try (ZipFile zip = InputZip.open(file)) {
            BundleContents contents = contents(zip, file);
            checkEntries(zip, contents, file);
            for (BundleContents.Entry entry : contents.files()) {
                unpack(zip, entry, folder.resolve(entry.name()), file);
            }
            SafeFile.write(folder.resolve(BundleContents.NAME), Json.gson().toJson(contents));
            return opened(folder, file);
        } catch (ZipException e) {
            forget(folder, e);
            throw Problem.input(Texts.of("experiment.bundle.error.noZip", file), e);
        } catch (IOException e) {
            forget(folder, e);
            throw BundleContents.damaged(file.toString(), String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            forget(folder, e);
            throw e;
        }
    }

    /** Opens the unpacked experiment; errors in its manifest are reported as errors of the bundle. */
    private static Experiment opened(Path folder, Path file) {
        Experiment experiment = Experiment.open(folder);
        try {
            experiment.manifest();
        } catch (Problem e) {
            String why = Texts.of(
                    "experiment.bundle.error.manifest", Json.lastWords(e).replace(folder + File.separator, ""));
            throw BundleContents.damaged(file.toString(), why, e);
        }
        return experiment;
    }

    private static void forget(Path folder, Exception cause) {
        try {
            ExperimentFolders.delete(folder);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static BundleContents contents(ZipFile zip, Path file) throws IOException {
        ZipEntry list = zip.getEntry(BundleContents.NAME);
        if (list == null) {
            throw Problem.input(Texts.of("experiment.bundle.error.noList", file, BundleContents.NAME));
        }
        byte[] json;
        try (InputStream in = zip.getInputStream(list)) {
            json = in.readNBytes((int) BundleContents.MAX_BYTES + 1);
        }
        if (json.length > BundleContents.MAX_BYTES) {
            throw Problem.input(Texts.of("experiment.bundle.error.listTooLarge", file));
        }
        return BundleContents.parse(json, file.toString());
    }

    private static void checkEntries(ZipFile zip, BundleContents contents, Path file) {
        Set<String> named =
                contents.files().stream().map(BundleContents.Entry::name).collect(Collectors.toSet());
        if (named.size() < contents.files().size()
                || zip.size() != contents.files().size() + 1) {
            throw BundleContents.damaged(file.toString(), Texts.of("experiment.bundle.error.listDiffers"), null);
        }
        if (!named.contains("experiment.json")) {
            throw BundleContents.damaged(file.toString(), Texts.of("experiment.bundle.error.noExperiment"), null);
        }
    }

    private static void unpack(ZipFile zip, BundleContents.Entry entry, Path target, Path file) throws IOException {
        ZipEntry packed = zip.getEntry(entry.name());
        if (packed == null) {
            throw BundleContents.damaged(
                    file.toString(), Texts.of("experiment.bundle.error.missingEntry", entry.name()), null);
        }
        long most = Math.max(ALWAYS_ALLOWED, Math.max(0, packed.getCompressedSize()) * MAX_RATIO);
        if (entry.bytes() > most) {
            throw Problem.input(Texts.of("experiment.bundle.error.entryTooLarge", entry.name(), file, MAX_RATIO));
        }
        Files.createDirectories(target.getParent());
        Sha256 sum = new Sha256();
        long left = entry.bytes();
        try (InputStream in = sum.reading(new BufferedInputStream(zip.getInputStream(packed)));
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    break;
                }
                write(out, buffer, read, target);
            }
        }
        if (left != 0 || !sum.hex().equals(entry.sha256())) {
            throw BundleContents.damaged(
                    file.toString(), Texts.of("experiment.bundle.error.checksum", entry.name()), null);
        }
    }

    /** A full disk does not mean that the bundle is damaged. */
    private static void write(OutputStream out, byte[] buffer, int count, Path target) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }
}
