package org.maferstudio.datasets.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;

/** Classes that are written beside images, or in their names, as people have them on disk. */
class AnnotatedImagesTest {
    @TempDir
    Path folder;

    private DatasetOnDisk disk;

    @BeforeEach
    void onDisk() {
        disk = new DatasetOnDisk(folder);
    }

    private String refusal(String name) {
        return assertThrows(Problem.class, () -> disk.open(name).close()).getMessage();
    }

    private static byte[] npy(String descr, byte[] data) {
        StringBuilder header = new StringBuilder("{'descr': '" + descr + "', 'fortran_order': False, 'shape': (), }");
        while ((10 + header.length() + 1) % 64 != 0) {
            header.append(' ');
        }
        header.append('\n');
        byte[] text =
                ("\u0093NUMPY\1\0" + (char) header.length() + "\0" + header).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(text, text.length + data.length);
        System.arraycopy(data, 0, all, text.length, data.length);
        return all;
    }

    @Test
    void affectNetsArraysGiveTheClassOfTheImageOfTheSameNumber() {
        disk.pictures("a/train_set/images/1.jpg", "a/train_set/images/2.jpg", "a/val_set/images/1.jpg")
                .pictures("a/train_set/images/3.jpg", "a/train_set/images/4.jpg", "a/train_set/images/9.jpg")
                .bytes("a/train_set/annotations/1_exp.npy", npy("<U1", new byte[] {'7', 0, 0, 0}))
                .bytes("a/train_set/annotations/1_aro.npy", npy("<U2", new byte[] {'.', 0, 0, 0, '3', 0, 0, 0}))
                .bytes("a/train_set/annotations/2_val.npy", npy("<f4", new byte[] {0, 0, 0, (byte) 0xbe}))
                .bytes("a/train_set/annotations/2_aro.npy", npy("|S2", new byte[] {'-', '2'}))
                .bytes("a/train_set/annotations/2_exp.npy", npy("<i8", new byte[] {1, 0, 0, 0, 0, 0, 0, 0}))
                .bytes("a/train_set/annotations/3_exp.npy", npy("|S2", new byte[] {'1', '0'}))
                .bytes("a/train_set/annotations/4_exp.npy", npy("|O", new byte[] {'1', '0'}))
                .bytes("a/train_set/annotations/5_exp.npy", npy("<f4", new byte[] {0, 0, (byte) 0x80, 0x3f}))
                .bytes("a/val_set/annotations/1_exp.npy", npy(">f8", new byte[] {0x40, 0, 0, 0, 0, 0, 0, 0}));
        try (Dataset dataset = disk.open("a")) {
            assertEquals("AffectNet", dataset.name());
            assertEquals(ClassOrder.named("AffectNet"), dataset.labels());
            assertEquals(
                    List.of(
                            "train train_set/images/1.jpg contempt",
                            "train train_set/images/2.jpg happiness",
                            "validation val_set/images/1.jpg sadness"),
                    DatasetOnDisk.lines(dataset));
            assertEquals(
                    List.of(new Affect(Float.NaN, 0.3f), new Affect(-0.125f, Float.NaN), Affect.NONE),
                    dataset.samples().stream()
                            .map(sample -> sample.affect().get())
                            .toList());
            assertEquals(
                    List.of("unknown-label 4", "unreadable 5"),
                    dataset.damage().stream()
                            .map(f -> f.kind().id() + " " + f.where().replaceAll("\\D", ""))
                            .toList());
            assertTrue(
                    dataset.notes().toString().contains("1 image with a label from 8 to 10"),
                    dataset.notes()::toString);
            assertTrue(
                    dataset.notes().toString().contains("1 image without a label is excluded"),
                    dataset.notes()::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nc: 3\nnames: ['Anger', 'Happy', 'Sad']\n",
                "names:\n- Anger\n- Happy\n- Sad\nnc: 3\n",
                "names:\n  0: Anger\n  1: Happy\n  2: Sad\n"
            })
    void yolosLabelsAreNamedByTheirYamlAndCutOut(String yaml) {
        disk.pictures("y/train/images/a.png", "y/valid/images/b.png", "y/train/images/none.png")
                .text("y/train/labels/a.txt", "1 0.5 0.5 0.5 0.25\n2 0.25 0.25 0.5 0.5\n")
                .text("y/valid/labels/b.txt", "0 0 0 1 0 1 1 0.5 0.5\n")
                .text("y/train/labels/none.txt", "")
                .text("y/data.yaml", "train: ../train/images\n" + yaml);
        try (Dataset dataset = disk.open("y")) {
            assertEquals(
                    List.of(
                            "train train/images/a.png#0 happiness",
                            "train train/images/a.png#1 sadness",
                            "validation valid/images/b.png anger"),
                    DatasetOnDisk.lines(dataset));
            RasterImage whole = DatasetOnDisk.picture(48, "y/train/images/a.png".hashCode());
            assertEquals(
                    whole.crop(12, 18, 24, 12),
                    dataset.samples().get(0).pixels().read());
            assertEquals(48, dataset.samples().get(2).pixels().read().width(), "the outline reaches the borders");
        }
    }

    @Test
    void yolosNumbersWithoutNamesAreRequested() {
        disk.pictures("y/images/a.png", "y/images/b.png")
                .text("y/labels/a.txt", "0 0.5 0.5 1 1\n")
                .text("y/labels/b.txt", "1 0.5 0.5 1 1\n");
        assertTrue(refusal("y").contains("numbers (0, 1)"));
    }

    @Test
    void cocosBoxesAreCutOutAndItsCategoriesAreClasses() {
        disk.pictures("c/train/a.png", "c/valid/a.png")
                .text(
                        "c/train/_annotations.coco.json",
                        """
                        {"images": [{"id": 0, "file_name": "a.png"}, {"id": 1, "file_name": "gone.png"}],
                         "annotations": [{"image_id": 0, "category_id": 1, "bbox": [4, 8, 12.0, 16]},
                                         {"image_id": 1, "category_id": 1}],
                         "categories": [{"id": 0, "name": "faces"}, {"id": 1, "name": "Happy"}, {"id": 2, "name": "sad"}]}
                        """)
                .text(
                        "c/valid/_annotations.coco.json",
                        """
                        {"images": [{"id": 7, "file_name": "a.png"}], "annotations": [{"image_id": 7, "category_id": 2}],
                         "categories": [{"id": 2, "name": "sad"}]}
                        """);
        try (Dataset dataset = disk.open("c")) {
            assertEquals(
                    List.of("train train/a.png happiness", "validation valid/a.png sadness"),
                    DatasetOnDisk.lines(dataset));
            RasterImage whole = DatasetOnDisk.picture(48, "c/train/a.png".hashCode());
            assertEquals(
                    whole.crop(4, 8, 12, 16), dataset.samples().get(0).pixels().read());
            assertEquals(
                    List.of(DatasetIssue.Kind.UNREADABLE),
                    dataset.damage().stream().map(DatasetIssue::kind).toList());
        }
    }

    @Test
    void expwsListCutsEachFaceOut() {
        disk.pictures("e/image/origin/angry_crowd_1.jpg", "e/image/origin/sad 2.jpg")
                .text(
                        "e/label/label.lst",
                        "angry_crowd_1.jpg 0 2 4 20 30 55.2 3\nangry_crowd_1.jpg 1 2 30 60 60 9.1 6\nsad 2.jpg 0 0 0 48 48 7 4\n");
        try (Dataset dataset = disk.open("e")) {
            assertEquals("ExpW", dataset.name());
            assertEquals(
                    List.of(
                            "train image/origin/angry_crowd_1.jpg#0 happiness",
                            "train image/origin/angry_crowd_1.jpg#1 neutral",
                            "train image/origin/sad 2.jpg sadness"),
                    DatasetOnDisk.lines(dataset));
            RasterImage whole = DatasetOnDisk.picture(48, "e/image/origin/angry_crowd_1.jpg".hashCode());
            assertEquals(
                    whole.crop(4, 2, 16, 28), dataset.samples().get(0).pixels().read());
            assertEquals(
                    whole.crop(30, 2, 18, 46), dataset.samples().get(1).pixels().read(), "cut at the border");
        }
    }

    @ParameterizedTest(name = "{0} is {1} of {2}")
    @CsvSource({
        "AF01ANS.JPG, anger, F01, KDEF",
        "BF01SUHL.JPG, surprise, F01, KDEF",
        "AM07AFFR.JPG, fear, M07, KDEF",
        "Rafd090_01_Caucasian_female_contemptuous_frontal.jpg, contempt, 01, RaFD",
        "rafd045_02_kid_male_happy_left.jpg, happiness, 02, RaFD",
        "004_o_m_a_b.jpg, anger, 004, FACES",
        "01F_SP_O.BMP, surprise, 01F, NimStim",
        "CFD-WM-009-002-HO.jpg, happiness, WM-009, CFD",
        "KA.AN1.39.tiff, anger, KA, JAFFE",
        "ka.su2.40.tiff, surprise, KA, JAFFE",
        "KA-HA1-12.jpg, happiness, KA, JAFFE",
        "ym_ne3_62.tiff.jpg, neutral, YM, JAFFE",
        "P001_Anger_000.jpeg, anger, P001, Oulu-CASIA",
    })
    void aFaceDatabasesNamesGiveClassAndPerson(String file, String label, String person, String title) {
        disk.pictures("n/photos/" + file);
        try (Dataset dataset = disk.open("n")) {
            assertEquals(List.of("train photos/" + file + " " + label + " " + person), DatasetOnDisk.lines(dataset));
            assertEquals(title, dataset.name());
            assertEquals(Grouping.SUBJECT, DatasetReaders.grouping(dataset));
        }
    }

    @Test
    void ck48sSubjectsComeFromItsFileNames() {
        disk.pictures(
                "k/CK+48/anger/S010_004_00000017.png",
                "k/CK+48/contempt/S138_008_00000007.png",
                "k/CK+48/happy/S010_006_00000015.png");
        try (Dataset dataset = disk.open("k")) {
            assertEquals("CK+", dataset.name());
            assertEquals(
                    List.of("S010", "S138", "S010"),
                    dataset.samples().stream().map(Sample::group).toList());
            assertEquals(
                    List.of("anger", "happiness", "contempt"), dataset.labels().names());
            assertEquals(Grouping.SUBJECT, DatasetReaders.grouping(dataset));
        }
    }

    @Test
    void ouluCasiasFramesInOneFolderGiveTheLastThreeOfEachSequence() {
        for (int i = 8; i < 12; i++) {
            disk.pictures("o/P001_Fear_" + i + ".jpeg");
        }
        disk.pictures("o/P002_Sadness_000.jpeg");
        try (Dataset dataset = disk.open("o")) {
            assertEquals(
                    List.of(
                            "train P001_Fear_9.jpeg fear P001",
                            "train P001_Fear_10.jpeg fear P001",
                            "train P001_Fear_11.jpeg fear P001",
                            "train P002_Sadness_000.jpeg sadness P002"),
                    DatasetOnDisk.lines(dataset));
        }
    }

    @Test
    void jaffesFoldersAreItsSplits() {
        disk.pictures("j/train/angry/KA.AN1.39.tiff", "j/test/angry/KA.AN2.40.tiff", "j/test/sad/KL.SA1.2.tiff");
        try (Dataset dataset = disk.open("j")) {
            assertEquals(1, dataset.samples("train").size());
            assertEquals(2, dataset.samples("test").size());
            assertEquals("KA", dataset.samples("test").get(0).group());
        }
    }

    @Test
    void expressionsInFileNamesAreTheLastResort() {
        disk.pictures("w/happy_1.jpg", "w/sub/anna-sad-2.jpg");
        try (Dataset dataset = disk.open("w")) {
            assertEquals(
                    List.of("train happy_1.jpg happiness", "train sub/anna-sad-2.jpg sadness"),
                    DatasetOnDisk.lines(dataset));
        }
        disk.pictures("v/joy_1.jpg", "v/anna_1.jpg", "v/bert_1.jpg");
        assertTrue(refusal("v").startsWith("The classes of the images in v are unknown"), "Joy is a person");
    }
}
