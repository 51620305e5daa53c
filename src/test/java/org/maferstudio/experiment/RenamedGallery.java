package org.maferstudio.experiment;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives the included experiments the titles of gallery.json, in their recipes and model cards, and writes their bundles
 * again. Predictions, history and embeddings stay byte for byte. A second run changes nothing.
 */
final class RenamedGallery {
    /** What the cards called the networks before, and what they are called now. */
    private static final Map<String, String> CARD_WORDS = new TreeMap<>(Map.of(
            "| base |",
            "| baseline |",
            "| multi |",
            "| multi-resolution, no teacher |",
            "| teacher |",
            "| multi-resolution |",
            "(teacher: one seed)",
            "(multi-resolution with a teacher: one seed)",
            "Multi minus base at 12 px",
            "Multi-resolution without a teacher minus baseline at 12 px",
            "The teacher rests on one seed",
            "Multi-resolution with a teacher rests on one seed",
            "With teacher and curriculum: the base network of seed 17, frozen, sees the original, this network a lowered"
                    + " image (8 to 32 px) whose probability grows to one half; cross entropy plus",
            "Multi-resolution training with a teacher and a curriculum: the baseline of seed 17, frozen, sees the"
                    + " original image, and this network sees it downsampled to 8 to 32 px with a probability that grows to"
                    + " one half. The loss is the cross entropy plus",
            "CR-Simplified: with a probability of 0.4 a training image is lowered to",
            "Multi-resolution training without a teacher (CR-Simplified): with a probability of 0.4, a training image is"
                    + " downsampled to",
            "32 px, without a teacher.",
            "32 px."));

    private RenamedGallery() {}

    /**
     * Rewrites the bundles.
     *
     * @param args the folder resources/gallery of the sources
     */
    public static void main(String[] args) throws IOException {
        Path gallery = Path.of(args[0]);
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            Path bundle = gallery.resolve(entry.id() + Bundle.ENDING);
            Path folder = Files.createTempDirectory("gallery").resolve(entry.id());
            Bundle.unpack(bundle, folder);
            Files.delete(folder.resolve(BundleContents.NAME));
            long seed = rename(folder.resolve("experiment.json"), entry.title());
            Path notes = folder.resolve("notes.md");
            Files.writeString(notes, card(Files.readString(notes), entry.title(), seed));
            Bundle.write(Experiment.open(folder), bundle);
            ExperimentFolders.delete(folder.getParent());
        }
    }

    private static long rename(Path file, String title) throws IOException {
        JsonObject manifest = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        JsonObject recipe = manifest.getAsJsonObject("recipe");
        recipe.addProperty("name", title);
        Files.writeString(
                file,
                new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(manifest));
        return recipe.getAsJsonObject("course").get("seed").getAsLong();
    }

    private static String card(String before, String title, long seed) {
        String card = before.replaceFirst("# Model card: .*", "# Model card: " + title)
                .replace("20 epochs, label", "20 epochs, seed " + seed + ", label");
        for (Map.Entry<String, String> word : CARD_WORDS.entrySet()) {
            card = card.replace(word.getKey(), word.getValue());
        }
        return card;
    }
}
