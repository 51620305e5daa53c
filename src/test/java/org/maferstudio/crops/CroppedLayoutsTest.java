package org.maferstudio.crops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.datasets.readers.DatasetReaders;
import org.maferstudio.datasets.readers.SplitNames;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Progress;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.recipe.NetworkConfig;

/** Crops of datasets of other layouts than class folders open with all that the datasets know of their images. */
class CroppedLayoutsTest {
    private static final Path PHOTOS = Path.of("src/test/resources/faces");
    private static final byte[] HOPPER = photo("hopper.jpg");
    private static final byte[] COLLINS = photo("collins.jpg");

    @TempDir
    Path folder;

    private DatasetOnDisk disk() {
        return new DatasetOnDisk(folder);
    }

    @Test
    void ckPlusKeepsItsClassesAndSubjects() throws IOException {
        ckPlus();
        try (Dataset crops = cropped(source("", "ck"))) {
            assertEquals("CK+", crops.name());
            assertEquals(9, crops.samples().size());
            assertEquals(7, crops.labels().size(), "classes that no image has are kept");
            assertEquals(
                    Set.of("S005", "S010", "S011"),
                    crops.samples().stream().map(sample -> sample.group()).collect(Collectors.toSet()));
            assertEquals(Grouping.SUBJECT, DatasetReaders.grouping(crops));
            assertTrue(crops.notes().contains(SplitNames.none()), crops.notes().toString());
        }
    }

    @Test
    void ckPlusWithNeutralFramesHasEightClasses() throws IOException {
        ckPlus();
        try (Dataset crops = cropped(source("ck-plus-neutral", "ck"))) {
            assertEquals(12, crops.samples().size());
            assertEquals(8, crops.labels().size());
        }
    }

    @Test
    void foldsOfCropsHoldOutTheSameSubjects() throws IOException {
        ckPlus();
        cropped(source("", "ck")).close();
        Fold fold = new Fold(1, 3, Fold.By.SUBJECT);
        try (Dataset before = Datasets.open(source("", "ck", fold), Progress.NONE);
                Dataset after = Datasets.open(source("", "faces", fold), Progress.NONE)) {
            assertEquals(lines(before), lines(after));
            assertEquals(3, after.splits().size());
        }
    }

    @Test
    void jaffeKeepsItsSubjects() throws IOException {
        disk().bytes("j/KA.AN1.39.tiff", grey(COLLINS))
                .bytes("j/KA.NE2.27.tiff", grey(COLLINS))
                .bytes("j/YM.SU3.62.tiff", grey(HOPPER));
        try (Dataset crops = cropped(source("", "j"))) {
            assertEquals("JAFFE", crops.name());
            assertEquals(Grouping.SUBJECT, DatasetReaders.grouping(crops));
            assertEquals(1, crops.samples().get(0).pixels().read().channels());
        }
    }

    @Test
    void severalDatasetsBecomeOne() throws IOException {
        ckPlus();
        disk().bytes("j/KA.AN1.39.tiff", grey(COLLINS)).bytes("j/YM.SU3.62.tiff", grey(HOPPER));
        try (Dataset crops = cropped(source("", "ck", "j"))) {
            assertEquals("CK+ + JAFFE", crops.name());
            assertEquals(Grouping.SUBJECT, DatasetReaders.grouping(crops));
        }
    }

    @Test
    void cropsOfTwoDatasetsOpenAsOne() throws IOException {
        ckPlus();
        disk().bytes("j/KA.AN1.39.tiff", grey(COLLINS)).bytes("j/YM.SU3.62.tiff", grey(HOPPER));
        crop(source("", "ck"), "a");
        crop(source("", "j"), "b");
        try (Dataset before = Datasets.open(source("", "ck", "j"), Progress.NONE);
                Dataset after = Datasets.open(source("", "a", "b"), Progress.NONE)) {
            assertEquals(lines(before), lines(after));
            assertEquals(DatasetReaders.grouping(before), DatasetReaders.grouping(after));
            assertEquals(Alignment.EYES, alignment(after));
        }
    }

    @Test
    void aTableKeepsSplitsAndGroupsThatASpreadsheetWouldEvaluate() throws IOException {
        disk().bytes("t/-1.jpg", HOPPER)
                .bytes("t/@two.jpg", COLLINS)
                .bytes("t/three, (3).jpg", HOPPER)
                .text(
                        "t/labels.csv",
                        "path,label,split,subject\n-1.jpg,happy,train,=A1\n@two.jpg,sad,test,'q\n"
                                + "\"three, (3).jpg\",sad,holdout,\"+x, \"\"y\"\"\"\n");
        try (Dataset crops = cropped(source("", "t"))) {
            assertEquals(3, crops.samples().size());
            assertEquals(List.of("train", "test", "holdout"), crops.splits());
            assertEquals("=A1", crops.samples().get(0).group());
        }
    }

    @Test
    void votesComeBackEqual() throws IOException {
        disk().bytes("f/images/fer0000000.png", png(HOPPER))
                .bytes("f/images/fer0000001.png", png(COLLINS))
                .bytes("f/images/fer0000002.png", png(HOPPER))
                .text(
                        "f/fer2013new.csv",
                        """
                        Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF
                        Training,fer0000000.png,4,0,0,1,3,2,0,0,0,0
                        PublicTest,fer0000001.png,0,0,0,0,1,2,0,6,1,0
                        PrivateTest,fer0000002.png,5,1,1,0,0,0,0,0,0,0
                        """);
        try (Dataset crops = cropped(source("ferplus-soft", "f"))) {
            assertEquals(List.of("train", "validation", "test"), crops.splits());
            assertEquals(
                    List.of(0.4, 0.0, 0.0, 0.1, 0.3, 0.2, 0.0, 0.0),
                    crops.samples().get(0).votes());
        }
    }

    @Test
    void aTableOfPixelsKeepsItsSplits() throws IOException {
        String face = pixels();
        disk().text(
                        "fer2013.csv",
                        "emotion,pixels,Usage\n3," + face + ",Training\n6," + face + ",PublicTest\n0," + face
                                + ",PrivateTest\n");
        try (Dataset crops = cropped(source("", "fer2013.csv"))) {
            assertEquals(3, crops.samples().size());
            assertEquals(List.of("train", "validation", "test"), crops.splits());
        }
    }

    @Test
    void facesThatAnAnnotationMarksKeepTheirLabels() throws IOException {
        String header = "subDirectory_filePath,face_x,face_y,face_width,face_height,facial_landmarks,expression,"
                + "valence,arousal\n";
        disk().text("n/training.csv", header + "1/a.jpg,0,0,437,512,1;2;3,1,-0.5,0.25\n")
                .text("n/validation.csv", header + "2/a.jpg,0,0,512,512,1;2;3,0,-2,-2\n")
                .bytes("n/Manually_Annotated_Images/1/a.jpg", HOPPER)
                .bytes("n/Manually_Annotated_Images/2/a.jpg", COLLINS);
        try (Dataset crops = cropped(source("", "n"))) {
            assertEquals("AffectNet", crops.name());
            assertEquals(8, crops.labels().size());
            assertEquals(
                    List.of(new Affect(-0.5f, 0.25f), Affect.NONE),
                    crops.samples().stream()
                            .map(sample -> sample.affect().get())
                            .toList());
            assertEquals(List.of("train", "validation"), crops.splits());
        }
    }

    @Test
    void classesThatAUserNamedKeepTheirOrder() throws IOException {
        disk().bytes("w/wut/a.jpg", HOPPER).bytes("w/freude/a.jpg", COLLINS);
        DatasetSource named = new DatasetSource(
                List.of(disk().path("w")), "", List.of("wut=anger", "freude=happiness"), Map.of(), 0, 17, false);
        try (Dataset crops = cropped(named)) {
            assertEquals(List.of("anger", "happiness"), crops.labels().names());
        }
    }

    @Test
    void aZipIsCroppedAsItsFolder() throws IOException {
        ckPlus();
        disk().zip("ck.zip", "ck");
        try (Dataset crops = cropped(source("", "ck.zip"))) {
            assertEquals(9, crops.samples().size());
        }
    }

    private void ckPlus() throws IOException {
        DatasetOnDisk disk = disk();
        for (int i = 1; i <= 5; i++) {
            disk.bytes("ck/cohn-kanade-images/S005/001/S005_001_0000000" + i + ".png", png(HOPPER))
                    .bytes("ck/cohn-kanade-images/S010/002/S010_002_0000000" + i + ".png", png(COLLINS))
                    .bytes("ck/cohn-kanade-images/S011/001/S011_001_0000000" + i + ".png", png(HOPPER));
        }
        disk.text("ck/Emotion/S005/001/S005_001_00000005_emotion.txt", "   3.0000000e+00\n")
                .text("ck/Emotion/S010/002/S010_002_00000005_emotion.txt", "   5.0000000e+00\n")
                .text("ck/Emotion/S011/001/S011_001_00000005_emotion.txt", "   7.0000000e+00\n");
    }

    private DatasetSource source(String format, String... names) {
        return new DatasetSource(
                Arrays.stream(names).map(disk()::path).toList(), format, List.of(), Map.of(), 0, 17, false);
    }

    private DatasetSource source(String format, String name, Fold fold) {
        return new DatasetSource(List.of(disk().path(name)), format, List.of(), Map.of(), 0, 17, false, false, fold);
    }

    private void crop(DatasetSource source, String out) {
        FaceCropping.Outcome outcome =
                new FaceCropping(source, folder.resolve(out), Alignment.EYES, 64).run(Progress.NONE);
        assertEquals(outcome.images(), outcome.crops(), outcome.toString());
    }

    /** The crops of a dataset, which are as many images of the same classes, splits, groups and votes. */
    private Dataset cropped(DatasetSource source) {
        crop(source, "faces");
        Dataset after = Datasets.open(source("", "faces"), Progress.NONE);
        try (Dataset before = Datasets.open(source, Progress.NONE)) {
            assertEquals(before.name(), after.name());
            assertEquals(before.labels(), after.labels());
            assertEquals(lines(before), lines(after));
            assertEquals(before.splits(), after.splits());
            assertEquals(DatasetReaders.grouping(before), DatasetReaders.grouping(after));
            assertEquals(List.of(), after.damage());
            assertEquals(
                    before.notes().contains(SplitNames.none()), after.notes().contains(SplitNames.none()));
            assertEquals(Alignment.EYES, alignment(after));
        }
        return after;
    }

    private static Alignment alignment(Dataset crops) {
        return NetworkConfig.DEFAULT.forFacesOf(crops.name(), crops.format()).alignment();
    }

    /** By image, without the ending and with the characters that files take: split, class, group and votes. */
    private static Map<String, String> lines(Dataset dataset) {
        return dataset.samples().stream()
                .collect(Collectors.toMap(
                        sample ->
                                sample.id().replaceAll("\\.(tiff|png|jpg)$", "").replace('#', '_'),
                        sample -> String.join(
                                "|",
                                sample.split(),
                                dataset.labels().name(sample.label()),
                                sample.group(),
                                sample.votes().toString()),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
    }

    private static byte[] photo(String name) {
        try {
            return Files.readAllBytes(PHOTOS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(byte[] photo) throws IOException {
        return written(photo, "png");
    }

    private static byte[] grey(byte[] photo) throws IOException {
        RasterImage colours = ImageFile.decode(photo, "photo");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(new ByteArrayInputStream(ImageFile.png(colours.toGrey()))), "tiff", out);
        return out.toByteArray();
    }

    private static byte[] written(byte[] photo, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(ImageIO.read(new ByteArrayInputStream(photo)), format, out));
        return out.toByteArray();
    }

    /** A face of 48 x 48 pixels as FER2013 writes it. */
    private static String pixels() {
        RasterImage photo = ImageFile.decode(COLLINS, "photo").toGrey().crop(120, 0, 220, 220);
        RasterImage face = Resampling.resize(photo, 48, 48, Kernel.BILINEAR);
        return IntStream.range(0, 48 * 48)
                .mapToObj(i -> String.valueOf(face.values()[i] & 0xff))
                .collect(Collectors.joining(" "));
    }
}
