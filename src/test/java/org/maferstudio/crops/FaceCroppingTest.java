package org.maferstudio.crops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.recipe.NetworkConfig;

class FaceCroppingTest {
    private static final Path PHOTOS = Path.of("src/test/resources/faces");

    @TempDir
    Path folder;

    @Test
    void cropsOfADatasetOpenWithItsClassesSplitsAndName() throws IOException {
        Path dataset = tree();
        Path out = folder.resolve("crops");
        FaceCropping.Outcome outcome = cropping(dataset, out, Alignment.EYES).run(Progress.NONE);
        assertEquals(new FaceCropping.Outcome(4, 3, 1, 1, 0, true, 4), outcome);
        try (Dataset before = Datasets.open(DatasetSource.of(dataset.toString()), Progress.NONE);
                Dataset after = Datasets.open(DatasetSource.of(out.toString()), Progress.NONE)) {
            assertEquals("face-crops-eyes/class-folders", after.format());
            assertEquals(before.name(), after.name());
            assertEquals(before.labels(), after.labels());
            Map<String, String> expected = labels(before);
            expected.remove("train/fear/blank");
            assertEquals(expected, labels(after));
            for (Sample sample : after.samples()) {
                RasterImage crop = sample.pixels().read();
                assertTrue(crop.width() <= 64 && crop.width() == crop.height(), crop.toString());
            }
            NetworkConfig network = NetworkConfig.DEFAULT.forFacesOf(after.name(), after.format());
            assertEquals(Alignment.EYES, network.alignment());
            assertEquals(0.02, network.faceMargin());
        }
        assertEquals(
                List.of(
                        "file,issue,faces,reason",
                        "train/fear/blank.png,no face,0,",
                        "train/fear/both.jpg,several faces,2,"),
                Files.readAllLines(out.resolve(FaceCropping.ISSUES)));
        List<String> faces = Files.readAllLines(out.resolve(FaceCropping.FACES));
        assertEquals(5, faces.size());
        assertTrue(faces.get(0).startsWith("file,face,x,y,width,height,score,right_eye_x,right_eye_y,left_eye_x"));
        assertEquals(3, faces.stream().filter(line -> line.endsWith(".png")).count());
        assertFalse(Files.exists(out.resolve("journal.jsonl")));
    }

    @Test
    void anInterruptedRunContinuesAndGivesTheSameFiles() throws IOException {
        Path dataset = tree();
        Path whole = folder.resolve("whole");
        cropping(dataset, whole, Alignment.NONE).run(Progress.NONE);

        Path out = folder.resolve("interrupted");
        Progress stopped = new Progress() {
            @Override
            public void report(double share, String text) {
                // Only stopping matters.
            }

            @Override
            public boolean stopRequested() {
                return Files.exists(out.resolve("train/happy/hopper.png"));
            }
        };
        FaceCropping cropping = cropping(dataset, out, Alignment.NONE);
        FaceCropping.Outcome first = cropping.run(stopped);
        if (!first.isComplete()) {
            // A crash in the middle of a line, and of a crop.
            Files.writeString(
                    out.resolve("journal.jsonl"), "{\"image\":\"train/fe", java.nio.file.StandardOpenOption.APPEND);
            Files.write(out.resolve("train/happy/hopper.png.part"), new byte[10]);
            FaceCropping.Outcome second = cropping.run(Progress.NONE);
            assertTrue(second.isComplete());
            assertEquals(4, first.searched() + second.searched());
            Files.deleteIfExists(out.resolve("train/happy/hopper.png.part"));
        }
        assertEquals(contents(whole), contents(out));
    }

    @Test
    void photographsWithoutLabelsKeepTheirTree() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos/2024/party"));
        Files.copy(PHOTOS.resolve("hopper.jpg"), photos.resolve("a#1.jpg"));
        Path out = folder.resolve("out");
        FaceCropping.Outcome outcome =
                cropping(folder.resolve("photos"), out, Alignment.FIVE_POINT).run(Progress.NONE);
        assertFalse(outcome.labelled());
        assertTrue(Files.exists(out.resolve("2024/party/a_1.png")));
        assertFalse(Files.exists(out.resolve("crops.csv")));
    }

    @Test
    void otherFoldersAreNotTouched() throws IOException {
        Path dataset = tree();
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");
        assertThrows(
                Problem.class, () -> cropping(dataset, full, Alignment.NONE).run(Progress.NONE));
        Path inside = dataset.resolve("crops");
        assertThrows(
                Problem.class, () -> cropping(dataset, inside, Alignment.NONE).run(Progress.NONE));
        Path out = folder.resolve("out");
        cropping(dataset, out, Alignment.NONE).run(Progress.NONE);
        assertThrows(Problem.class, () -> cropping(dataset, out, Alignment.NONE).run(Progress.NONE));
    }

    @Test
    void theTableHasARowForEachFace() throws IOException {
        Path table = folder.resolve("faces.csv");
        FaceTable faces = FaceTable.write(
                        List.of(PHOTOS.resolve("both.jpg").toString(), tree().toString()), table, Progress.NONE)
                .orElseThrow();
        assertEquals(5, faces.images());
        assertEquals(6, faces.faces());
        assertEquals(List.of("set/train/fear/blank.png"), faces.withoutFaces());
        List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
        assertEquals(
                "file,face,x,y,width,height,score,right_eye_x,right_eye_y,left_eye_x,left_eye_y,nose_x,nose_y,mouth_x,"
                        + "mouth_y,right_ear_x,right_ear_y,left_ear_x,left_ear_y",
                lines.get(0));
        assertTrue(lines.get(1).startsWith("both.jpg,1,") && lines.get(2).startsWith("both.jpg,2,"), lines.get(1));
    }

    private FaceCropping cropping(Path dataset, Path out, Alignment alignment) {
        return new FaceCropping(DatasetSource.of(dataset.toString()), out, alignment, 64);
    }

    private Path tree() throws IOException {
        Path set = folder.resolve("set");
        Path happy = Files.createDirectories(set.resolve("train/happy"));
        Path fear = Files.createDirectories(set.resolve("train/fear"));
        Path test = Files.createDirectories(set.resolve("test/happy"));
        Files.copy(PHOTOS.resolve("hopper.jpg"), happy.resolve("hopper.jpg"));
        Files.copy(PHOTOS.resolve("both.jpg"), fear.resolve("both.jpg"));
        Files.copy(PHOTOS.resolve("collins.jpg"), test.resolve("collins.jpg"));
        byte[] grey = new byte[320 * 240];
        Arrays.fill(grey, (byte) 90);
        ImageFile.write(new RasterImage(320, 240, 1, grey), fear.resolve("blank.png"));
        return set;
    }

    private static Map<String, String> labels(Dataset dataset) {
        return dataset.samples().stream()
                .collect(Collectors.toMap(
                        sample -> sample.id().replaceAll("\\.[a-z]+$", ""),
                        sample -> sample.split() + " " + dataset.labels().name(sample.label()),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, List<Byte>> contents(Path root) throws IOException {
        Map<String, List<Byte>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                contents.put(
                        root.relativize(file).toString(),
                        java.util.stream.IntStream.range(0, bytes.length)
                                .mapToObj(i -> bytes[i])
                                .toList());
            }
        }
        return contents;
    }
}
