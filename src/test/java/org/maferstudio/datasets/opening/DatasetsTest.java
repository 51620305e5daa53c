package org.maferstudio.datasets.opening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.splits.HoldOut;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

class DatasetsTest {
    @TempDir
    Path folder;

    private DatasetOnDisk disk;

    @BeforeEach
    void onDisk() {
        disk = new DatasetOnDisk(folder);
    }

    private static Dataset open(String... paths) {
        return Datasets.open(DatasetSource.of(paths), Progress.NONE);
    }

    private static List<String> ids(Dataset dataset) {
        return dataset.samples().stream().map(Sample::id).toList();
    }

    private static String refusal(String... paths) {
        Problem problem = assertThrows(Problem.class, () -> open(paths));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        return problem.getMessage();
    }

    @Test
    void aFolderAndItsZipAreTheSameDataset() {
        disk.pictures("d/train/happy/b.png", "d/train/Anger/a.png", "d/test/sad/c.png")
                .zip("d.zip", "d");
        try (Dataset files = open(disk.path("d"));
                Dataset packed = open(disk.path("d.zip"))) {
            assertEquals(List.of("test/sad/c.png", "train/Anger/a.png", "train/happy/b.png"), ids(files));
            assertEquals(ids(files), ids(packed));
            assertEquals("class-folders", packed.format());
            assertEquals(
                    List.of("anger", "happiness", "sadness"), packed.labels().names());
            assertEquals(List.of("train", "test"), packed.splits());
            assertArrayEquals(new int[] {1, 1, 0}, packed.counts().get("train"));
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        files.samples().get(i).pixels().read(),
                        packed.samples().get(i).pixels().read());
            }
        }
    }

    @Test
    void foldersAboveTheSplitsAreNoPartOfAnId() {
        disk.pictures("x/archive/fer/train/happy/a.png", "x/archive/fer/test/happy/a.png");
        try (Dataset dataset = open(disk.path("x"))) {
            assertEquals(List.of("test/happy/a.png", "train/happy/a.png"), ids(dataset));
        }
    }

    @Test
    void theNameOfAFolderOfClassesMayBeItsSplit() {
        disk.pictures("validation/happy/a.png", "other/happy/b.png");
        try (Dataset named = open(disk.path("validation"));
                Dataset other = open(disk.path("other"))) {
            assertEquals(List.of("validation"), named.splits());
            assertEquals(List.of("train"), other.splits());
            assertEquals(1, other.notes().size());
        }
    }

    @Test
    void severalPathsAreOneDatasetAndEqualNamesAreKeptApart() {
        disk.pictures("train/happy/a.png", "test/happy/a.png", "test/sad/b.png");
        try (Dataset dataset = open(disk.path("train"), disk.path("test"))) {
            assertEquals(List.of("train/happy/a.png", "test/happy/a.png", "test/sad/b.png"), ids(dataset));
            assertEquals(List.of("train", "test"), dataset.splits());
        }
    }

    @Test
    void aMergedTestOfFer2013IsDistinguishedByFileNames() {
        disk.pictures(
                "f/train/angry/Training_1.png",
                "f/test/angry/PublicTest_2.png",
                "f/test/happy/PrivateTest_3.png",
                "f/test/happy/PrivateTest_4.png");
        try (Dataset dataset = open(disk.path("f"))) {
            assertEquals("fer2013-folders", dataset.format());
            assertEquals(LabelSet.fer2013(), dataset.labels());
            assertEquals(1, dataset.samples("train").size());
            assertEquals(1, dataset.samples("validation").size());
            assertEquals(2, dataset.samples("test").size());
            assertTrue(dataset.notes().get(0).contains("public and private test"));
        }
    }

    @Test
    void aFolderThatNamesNoExpressionIsListed() {
        disk.pictures("d/happy/a.png", "d/sad/b.png", "d/cats/c.png", "d/cats/d.png");
        try (Dataset dataset = open(disk.path("d"))) {
            assertEquals(2, dataset.samples().size());
            assertEquals(1, dataset.damage().size());
            assertEquals(
                    DatasetIssue.Kind.UNKNOWN_LABEL, dataset.damage().get(0).kind());
            assertTrue(dataset.damage().get(0).text().contains("2 images"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emotion,pixels,Usage\n6,%1$s,Training\n3,%2$s,PublicTest\n0,%3$s,PrivateTest\n",
                "emotion, Usage, pixels\n6,Training,%1$s\n3,PublicTest,%2$s\n0,PrivateTest,%3$s\n",
                "\ufeffUsage,pixels,emotion\r\nTraining,\"%1$s\",6\r\nPublicTest,\"%2$s\",3\r\nPrivateTest,%3$s,0\r\n"
            })
    void fer2013sTablesAreReadInAnyOrderOfColumns(String table) {
        disk.text(
                "faces.csv",
                String.format(
                        table,
                        DatasetOnDisk.pixels(2304, 1),
                        DatasetOnDisk.pixels(2304, 2),
                        DatasetOnDisk.pixels(2304, 3)));
        try (Dataset dataset = open(disk.path("faces.csv"))) {
            assertEquals("fer2013-csv", dataset.format());
            assertEquals(List.of("faces.csv#0", "faces.csv#1", "faces.csv#2"), ids(dataset));
            assertEquals(List.of("train", "validation", "test"), dataset.splits());
            assertEquals(List.of(), dataset.damage());
            assertEquals(
                    "neutral", dataset.labels().name(dataset.samples().get(0).label()));
            String first = DatasetOnDisk.pixels(2304, 1).split(" ")[0];
            assertEquals(
                    Integer.parseInt(first),
                    dataset.samples().get(0).pixels().read().value(0, 0, 0));
        }
    }

    @Test
    void trainCsvWithoutUsageIsTrainAndReportsIt() {
        disk.text("train.csv", "emotion,pixels\n1," + DatasetOnDisk.pixels(2304, 1) + "\n");
        try (Dataset dataset = open(disk.path("train.csv"))) {
            assertEquals(List.of("train"), dataset.splits());
            assertTrue(dataset.notes().get(0).contains("Usage"));
        }
    }

    @Test
    void aZipWithTheSameRowsUnderTwoNamesGivesThemOnce() {
        String row = "1," + DatasetOnDisk.pixels(2304, 1);
        disk.text("z/train.csv", "emotion,pixels\n" + row + "\n")
                .text("z/icml_face_data.csv", "emotion, pixels, Usage\n" + row + ",Training\n")
                .zip("z.zip", "z");
        try (Dataset dataset = open(disk.path("z.zip"))) {
            assertEquals(List.of("icml_face_data.csv#0"), ids(dataset));
            assertTrue(dataset.notes().get(0).contains("train.csv is skipped"));
        }
    }

    @Test
    void damagedRowsAreListedAndTheOthersRead() {
        disk.text(
                "fer2013.csv",
                "emotion,pixels,Usage\n"
                        + "0," + DatasetOnDisk.pixels(2304, 1) + ",Training\n"
                        + "0," + DatasetOnDisk.pixels(2303, 2) + ",Training\n"
                        + "9," + DatasetOnDisk.pixels(2304, 3) + ",Training\n"
                        + "1,12 x 14,Training\n"
                        + "7," + DatasetOnDisk.pixels(2304, 4) + ",Training\n"
                        + "2\n"
                        + "3," + DatasetOnDisk.pixels(2305, 5) + ",Training\n");
        try (Dataset dataset = open(disk.path("fer2013.csv"))) {
            assertEquals(List.of("fer2013.csv#0", "fer2013.csv#4"), ids(dataset));
            assertEquals("contempt", dataset.labels().name(7));
            assertEquals(
                    List.of(
                            "wrong-pixel-count fer2013.csv#1",
                            "unknown-label fer2013.csv#2",
                            "unreadable fer2013.csv#3",
                            "wrong-pixel-count fer2013.csv#5",
                            "wrong-pixel-count fer2013.csv#6"),
                    dataset.damage().stream()
                            .map(f -> f.kind().id() + " " + f.where())
                            .toList());
            assertTrue(dataset.damage().get(0).text().contains("2,303 pixels"));
            assertTrue(
                    dataset.notes().get(0).contains("1 image shows contempt"),
                    dataset.notes().toString());
        }
    }

    @Test
    void rafDbIsReadByItsList() {
        disk.pictures("r/Image/aligned/train_00001_aligned.png", "r/Image/aligned/test_0001_aligned.png")
                .text(
                        "r/EmoLabel/list_patition_label.txt",
                        "train_00001.png 5\ntest_0001.png 1\ntrain_00002.png 3\ntrain_00003.png 9\n");
        try (Dataset dataset = open(disk.path("r"))) {
            assertEquals("raf-db", dataset.format());
            assertEquals(LabelSet.rafdb(), dataset.labels());
            assertEquals(
                    List.of("sadness", "surprise"),
                    dataset.samples().stream()
                            .map(s -> dataset.labels().name(s.label()))
                            .toList());
            assertEquals(List.of("train", "test"), dataset.splits());
            assertEquals(
                    List.of(DatasetIssue.Kind.UNREADABLE, DatasetIssue.Kind.UNKNOWN_LABEL),
                    dataset.damage().stream().map(DatasetIssue::kind).toList());
        }
    }

    @Test
    void numberedFoldersAreNeverGuessed() {
        for (int i = 1; i <= 7; i++) {
            disk.pictures("DATASET/train/" + i + "/train_0000" + i + "_aligned.png");
        }
        String refused = refusal(disk.path("DATASET"));
        assertTrue(refused.contains("--labels surprise,fear,disgust,happiness,sadness,anger,neutral"), refused);
        UnknownClasses question = Datasets.openOrAsk(DatasetSource.of(disk.path("DATASET")), Progress.NONE)
                .question()
                .orElseThrow();
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), question.words());
        assertEquals(1, question.examples().get("7").size());
        assertEquals(LabelSet.rafdb(), question.orders().get(0).labels(), "file names like RAF-DB's");
        DatasetSource said = new DatasetSource(
                List.of(disk.path("DATASET")), "", LabelSet.rafdb().names(), Map.of(), 0, 17, false);
        try (Dataset dataset = Datasets.openOrAsk(said, Progress.NONE).dataset().orElseThrow()) {
            assertEquals(LabelSet.rafdb(), dataset.labels());
            assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1, 1}, dataset.counts().get("train"));
        }
    }

    @Test
    void aTableOfPathsIsRead() {
        disk.pictures("t/faces/a.png", "t/faces/b.png", "t/faces/c.png")
                .text(
                        "t/labels.csv",
                        """
                        path,label,split,group
                        faces/a.png,happy,train,anna
                        faces/b.png,Sadness,val,bert
                        faces/missing.png,sad,val,bert
                        ../secret.png,sad,val,bert
                        faces/c.png,9,val,bert
                        """)
                .zip("t.zip", "t");
        for (String form : List.of("t", "t.zip", "t/labels.csv")) {
            try (Dataset dataset = open(disk.path(form))) {
                assertEquals("csv", dataset.format());
                assertEquals(List.of("faces/a.png", "faces/b.png"), ids(dataset), form);
                assertEquals("anna", dataset.samples().get(0).group());
                assertEquals(List.of("train", "validation"), dataset.splits());
                assertEquals(
                        List.of(
                                DatasetIssue.Kind.UNREADABLE,
                                DatasetIssue.Kind.UNSAFE_ENTRY,
                                DatasetIssue.Kind.UNKNOWN_LABEL),
                        dataset.damage().stream().map(DatasetIssue::kind).toList(),
                        form);
            }
        }
    }

    @Test
    void numbersInATableCountFromTheSmallestOn() {
        StringBuilder table = new StringBuilder("path,label\n");
        for (int i = 0; i < 7; i++) {
            disk.pictures("n/" + i + ".png");
            table.append(i).append(".png,").append(i).append('\n');
        }
        disk.pictures("n/9.png").text("n/labels.csv", table + "9.png,9\n");
        DatasetSource said = new DatasetSource(
                List.of(disk.path("n")), "", LabelSet.fer2013().names(), Map.of(), 0, 17, false);
        try (Dataset dataset = Datasets.open(said, Progress.NONE)) {
            assertEquals(7, dataset.samples().size());
            assertEquals(6, dataset.samples().get(6).label());
            assertTrue(dataset.damage().get(0).text().contains("The label 9 is not a class of this dataset"));
        }
    }

    @Test
    void splitsAreRenamedAndPartOfTrainHeldOutTheSameInAnyOrder() {
        for (int i = 0; i < 40; i++) {
            disk.pictures("h/train/" + (i < 30 ? "happy/" : "sad/") + i + ".png");
        }
        disk.pictures("h/validation/sad/x.png");
        DatasetSource source =
                new DatasetSource(List.of(disk.path("h")), "", List.of(), Map.of("validation", "test"), 0.1, 5, false);
        try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
            assertArrayEquals(new int[] {3, 1}, dataset.counts().get("validation"));
            assertArrayEquals(new int[] {0, 1}, dataset.counts().get("test"));
            List<Sample> shuffled = new ArrayList<>(dataset.samples().stream()
                    .map(s -> s.split().equals("validation") ? s.in("train") : s)
                    .toList());
            Collections.reverse(shuffled);
            assertEquals(
                    dataset.samples("validation").stream()
                            .map(Sample::id)
                            .sorted()
                            .toList(),
                    new HoldOut(0.1, 5)
                            .apply(shuffled).stream()
                                    .filter(s -> s.split().equals("validation"))
                                    .map(Sample::id)
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void groupsAreHeldOutWhole() {
        List<Sample> samples = IntStream.range(0, 200)
                .mapToObj(i -> new Sample("s" + i, "train", i % 2, "person" + i / 10, () -> null))
                .toList();
        List<Sample> held = new HoldOut(0.2, 17).apply(samples);
        List<String> validation = held.stream()
                .filter(s -> s.split().equals("validation"))
                .map(Sample::group)
                .distinct()
                .toList();
        assertEquals(4, validation.size());
        assertTrue(held.stream()
                .allMatch(s -> validation.contains(s.group()) == s.split().equals("validation")));
    }

    @Test
    void aSplitThatIsNotThereCannotBeRenamed() {
        disk.pictures("d/train/happy/a.png");
        DatasetSource source =
                new DatasetSource(List.of(disk.path("d")), "", List.of(), Map.of("val", "test"), 0, 17, false);
        assertTrue(assertThrows(Problem.class, () -> Datasets.open(source, Progress.NONE))
                .getMessage()
                .contains("no split validation"));
    }

    @Test
    void aSplitIsRenamedToOneThatTheProgramKnows() {
        disk.pictures("d/train/happy/a.png");
        DatasetSource source =
                new DatasetSource(List.of(disk.path("d")), "", List.of(), Map.of("train", "foo"), 0, 17, false);
        assertEquals(
                "Cannot rename a split to \"foo\". Use train, validation or test, such as --splits validation=test.",
                assertThrows(Problem.class, () -> Datasets.open(source, Progress.NONE))
                        .getMessage());
    }

    @Test
    void aZipIsNamedByItsWholeName() throws IOException {
        disk.text("text/readme.txt", "hello").zip("some.zip", "text");
        String refusal = refusal(disk.path("some.zip"));
        assertTrue(refusal.startsWith("some.zip contains neither images nor a CSV file"), refusal);
    }

    @Test
    void whatHoldsNoDatasetIsRejectedWithAWayOut() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        disk.pictures("flat/a.png", "flat/b.png")
                .text("table/x.csv", "a,b\n1,2\n")
                .text("text/readme.txt", "hello")
                .text("bad.csv", "emotion,pixels\n9,1 2 3\n");
        assertTrue(refusal(disk.path("empty")).startsWith("empty is empty. Choose"));
        assertTrue(refusal(disk.path("flat")).startsWith("The classes of the images in flat are unknown"));
        assertTrue(refusal(disk.path("table")).contains("No table in table has the columns"));
        assertTrue(refusal(disk.path("text")).contains("neither images nor a CSV file"));
        assertTrue(refusal(disk.path("bad.csv")).contains("no readable image"));
        DatasetSource wrong =
                new DatasetSource(List.of(disk.path("flat")), "raf-db", List.of(), Map.of(), 0, 17, false);
        assertTrue(assertThrows(Problem.class, () -> Datasets.open(wrong, Progress.NONE))
                .getMessage()
                .contains("does not match the format raf-db"));
    }

    @Test
    void drawnFacesAreADatasetWithoutAPath() {
        try (Dataset dataset = open("drawn:3")) {
            assertEquals("drawn", dataset.format());
            assertFalse(dataset.samples().isEmpty());
        }
    }
}
