package org.maferstudio.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The experiments that come with the program, trained by it on FER2013: predictions, numbers, notes and, for those that
 * the live view starts with, the network. No picture of the dataset is in them.
 */
public final class Gallery {
    private static final String PLACE = "/gallery/";

    /**
     * One of them.
     *
     * @param id the name of its folder
     * @param title for people
     * @param network whether its network comes along
     */
    public record Entry(String id, String title, boolean network) {}

    private Gallery() {}

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
     * changed; finds it there if it was laid out before.
     *
     * @throws Problem if the folder cannot be written to
     */
    public static Experiment open(Entry entry, Path shelf) {
        Path folder = shelf.resolve(entry.id());
        if (Experiment.isExperiment(folder)) {
            return Experiment.open(folder);
        }
        try {
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
            move(unpacked, folder);
            Folders.delete(beside);
            return Experiment.open(folder);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.the-experiments-that-come-with", shelf), e);
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
        try (InputStream in = Gallery.class.getResourceAsStream(PLACE + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + PLACE + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the program's file " + PLACE + name + " cannot be read", e);
        }
    }
}
