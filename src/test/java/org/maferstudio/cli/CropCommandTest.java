package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CropCommandTest {
    private static final Path PHOTOS = Path.of("src/test/resources/faces");

    @TempDir
    private Path folder;

    private Path set;
    private Path out;

    @BeforeEach
    void copyPhotos() throws IOException {
        set = folder.resolve("set");
        out = folder.resolve("out");
        copy("hopper.jpg", "train/happy/hopper.jpg");
        copy("both.jpg", "train/sad/both.jpg");
        copy("collins.jpg", "test/sad/collins.jpg");
    }

    private void copy(String photo, String name) throws IOException {
        Path to = set.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(PHOTOS.resolve(photo), to);
    }

    private CommandRun crop(String... options) {
        String[] line = new String[options.length + 4];
        System.arraycopy(new String[] {"crop", set.toString(), "--out", out.toString()}, 0, line, 0, 4);
        System.arraycopy(options, 0, line, 4, options.length);
        return CommandRun.of(line);
    }

    @Test
    void theCropsOpenAsADatasetOfTheSameClassesAndSplits() {
        CommandRun run = crop("--align", "five-point", "--size", "112");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                "3 crops of 3 images in " + out
                        + "\nWithout a face: 0; with several: 1; unreadable: 0 (see issues.csv)",
                run.out().strip().replace("\r", ""));
        CommandRun opened = CommandRun.of("dataset", out.toString(), "--json");
        assertEquals(0, opened.code(), opened.err());
        JsonObject dataset = JsonParser.parseString(opened.out()).getAsJsonObject();
        assertEquals(
                "face-crops-five-point/class-folders", dataset.get("format").getAsString());
        assertTrue(dataset.toString().contains("happiness"), dataset.toString());
    }

    @Test
    void aRepeatedCommandSaysThatTheCropsAreThereAndOtherSettingsAreRefused() {
        assertEquals(0, crop("--align", "eyes").code());
        CommandRun again = crop("--align", "eyes");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("already contains these crops"), again.out());
        CommandRun other = crop("--align", "none");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("with another alignment or size"), other.err());
    }

    @Test
    void numbersCanBeReadByPrograms() {
        JsonObject json =
                JsonParser.parseString(crop("--align", "eyes", "--json").out()).getAsJsonObject();
        assertEquals(3, json.get("crops").getAsInt());
        assertEquals(1, json.get("several_faces").getAsInt());
        assertTrue(json.get("complete").getAsBoolean());
        assertTrue(json.get("labelled").getAsBoolean());
        assertEquals("eyes", json.get("alignment").getAsString());
    }

    @Test
    void foldersThatNameNoExpressionAreHolidaysUnlessTheyAreMapped() throws IOException {
        set = folder.resolve("trip");
        copy("hopper.jpg", "monday/hopper.jpg");
        copy("collins.jpg", "tuesday/collins.jpg");
        CommandRun run = crop();
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("2 crops of 2 images"), run.out());
        assertTrue(run.out().contains("no labels"), run.out());
        out = folder.resolve("mapped");
        CommandRun mapped = crop("--labels", "monday=sadness,tuesday=happiness", "--json");
        assertEquals(0, mapped.code(), mapped.err());
        assertTrue(JsonParser.parseString(mapped.out())
                .getAsJsonObject()
                .get("labelled")
                .getAsBoolean());
    }

    @Test
    void anUnreadableImageIsListedAndTheOthersAreCropped() throws IOException {
        Files.writeString(set.resolve("train/sad/broken.jpg"), "no image");
        CommandRun run = crop();
        assertEquals(2, run.code());
        assertTrue(run.out().contains("unreadable: 1"), run.out());
        assertTrue(
                Files.readString(out.resolve("issues.csv")).contains("train/sad/broken.jpg,unreadable"),
                Files.readString(out.resolve("issues.csv")));
    }

    @Test
    void whatCannotBeCroppedIsExplainedInOneSentence() throws IOException {
        assertOneLine(crop("--align", "nose"), "There is no alignment nose. Choose one of none, eyes, five-point.");
        assertOneLine(crop("--size", "4"), "16");
        assertOneLine(CommandRun.of("crop", folder.resolve("nowhere").toString(), "--out", out.toString()), "nowhere");
        assertFalse(Files.exists(out));
        Files.createDirectories(out);
        Files.writeString(out.resolve("mine.txt"), "mine");
        assertOneLine(crop(), out.toString());
        assertEquals("mine", Files.readString(out.resolve("mine.txt")));
    }

    private static void assertOneLine(CommandRun run, String words) {
        assertEquals(2, run.code(), run.out());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertTrue(run.err().contains(words), run.err());
    }
}
