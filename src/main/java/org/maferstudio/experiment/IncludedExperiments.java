package org.maferstudio.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The included experiments, trained by this program on FER2013: predictions, results, notes and, for those used by the
 * live view, the network. They contain no images of the dataset.
 */
public final class IncludedExperiments {
    private static final String PLACE = "/gallery/";

    /** Files of a bundle that are missing or different in the folder where it is unpacked. */
    private static final Set<String> WRITTEN_ANEW = Set.of(BundleContents.NAME, "experiment.json");

    /**
     * One included experiment.
     *
     * @param id the name of its folder
     * @param title for display
     * @param network whether its network is included
     */
    public record Entry(String id, String title, boolean network) {}

    private IncludedExperiments() {}

    /** The folder to which they are extracted in a workspace. */
    public static Path folderIn(Path workspace) {
        return workspace.resolve("gallery");
    }

    /** The included experiments, in displayed order. */
    public static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        JsonArray list = JsonParser.parseString(new String(bytes("gallery.json"), StandardCharsets.UTF_8))
                .getAsJsonArray();
        for (JsonElement element : list) {
            JsonObject object = element.getAsJsonObject();
            entries.add(new Entry(
                    object.get("id").getAsString(),
                    object.get("title").getAsString(),
                    object.get("network").getAsBoolean()));
        }
        return entries;
    }

    /**
     * Extracts one to a folder of its name in {@code shelf}, unless it was extracted before. It can be viewed,
     * evaluated and used by the live view, but not changed. Files of an earlier version are replaced.
     *
     * @throws Problem if the folder cannot be written to
     */
    public static Experiment open(Entry entry, Path shelf) {
        Path folder = shelf.resolve(entry.id());
        try {
            if (Experiment.isExperiment(folder) && isOfThisVersion(entry, folder)) {
                return Experiment.open(folder);
            }
            Files.createDirectories(shelf);
            // Atomic, because another process may read at the same time.
            Path beside = Files.createTempDirectory(shelf, ".new");
            Path bundle = Files.write(beside.resolve("experiment" + Bundle.ENDING), bytes(entry.id() + Bundle.ENDING));
            Path unpacked = beside.resolve(entry.id());
            Bundle.unpack(bundle, unpacked);
            if (entry.network()) {
                Path weights = Files.createDirectories(unpacked.resolve("checkpoints"));
                Files.write(weights.resolve("best.safetensors"), bytes(entry.id() + ".safetensors"));
            }
            if (Experiment.isExperiment(folder)) {
                replace(unpacked, folder);
            } else {
                move(unpacked, folder);
            }
            ExperimentFolders.delete(beside);
            return Experiment.open(folder);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.included.error.unpack", shelf), e);
        }
    }

    /** Whether a folder contains the files of a bundle, by their sizes, except the bundle's metadata. */
    private static boolean isOfThisVersion(Entry entry, Path folder) throws IOException {
        byte[] bundle = bytes(entry.id() + Bundle.ENDING);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                Path there = folder.resolve(file.getName());
                if (!WRITTEN_ANEW.contains(file.getName())
                        && (!Files.isRegularFile(there) || Files.size(there) != zip.readAllBytes().length)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void replace(Path unpacked, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(unpacked)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path there = folder.resolve(unpacked.relativize(file));
                Files.createDirectories(there.getParent());
                Files.move(file, there, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void move(Path unpacked, Path folder) throws IOException {
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // Another process extracted the same files first.
            return;
        } catch (IOException e) {
            if (!Experiment.isExperiment(folder)) {
                throw e;
            }
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = IncludedExperiments.class.getResourceAsStream(PLACE + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + PLACE + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the program's file " + PLACE + name + " cannot be read", e);
        }
    }
}
