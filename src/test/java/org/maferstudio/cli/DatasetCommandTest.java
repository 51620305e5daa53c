package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;

class DatasetCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int dataset(Object... arguments) {
        return run("dataset", arguments);
    }

    private int run(String command, Object... arguments) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new StopRequest());
        List<String> line = new ArrayList<>(List.of(command));
        Arrays.stream(arguments).map(Object::toString).forEach(line::add);
        return Mafer.commandLine(console, Mafer.commands(console)).execute(line.toArray(String[]::new));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    private static String pixels(int count, int value) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf((value + i * 37) % 256))
                .collect(Collectors.joining(" "));
    }

    private Path picture(String name, int value) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] values = new byte[48 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (value * i / 7);
        }
        return Files.write(file, ImageFile.png(new RasterImage(48, 48, 1, values)));
    }

    private void assertRefused(String sentence, Object... arguments) {
        assertEquals(ExitCode.USAGE, dataset(arguments));
        assertTrue(said().contains(sentence), this::said);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void damageIsListedAndTheRestCounted() throws IOException {
        Path table = Files.writeString(
                folder.resolve("fer2013.csv"),
                "emotion,pixels,Usage\n0," + pixels(2304, 1) + ",Training\n3," + pixels(2303, 2) + ",Training\n9,"
                        + pixels(2304, 3) + ",Training\n6," + pixels(2304, 4) + ",PublicTest\n");
        assertEquals(ExitCode.DONE, dataset(table, "--json"), this::said);
        JsonObject object =
                JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
        assertEquals("fer2013-csv", object.get("format").getAsString());
        assertEquals(64, object.get("fingerprint").getAsString().length());
        JsonObject splits = object.getAsJsonObject("splits");
        assertEquals(1, splits.getAsJsonObject("train").get("anger").getAsInt());
        assertEquals(0, splits.getAsJsonObject("train").get("happiness").getAsInt());
        assertEquals(1, splits.getAsJsonObject("validation").get("neutral").getAsInt());
        List<String> problems = object.getAsJsonArray("problems").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(p -> p.get("kind").getAsString() + " " + p.get("where").getAsString())
                .toList();
        assertEquals("wrong-pixel-count fer2013.csv#1", problems.get(0));
        assertEquals("unknown-label fer2013.csv#2", problems.get(1));
        assertTrue(problems.contains("no-op-resolution 64"));
    }

    @Test
    void anImageCutInHalfIsNamed() throws IOException {
        picture("d/happy/good.png", 3);
        Path bad = picture("d/happy/bad.png", 5);
        byte[] bytes = Files.readAllBytes(bad);
        Files.write(bad, Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(ExitCode.DONE, dataset(folder.resolve("d")), this::said);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("unreadable: 1"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("bad.png"));
        Files.delete(folder.resolve("d/happy/good.png"));
        out.reset();
        assertRefused("has no readable image (1 image found)", folder.resolve("d"));
    }

    @Test
    void badInputEndsWithASentence() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertRefused("empty is empty", folder.resolve("empty"));
        assertRefused("There is nothing at", folder.resolve("nothing"));
        Path zip = folder.resolve("evil.zip");
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(zip))) {
            packed.putNextEntry(new ZipEntry("happy/../../evil.png"));
            packed.write(1);
        }
        assertRefused("points outside the archive", zip);
        picture("n/1/a.png", 2);
        assertRefused("--labels", folder.resolve("n"));
        assertEquals(ExitCode.DONE, dataset(folder.resolve("n"), "--labels", "happy"), this::said);
    }

    @Test
    void aHugeImageIsDamageAndNotDecoded() throws IOException {
        picture("h/happy/good.png", 3);
        byte[] huge = Files.readAllBytes(picture("h/happy/huge.png", 5));
        // The width and height in the header: 20,000 x 20,000.
        for (int at : new int[] {16, 20}) {
            huge[at + 2] = 0x4e;
            huge[at + 3] = 0x20;
        }
        Files.write(folder.resolve("h/happy/huge.png"), huge);
        assertEquals(ExitCode.DONE, dataset(folder.resolve("h")), this::said);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("huge.png"));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("unreadable: 0"));
    }

    @Test
    void duplicatesAreListedThoseInSeveralSplitsFirst() throws IOException {
        for (String name : List.of("train/happy/a", "train/sad/b", "train/sad/b2", "test/happy/a2")) {
            picture("d/" + name + ".png", name.contains("a") && name.contains("happy") ? 3 : 5);
        }
        Path table = folder.resolve("duplicates.csv");
        assertEquals(ExitCode.DONE, run("duplicates", folder.resolve("d"), "--out", table, "--json"), this::said);
        assertEquals(
                List.of(
                        "group,kind,split,class,sample",
                        "1,exact-duplicate,test,happiness,test/happy/a2.png",
                        "1,exact-duplicate,train,happiness,train/happy/a.png",
                        "2,exact-duplicate,train,sadness,train/sad/b.png",
                        "2,exact-duplicate,train,sadness,train/sad/b2.png"),
                Files.readAllLines(table));
        JsonObject object =
                JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
        assertEquals(2, object.getAsJsonArray("groups").size());
        assertEquals(
                2,
                object.getAsJsonArray("groups")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("splits")
                        .size());
    }
}
