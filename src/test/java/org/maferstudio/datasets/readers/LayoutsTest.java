package org.maferstudio.datasets.readers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.expression.Expression;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/** The layouts of other datasets than FER2013 and RAF-DB, as trees of drawn faces, each with its traps. */
class LayoutsTest {
    @TempDir
    Path folder;

    private DrawnTree tree;

    @BeforeEach
    void onDisk() {
        tree = new DrawnTree(folder);
    }

    private Dataset open(String path) {
        return Datasets.open(DatasetSource.of(tree.disk().path(path)), Progress.NONE);
    }

    private Dataset open(String path, String format) {
        return Datasets.open(
                new DatasetSource(List.of(tree.disk().path(path)), format, List.of(), Map.of(), 0, 17, false),
                Progress.NONE);
    }

    /** Such as {@code P001/Anger/004.jpeg anger P001}, in the dataset's order. */
    private static List<String> lines(Dataset dataset) {
        return dataset.samples().stream()
                .map(s -> (s.id() + " " + dataset.labels().name(s.label()) + " " + s.group()).strip())
                .toList();
    }

    private static Set<String> splits(Dataset dataset) {
        return dataset.samples().stream().map(Sample::split).collect(Collectors.toSet());
    }

    private static void assertNote(Dataset dataset, String words) {
        assertTrue(
                dataset.notes().stream().anyMatch(note -> note.contains(words)),
                dataset.notes().toString());
    }

    private static void assertShows(Dataset dataset, int sample, Expression expression, int person) {
        assertEquals(
                DrawnTree.face(expression, person),
                dataset.samples().get(sample).pixels().read());
    }

    @Test
    void ouluCasiaGivesTheLastThreeFramesOfVisibleStrongLightCropped() {
        for (String part : List.of("VL/Strong", "VL_Acropped/Strong", "VL_Acropped/Weak", "NI_Acropped/Strong")) {
            tree.sequence("o/" + part + "/P001/Anger", Expression.ANGER, 1, 12)
                    .sequence("o/" + part + "/P002/Surprise", Expression.SURPRISE, 2, 4);
        }
        try (Dataset dataset = open("o")) {
            assertEquals("oulu-casia", dataset.format());
            assertEquals(
                    List.of(
                            "P001/Anger/009.jpeg anger P001",
                            "P001/Anger/010.jpeg anger P001",
                            "P001/Anger/011.jpeg anger P001",
                            "P002/Surprise/001.jpeg surprise P002",
                            "P002/Surprise/002.jpeg surprise P002",
                            "P002/Surprise/003.jpeg surprise P002"),
                    lines(dataset));
            assertEquals(Set.of("train"), splits(dataset));
            assertEquals(6, dataset.labels().size());
            assertNote(
                    dataset,
                    "Only VL_Acropped/Strong is read. Skipped: NI_Acropped/Strong, VL/Strong, VL_Acropped/Weak.");
            assertShows(dataset, 0, Expression.ANGER, 1);
            assertEquals(Grouping.SUBJECT, DatasetReaders.grouping(dataset));
        }
        try (Dataset whole = open("o");
                Dataset part = open("o/VL_Acropped/Strong")) {
            assertEquals(lines(whole), lines(part), "names do not depend on the folder that is opened");
        }
    }

    @Test
    void ouluCasiaSortsFramesByNumberAndUsesTheFirstAsNeutralOnRequest() {
        for (int i = 0; i < 11; i++) {
            tree.face("o/P003/Fear/" + i + ".png", i < 8 ? Expression.NEUTRAL : Expression.FEAR, 3);
        }
        tree.face("o/P003/Fear/09.png", Expression.FEAR, 9)
                .face("o/P003/Fear/cover.png", Expression.FEAR, 3)
                .face("o/P003/Boredom/0.png", Expression.NEUTRAL, 3)
                .sequence("o/P004/Happiness", Expression.HAPPINESS, 4, 3);
        try (Dataset dataset = open("o", "oulu-casia-neutral")) {
            assertEquals(
                    List.of(
                            "P003/Fear/0.png neutral P003",
                            "P003/Fear/8.png fear P003",
                            "P003/Fear/09.png fear P003",
                            "P003/Fear/10.png fear P003",
                            "P004/Happiness/000.jpeg happiness P004",
                            "P004/Happiness/001.jpeg happiness P004",
                            "P004/Happiness/002.jpeg happiness P004"),
                    lines(dataset));
            assertShows(dataset, 0, Expression.NEUTRAL, 3);
            assertNote(dataset, "1 sequence has three frames or fewer");
            assertNote(dataset, "2 frames have no number in their name, or one that is already used");
            assertEquals(1, dataset.damage().size());
            assertTrue(dataset.damage().get(0).text().contains("P003/Boredom names none"));
        }
        try (Dataset dataset = open("o")) {
            assertEquals(6, dataset.labels().size());
            assertEquals(6, dataset.samples().size());
        }
    }

    @Test
    void theAuthorsFormOfOuluCasiaHasNoPersonsAndSaysThatFoldsLeak() {
        List<String> classes = List.of("Anger", "Disgust", "Fear", "Happiness", "Sadness", "Surprise");
        for (String name : classes) {
            tree.face("OuluCasia/" + name + "/1.png", Expression.of(name).orElseThrow(), 1)
                    .face("other/" + name + "/1.png", Expression.of(name).orElseThrow(), 1);
        }
        try (Dataset oulu = open("OuluCasia");
                Dataset other = open("other")) {
            assertEquals("oulu-casia-images", oulu.format());
            assertEquals("Oulu-CASIA", oulu.name());
            assertEquals(6, oulu.samples().size());
            assertNote(oulu, "the same person occurs in training and test");
            assertEquals(Grouping.NONE, DatasetReaders.grouping(oulu));
            assertEquals("class-folders", other.format(), "the same folders under another name are not claimed");
        }
    }

    @Test
    void affWild2TakesLineByFrameAndCountsWhatIsMissing() {
        tree.disk()
                .text(
                        "a/annotations/EXPR_Set/Training_Set/1-30.txt",
                        "Neutral,Anger,Disgust,Fear,Happiness,Sadness,Surprise\n0\n-1\n4\n6\n4\n")
                .text(
                        "a/annotations/EXPR_Set/Validation_Set/7_left.txt",
                        "Neutral,Anger,Disgust,Fear,Happiness,Sadness,Surprise,Other\r\n7\r\n5\r\n9\r\n")
                .text("a/annotations/EXPR_Set/Validation_Set/gone.txt", "Neutral,Anger\n0\n")
                .text("a/annotations/VA_Set/Training_Set/1-30.txt", "valence,arousal\n0.1,0.2\n0.3,0.3\n-5,-5\n");
        String frames = "a/cropped_images_aligned/cropped_aligned/";
        tree.face(frames + "1-30/00001.jpg", Expression.NEUTRAL, 1)
                .face(frames + "1-30/00002.jpg", Expression.FEAR, 1)
                .face(frames + "1-30/00003.jpg", Expression.HAPPINESS, 1)
                .face(frames + "1-30/00005.jpg", Expression.HAPPINESS, 1)
                .face(frames + "1-30/00006.jpg", Expression.HAPPINESS, 1)
                .face(frames + "7_left/00001.jpg", Expression.CONTEMPT, 2)
                .face(frames + "7_left/00002.jpg", Expression.SADNESS, 2)
                .face(frames + "7_left/00003.jpg", Expression.SADNESS, 2);
        try (Dataset dataset = open("a")) {
            assertEquals("aff-wild2", dataset.format());
            assertEquals(
                    List.of(
                            "1-30/00001.jpg neutral 1-30",
                            "1-30/00003.jpg happiness 1-30",
                            "1-30/00005.jpg happiness 1-30",
                            "7_left/00002.jpg sadness 7_left"),
                    lines(dataset));
            assertEquals(List.of(new Affect(0.1f, 0.2f), Affect.NONE, Affect.NONE, Affect.NONE), affects(dataset));
            assertEquals(List.of("train", "validation"), dataset.splits());
            assertEquals(3, dataset.samples("train").size());
            assertShows(dataset, 1, Expression.HAPPINESS, 1);
            assertNote(dataset, "1 frame is marked -1");
            assertNote(dataset, "1 labelled frame has no image");
            assertNote(dataset, "1 frame shows none of the seven");
            assertNote(dataset, "1 image has no line");
            assertNote(dataset, "1 image has labels of valence and arousal");
            assertEquals(
                    List.of("a/7_left.txt", "gone"),
                    dataset.damage().stream()
                            .map(f -> f.where().replaceFirst(".*Validation_Set/(.*)#3", "a/$1"))
                            .toList());
            assertEquals(Grouping.VIDEO, DatasetReaders.grouping(dataset));
        }
    }

    private static List<Affect> affects(Dataset dataset) {
        return dataset.samples().stream().map(sample -> sample.affect().get()).toList();
    }

    private void votes(String name, String... rows) {
        tree.disk()
                .text(
                        name,
                        "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n"
                                + String.join("\n", rows) + "\n");
    }

    private static String pixelRows(int... lengths) {
        StringBuilder csv = new StringBuilder("emotion,pixels,Usage\n");
        String[] usages = {"Training", "Training", "PublicTest", "PublicTest", "PrivateTest"};
        for (int i = 0; i < lengths.length; i++) {
            csv.append(i)
                    .append(',')
                    .append(DatasetOnDisk.pixels(lengths[i], i))
                    .append(',');
            csv.append(usages[i]).append('\n');
        }
        return csv.toString();
    }

    @Test
    void ferPlusVotesGoWithThePixelsOfTheSameRow() {
        votes(
                "f/fer2013new.csv",
                "Training,fer0000000.png,4,0,0,1,3,2,0,0,0,0",
                "Training,,0,0,0,0,0,0,0,0,0,10",
                "PublicTest,fer0000001.png,0,0,0,0,0,0,0,6,4,0",
                "PublicTest,fer0000002.png,5,5,0,0,0,0,0,0,0,0",
                "PrivateTest,fer0000003.png,0,1,0,0,1,0,1,1,6,0");
        tree.disk().text("f/fer2013.csv", pixelRows(2304, 2304, 2304, 2304, 2304));
        for (String path : List.of("f", "f/fer2013new.csv")) {
            try (Dataset dataset = open(path)) {
                assertEquals("ferplus", dataset.format());
                assertEquals(
                        List.of("fer0000001.png contempt"),
                        lines(dataset),
                        "of 9 without single votes, 4 are no majority");
                assertEquals(List.of("validation"), dataset.splits());
                assertNote(dataset, "3 images without a winning expression are excluded");
                assertNote(dataset, "1 row names no image");
                assertEquals(
                        Integer.parseInt(DatasetOnDisk.pixels(2304, 2).split(" ")[0]),
                        dataset.samples().get(0).pixels().read().value(0, 0, 0));
            }
        }
        try (Dataset dataset = open("f", "ferplus-argmax")) {
            assertEquals(
                    List.of("fer0000000.png neutral", "fer0000001.png contempt", "fer0000002.png neutral"),
                    lines(dataset));
            assertEquals("happiness", dataset.labels().name(1), "FERPlus has an order of its own");
        }
        try (Dataset dataset = open("f", "ferplus-soft")) {
            assertEquals(
                    List.of("fer0000000.png neutral", "fer0000001.png contempt", "fer0000002.png neutral"),
                    lines(dataset),
                    "the class is that of most votes");
            assertEquals(
                    List.of(0.4, 0.0, 0.0, 0.1, 0.3, 0.2, 0.0, 0.0),
                    dataset.samples().get(0).votes());
            assertEquals(
                    List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
                    dataset.samples().get(1).votes(),
                    "votes for no expression do not count");
            assertNote(dataset, "distribution of ten votes");
        }
        try (Dataset dataset = open("f", "fer2013-csv")) {
            assertEquals(5, dataset.samples().size(), "the table beside is still FER2013's");
        }
    }

    @ParameterizedTest(name = "votes {0} give {1} by majority, {2} by most votes")
    @CsvSource(
            textBlock =
                    """
                    10 0 0 0 0 0 0 0 0 0, neutral,  neutral
                    5 4 1 0 0 0 0 0 0 0,  neutral,  neutral
                    4 4 1 1 0 0 0 0 0 0,  -,        neutral
                    # half is not more than half
                    5 5 0 0 0 0 0 0 0 0,  -,        neutral
                    # of the rest without single votes, 2 of 2
                    2 1 1 1 1 1 1 1 1 0,  neutral,  neutral
                    1 1 1 1 1 1 1 1 1 1,  -,        neutral
                    0 0 0 0 0 0 3 0 7 0,  -,        -
                    0 0 0 0 0 0 0 2 0 8,  -,        -
                    0 0 0 0 0 0 0 6 4 0,  contempt, contempt
                    0 0 0 0 0 0 0 0 0 0,  -,        -
                    """)
    void votesBecomeClasses(String counts, String majority, String most) {
        FerPlusVotes votes = new FerPlusVotes(List.of(counts.strip().split(" ")).stream()
                .map(Integer::valueOf)
                .toList());
        assertEquals(majority, votes.winner(FerPlusVotes.Rule.MAJORITY).orElse("-"));
        assertEquals(most, votes.winner(FerPlusVotes.Rule.ARGMAX).orElse("-"));
    }

    @Test
    void ferPlusRefusesTablesThatDoNotGoTogether() {
        votes("f/fer2013new.csv", "Training,a.png,9,0,0,0,0,0,0,0,0,0", "PublicTest,b.png,9,0,0,0,0,0,0,0,0,0");
        tree.disk().text("f/fer2013.csv", pixelRows(2304, 2304));
        assertTrue(assertThrows(Problem.class, () -> open("f")).getMessage().contains("differ from row 1 on"));
        votes("g/fer2013new.csv", "Training,a.png,9,0,0,0,0,0,0,0,0,0");
        tree.disk().text("g/fer2013.csv", pixelRows(2304, 2304));
        assertTrue(assertThrows(Problem.class, () -> open("g")).getMessage().contains("differ from row 1 on"));
        votes("h/fer2013new.csv", "Training,a.png,9,0,0,0,0,0,0,0,0,0");
        assertTrue(assertThrows(Problem.class, () -> open("h")).getMessage().contains("but no images"));
    }

    @Test
    void ferPlusFindsImagesByTheirNames() {
        votes(
                "f/labels/fer2013new.csv",
                "Training,fer1.png,0,9,0,0,0,0,0,0,0,0",
                "Training,fer2.png,0,0,9,0,0,0,0,0,0,0",
                "Training,fer3.png,0,0,x,0,0,0,0,0,0,0");
        tree.face("f/FER2013Train/fer1.png", Expression.HAPPINESS, 1);
        try (Dataset dataset = open("f")) {
            assertEquals(List.of("fer1.png happiness"), lines(dataset));
            assertShows(dataset, 0, Expression.HAPPINESS, 1);
            assertEquals(
                    List.of("unreadable fer2.png", "unknown-label fer3.png"),
                    dataset.damage().stream()
                            .map(f -> f.kind().id() + " " + f.where())
                            .toList());
        }
    }

    @Test
    void vggFace2sClassesArePersonsAndItsTestShowsOthers() {
        for (int person = 1; person <= 3; person++) {
            String name = String.format(Locale.ROOT, "n%06d", person);
            String split = person < 3 ? "train/" : "test/";
            tree.face("v/data/" + split + name + "/0001_01.jpg", Expression.NEUTRAL, person)
                    .face("v/data/" + split + name + "/0002_01.jpg", Expression.HAPPINESS, person);
        }
        tree.disk().text("v/identity_meta.csv", "Class_ID, Name\nn000001, Somebody\n");
        try (Dataset dataset = open("v")) {
            assertEquals("vggface2", dataset.format());
            assertEquals(List.of("n000001", "n000002"), dataset.labels().names());
            assertEquals(
                    List.of(
                            "train/n000001/0001_01.jpg n000001",
                            "train/n000001/0002_01.jpg n000001",
                            "train/n000002/0001_01.jpg n000002",
                            "train/n000002/0002_01.jpg n000002"),
                    lines(dataset));
            assertShows(dataset, 3, Expression.HAPPINESS, 2);
            assertNote(dataset, "it shows 1 person");
            assertNote(dataset, "1 file is not");
        }
        try (Dataset part = open("v/data/train");
                Dataset test = open("v/data/test")) {
            assertEquals("train/n000001/0001_01.jpg", part.samples().get(0).id());
            assertEquals(List.of("n000003"), test.labels().names());
            assertEquals(Set.of("train"), splits(test));
        }
    }

    @Test
    void peopleAreHeldOutByImageSoThatEachIsTrainedOn() {
        for (int i = 0; i < 20; i++) {
            tree.face("v/train/n00000" + i % 2 + "/" + i + ".png", Expression.NEUTRAL, i);
        }
        DatasetSource source =
                new DatasetSource(List.of(tree.disk().path("v")), "", List.of(), Map.of(), 0.2, 17, false);
        try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
            assertArrayEquals(new int[] {2, 2}, dataset.counts().get("validation"));
            assertArrayEquals(new int[] {8, 8}, dataset.counts().get("train"));
        }
    }

    @Test
    void affectNetCutsFacesOutAndLeavesOutWhatIsNoExpression() {
        String header = "subDirectory_filePath,face_x,face_y,face_width,face_height,facial_landmarks,expression,"
                + "valence,arousal\n";
        tree.disk()
                .text(
                        "n/training.csv",
                        header
                                + "1/a.jpg,10,20,30,40,1;2;3,1,0.5,-0.25\n"
                                + "1/b.jpg,90,90,30,40,1;2;3,7,0.5,-2\n"
                                + "1/c.jpg,NULL,NULL,NULL,NULL,,6,-2,-2\n"
                                + "1/a.jpg,10,20,30,40,1;2;3,1,0.5,0.5\n"
                                + "1/none.jpg,0,0,9,9,,8,-2,-2\n"
                                + "1/d.jpg,0,0,9,9,,11,-2,-2\n"
                                + "1/lost.jpg,0,0,9,9,,2,-2,-2\n"
                                + "../x.jpg,0,0,9,9,,2,-2,-2\n")
                .text("n/validation.csv", header + "2/a.jpg,0,0,96,96,1;2;3,0,1,-1\n");
        tree.face("n/Manually_Annotated_Images/1/a.jpg", Expression.HAPPINESS, 1)
                .face("n/Manually_Annotated_Images/1/b.jpg", Expression.CONTEMPT, 2)
                .face("n/Manually_Annotated_Images/1/c.jpg", Expression.ANGER, 3)
                .face("n/Manually_Annotated_Images/2/a.jpg", Expression.NEUTRAL, 4);
        try (Dataset dataset = open("n")) {
            assertEquals("affectnet", dataset.format());
            assertEquals(
                    List.of("1/a.jpg happiness", "1/b.jpg contempt", "1/c.jpg anger", "2/a.jpg neutral"),
                    lines(dataset));
            assertEquals(
                    List.of(new Affect(0.5f, -0.25f), new Affect(0.5f, Float.NaN), Affect.NONE, new Affect(1, -1)),
                    affects(dataset));
            assertEquals(List.of("train", "validation"), dataset.splits());
            assertEquals(
                    DrawnTree.face(Expression.HAPPINESS, 1).crop(10, 20, 30, 40),
                    dataset.samples().get(0).pixels().read());
            assertShows(dataset, 1, Expression.CONTEMPT, 2);
            assertShows(dataset, 2, Expression.ANGER, 3);
            assertShows(dataset, 3, Expression.NEUTRAL, 4);
            assertNote(dataset, "1 row with a label from 8 to 10");
            assertNote(dataset, "1 row repeats an image");
            assertNote(dataset, "3 images have labels of valence and arousal");
            assertEquals(
                    List.of(
                            DatasetIssue.Kind.UNKNOWN_LABEL,
                            DatasetIssue.Kind.UNREADABLE,
                            DatasetIssue.Kind.UNSAFE_ENTRY),
                    dataset.damage().stream().map(DatasetIssue::kind).toList());
        }
    }

    @Test
    void ckPlusTakesTheFramesUpToTheLabelledOne() {
        String images = "c/cohn-kanade-images/";
        for (int i = 1; i <= 11; i++) {
            String frame = String.format(Locale.ROOT, "S005/001/S005_001_%08d.png", i);
            tree.face(images + frame, i < 8 ? Expression.NEUTRAL : Expression.DISGUST, 5);
        }
        tree.face(images + "S005/002/S005_002_00000001.png", Expression.NEUTRAL, 5)
                .face(images + "S010/001/S010_001_00000001.png", Expression.NEUTRAL, 10);
        tree.disk()
                .text("c/Emotion/S005/001/S005_001_00000010_emotion.txt", "   3.0000000e+00\n")
                .text("c/Emotion/S010/001/S010_001_00000001_emotion.txt", "happy\n")
                .text("c/Emotion/S011/001/S011_001_00000001_emotion.txt", "1.0\n")
                .text("c/FACS/S005/001/S005_001_00000010_facs.txt", "9.0 0.0\n");
        try (Dataset dataset = open("c")) {
            assertEquals("ck-plus", dataset.format());
            assertEquals(
                    List.of(
                            "S005/001/S005_001_00000008.png disgust S005",
                            "S005/001/S005_001_00000009.png disgust S005",
                            "S005/001/S005_001_00000010.png disgust S005"),
                    lines(dataset));
            assertEquals(7, dataset.labels().size());
            assertNote(dataset, "1 sequence without a label is excluded");
            assertEquals(
                    List.of("unknown-label S010/001", "unreadable S011/001"),
                    dataset.damage().stream()
                            .map(f -> f.kind().id() + " " + f.where())
                            .toList());
            assertEquals(Grouping.SUBJECT, DatasetReaders.grouping(dataset));
        }
        try (Dataset dataset = open("c", "ck-plus-neutral")) {
            assertEquals(
                    "S005/001/S005_001_00000001.png neutral S005",
                    lines(dataset).get(0));
            assertShows(dataset, 0, Expression.NEUTRAL, 5);
            assertEquals(4, dataset.samples().size());
        }
    }

    @Test
    void jaffesNamesSayPersonAndExpression() throws IOException {
        tree.disk().bytes("j/KA.AN1.39.tiff", tiff()).text("j/README_FIRST.txt", "read me");
        tree.face("j/KA.NE2.27.tiff", Expression.NEUTRAL, 1)
                .face("j/YM.SU3.62.tiff", Expression.SURPRISE, 2)
                .face("j/YM.XX3.63.tiff", Expression.SURPRISE, 2);
        try (Dataset dataset = open("j")) {
            assertEquals("jaffe", dataset.format());
            assertEquals(
                    List.of("KA.AN1.39.tiff anger KA", "KA.NE2.27.tiff neutral KA", "YM.SU3.62.tiff surprise YM"),
                    lines(dataset));
            assertEquals(256, dataset.samples().get(0).pixels().read().width());
            assertEquals("YM.XX3.63.tiff", dataset.damage().get(0).where());
            assertNote(dataset, "1 file is not");
            assertNote(dataset, "The dataset has no splits");
        }
        Fold fold = new Fold(1, 3, Fold.By.IMAGE);
        DatasetSource source =
                new DatasetSource(List.of(tree.disk().path("j")), "", List.of(), Map.of(), 0, 17, false, false, fold);
        try (Dataset folded = Datasets.open(source, Progress.NONE)) {
            assertFalse(folded.notes().toString().contains("no splits"), folded.notes()::toString);
        }
    }

    private static byte[] tiff() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(256, 256, BufferedImage.TYPE_BYTE_GRAY), "tiff", out));
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oulu-casia", "aff-wild2", "ck-plus", "vggface2", "affectnet", "ferplus", "jaffe"})
    void aFormatIsRefusedWhereItIsNot(String format) {
        tree.face("d/train/happy/a.png", Expression.HAPPINESS, 1);
        assertTrue(assertThrows(Problem.class, () -> open("d", format))
                .getMessage()
                .contains("does not match the format " + format));
    }

    @Test
    void layoutsAreReadFromAZipTheSame() {
        tree.sequence("o/VL/Strong/P001/Anger", Expression.ANGER, 1, 5).disk().zip("o.zip", "o");
        try (Dataset files = open("o");
                Dataset packed = open("o.zip")) {
            assertEquals(lines(files), lines(packed));
            assertShows(packed, 2, Expression.ANGER, 1);
        }
    }
}
