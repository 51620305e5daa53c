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
 * The experiments that are included with the program, trained by it on FER2013: predictions, numbers, notes and, for
 * those that the live view starts with, the network. No image of the dataset is in them.
 */
public final class IncludedExperiments {
    private static final String PLACE = "/gallery/";

    /** Files of a bundle that are not, or otherwise, in the folder where it is unpacked. */
    private static final Set<String> WRITTEN_ANEW = Set.of(BundleContents.NAME, "experiment.json");

    /**
     * One of them.
     *
     * @param id the name of its folder
     * @param title for display
     * @param network whether its network is included
     */
    public record Entry(String id, String title, boolean network) {}

    private IncludedExperiments() {}

    /** Where they are laid out in a workspace. */
    public static Path shelf(Path workspace) {
        return workspace.resolve("gallery");
    }

    /** What there is, in the order to be shown. */
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
     * Lays one out in a folder of this name inside {@code shelf}, to be looked at, evaluated and shown live, and not to be
     * changed; finds it there if it was laid out before. What an earlier version laid out there is replaced, file by file.
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
            // Complete or not at all: another window may look at the same moment.
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

    /** Whether the files of a bundle lie in a folder, by their sizes; its own record of the bundle is left aside. */
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
            // Somebody else was faster with the same.
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
