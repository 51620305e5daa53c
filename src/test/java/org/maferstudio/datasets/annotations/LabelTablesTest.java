package org.maferstudio.datasets.annotations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.readers.DatasetReaders;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;

/** Tables and lists that name images and their classes, in the forms that people have. */
class LabelTablesTest {
    private static final List<String> BOTH = List.of("train imgs/a.png happiness", "train imgs/b.png sadness");

    @TempDir
    Path folder;

    private DatasetOnDisk disk;

    @BeforeEach
    void onDisk() {
        disk = new DatasetOnDisk(folder).pictures("d/imgs/a.png", "d/imgs/b.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "image,emotion!imgs/a.png,happy!imgs/b.png,sad",
                "image;emotion!imgs/a.png;Happy!imgs/b.png;SADNESS",
                "File Name\tClass!imgs/a.png\thappy!imgs/b.png\tsad",
                "file|expression!imgs/a.png|happy!imgs/b.png|sad",
                ",pth,label,relFCs!0,a.png,happy,0.9!1,b.png,sad,0.9",
                "filename,label,emotion!a.png,3,happy!b.png,4,sad",
                "user.id,image,emotion!1,A.PNG,happiness!1,B.png,sadness",
                "image,class!/home/me/data/imgs/a.png,happy!/home/me/data/imgs/b.png,sad",
                "image,class!C:\\data\\imgs\\a.png,happy!C:\\data\\imgs\\b.png,sad",
                "image,class!../../imgs/a.png,happy!../../imgs/b.png,sad",
                "filename,angry,happy,sad!imgs/a.png,0,1,0!imgs/b.png,0,0,1",
                "imgs/a.png,happy!imgs/b.png,sad!",
            })
    void aTableIsReadUnderUsualNamesDelimitersAndPaths(String header, String one, String other) {
        disk.text("d/labels.csv", header + "\n" + one + "\n" + (other == null ? "" : other + "\n"));
        try (Dataset dataset = disk.open("d")) {
            assertEquals("csv", dataset.format());
            assertEquals(BOTH, DatasetOnDisk.lines(dataset));
            assertEquals(List.of(), dataset.damage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "metadata.jsonl!{'file_name': 'a.png', 'label': 'happy'}\\n{'file_name': 'b.png', 'label': 'sad'}\\n",
                "labels.json![{'image': 'imgs/a.png', 'emotion': 'happy'}, {'image': 'imgs/b.png', 'emotion': ['sad']}]",
                "labels.json!{'imgs/a.png': 'happy', 'imgs/b.png': 'sad'}",
                "list.txt!imgs/a.png happy\\nimgs/b.png sad\\n",
                "all.lst!a.png\\thappy\\t0.3\\nb.png\\tsad\\t0.1\\n",
                "labels.csv!imgs/a.png,happy\\nimgs/b.png,sad\\n",
            })
    void jsonAndTextListsAreReadToo(String file, String content) {
        disk.text("d/" + file, content.replace("\\n", "\n").replace("\\t", "\t").replace('\'', '"'));
        try (Dataset dataset = disk.open("d")) {
            assertEquals(BOTH, DatasetOnDisk.lines(dataset));
        }
    }

    @Test
    void aTableInUtf16OrWindowsLatinFindsItsImages() {
        disk.pictures("u/Jörg.png", "u/Zoë.png");
        String table = "image,emotion\nJörg.png,happy\nZoë.png,sad\n";
        for (Charset charset :
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            disk.bytes("u/labels.csv", table.getBytes(charset));
            try (Dataset dataset = disk.open("u")) {
                assertEquals(
                        List.of("train Jörg.png happiness", "train Zoë.png sadness"),
                        DatasetOnDisk.lines(dataset),
                        charset.name());
            }
        }
    }

    @Test
    void aTableASplitGivesTheSplits() {
        disk.text("d/train.csv", "path,label\nimgs/a.png,happy\n")
                .text("d/test_labels.csv", "path,label\nimgs/b.png,sad\n");
        try (Dataset dataset = disk.open("d")) {
            assertEquals(List.of("train imgs/a.png happiness", "test imgs/b.png sadness"), sorted(dataset));
        }
    }

    @Test
    void valenceAndArousalAreReadFromTheirColumns() {
        disk.text("d/labels.csv", "path,label,Valence,arousal\nimgs/a.png,happy,0.75,-0.5\nimgs/b.png,sad,-2,\n");
        try (Dataset dataset = disk.open("d")) {
            assertEquals(
                    List.of(new Affect(0.75f, -0.5f), Affect.NONE),
                    dataset.samples().stream()
                            .map(sample -> sample.affect().get())
                            .toList());
        }
    }

    private static List<String> sorted(Dataset dataset) {
        return DatasetOnDisk.lines(dataset).stream()
                .sorted((a, b) -> a.substring(a.indexOf(' ')).compareTo(b.substring(b.indexOf(' '))))
                .toList();
    }

    @Test
    void tablesOfTheSameNamesInTwoFoldersMeanTheImagesNextToThem() {
        disk.pictures("h/train/1.png", "h/test/1.png")
                .text("h/train/metadata.csv", "file_name,label\n1.png,happy\n")
                .text("h/test/metadata.csv", "file_name,label\n1.png,sad\n");
        try (Dataset dataset = disk.open("h")) {
            assertEquals(
                    List.of("test test/1.png sadness", "train train/1.png happiness"), DatasetOnDisk.lines(dataset));
        }
    }

    @Test
    void affectNetsNumbersAreKnownByTheColumnsOfItsTable() {
        disk.pictures("n/train_set/images/0.jpg", "n/train_set/images/1.jpg", "n/train_set/images/2.jpg")
                .text("n/train_set/labels.csv", "number,exp,val,aro\n0,0,0.1,0.2\n1,6,0.1,0.2\n2,9,0,0\n");
        try (Dataset dataset = disk.open("n")) {
            assertEquals("AffectNet", dataset.name());
            assertEquals(
                    List.of("train images/0.jpg neutral", "train images/1.jpg anger"), DatasetOnDisk.lines(dataset));
            assertEquals(7, dataset.labels().size());
        }
    }

    @Test
    void numbersAndUnknownWordsAreRequested() {
        disk.text("d/labels.csv", "image,emotion\nimgs/a.png,0\nimgs/b.png,1.0\n");
        assertTrue(
                assertThrows(Problem.class, () -> disk.open("d")).getMessage().contains("numbers (0, 1)"));
        disk.text("d/labels.csv", "image,emotion\nimgs/a.png,wut\nimgs/b.png,freude\n");
        assertTrue(assertThrows(Problem.class, () -> disk.open("d"))
                .getMessage()
                .contains("--labels freude=CLASS,wut=CLASS"));
        try (Dataset dataset = disk.open("d", "freude=happy", "wut=angry")) {
            assertEquals(List.of("train imgs/a.png anger", "train imgs/b.png happiness"), DatasetOnDisk.lines(dataset));
        }
    }

    @Test
    void anotherClassThanTheFoldersIsReported() {
        disk.pictures("f/happy/a.png", "f/sad/b.png")
                .text("f/labels.csv", "pth,label\nhappy/a.png,happy\nsad/b.png,anger\n");
        try (Dataset dataset = disk.open("f")) {
            assertEquals(List.of("train happy/a.png happiness", "train sad/b.png anger"), DatasetOnDisk.lines(dataset));
            assertTrue(
                    dataset.notes().toString().contains("For 1 image, the class in the table differs"),
                    dataset.notes()::toString);
        }
    }

    @Test
    void aTableThatIsAboutSomethingElseLeavesFoldersAlone() {
        disk.pictures("g/happy/a.png", "g/sad/b.png")
                .text("g/people.csv", "image,class\nhappy/a.png,female\nsad/b.png,male\n")
                .text("g/readme.txt", "Faces of 48 px.\nhappy/a.png is the first.\n");
        try (Dataset dataset = disk.open("g")) {
            assertEquals("class-folders", dataset.format());
        }
    }

    @Test
    void aMissingImageIsNotMistakenForOneOfTheSameName() {
        disk.pictures("m/happy/1.png", "m/sad/2.png", "m/sad/3.png")
                .text("m/labels.csv", "path,label\nhappy/1.png,happy\nsad/2.png,sad\nsad/3.png,sad\nsad/1.png,sad\n");
        try (Dataset dataset = disk.open("m")) {
            assertEquals(3, dataset.samples().size());
            assertEquals(DatasetIssue.Kind.UNREADABLE, dataset.damage().get(0).kind());
        }
    }

    @Test
    void boxesOfATableAreCutOutAndAnImageMayHaveSeveral() {
        disk.text(
                "d/_annotations.csv",
                """
                filename,width,height,class,xmin,ymin,xmax,ymax
                a.png,48,48,happy,4,8,16,24
                a.png,48,48,sad,20,8,40,24
                """);
        try (Dataset dataset = disk.open("d")) {
            assertEquals(
                    List.of("train imgs/a.png happiness", "train imgs/a.png#1 sadness"), DatasetOnDisk.lines(dataset));
            RasterImage whole = DatasetOnDisk.picture(48, "d/imgs/a.png".hashCode());
            assertEquals(
                    whole.crop(20, 8, 20, 16), dataset.samples().get(1).pixels().read());
        }
    }

    @Test
    void groupsAndSplitsOfATableAreKept() {
        disk.text(
                "d/labels.csv",
                "image,emotion,Usage,subject\nimgs/a.png,happy,Training,S1\nimgs/b.png,sad,PrivateTest,S2\n");
        try (Dataset dataset = disk.open("d")) {
            assertEquals(
                    List.of("train imgs/a.png happiness S1", "test imgs/b.png sadness S2"),
                    DatasetOnDisk.lines(dataset));
            assertEquals(Grouping.GROUP, DatasetReaders.grouping(dataset));
        }
    }
}
