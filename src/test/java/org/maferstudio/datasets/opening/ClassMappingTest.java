package org.maferstudio.datasets.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/** Folders as classes: which folder it is, what its name means, and what is asked where nobody knows. */
class ClassMappingTest {
    @TempDir
    Path folder;

    private DatasetOnDisk disk;

    @BeforeEach
    void onDisk() {
        disk = new DatasetOnDisk(folder);
    }

    private static List<String> classes(Dataset dataset) {
        return dataset.samples().stream()
                .map(s -> s.id() + " " + dataset.labels().name(s.label()))
                .toList();
    }

    private String refusal(String name, String... labels) {
        return assertThrows(Problem.class, () -> disk.open(name, labels)).getMessage();
    }

    @Test
    void numbersPrefixesAndCopiesAroundAClassNameDoNotMatter() {
        disk.pictures(
                "d/train/0_angry/a.png", "d/train/aia_fear/b.png", "d/train/Happy (1)/c.png", "d/train/sads/d.png");
        disk.pictures("d/train/3-natural faces/e.png");
        try (Dataset dataset = disk.open("d")) {
            assertEquals(
                    List.of("anger", "fear", "happiness", "neutral"),
                    dataset.labels().names());
            assertEquals(4, dataset.samples().size());
            assertEquals(1, dataset.damage().size(), "sads is no word");
        }
    }

    @Test
    void aPersonWhoseNameIsAnExpressionIsNoClass() {
        for (String who : List.of("joy", "anna")) {
            disk.pictures("p/" + who + "/angry/1.png", "p/" + who + "/sad/1.png", "p/" + who + "/unsorted/1.png");
        }
        try (Dataset dataset = disk.open("p")) {
            assertEquals(
                    List.of(
                            "anna/angry/1.png anger",
                            "anna/sad/1.png sadness",
                            "joy/angry/1.png anger",
                            "joy/sad/1.png sadness"),
                    classes(dataset));
            assertEquals(1, dataset.damage().size());
            assertTrue(dataset.damage().get(0).text().contains("2 images are excluded"));
        }
    }

    @Test
    void aFolderInsideItselfIsReadOnce() {
        disk.pictures("k/images/train/angry/1.png", "k/images/train/happy/2.png")
                .bytes("k/images/images/train/angry/1.png", disk.read("k/images/train/angry/1.png"))
                .bytes("k/images/images/train/happy/2.png", disk.read("k/images/train/happy/2.png"));
        for (String form : List.of("k", "k/images")) {
            try (Dataset dataset = disk.open(form)) {
                assertEquals(List.of("train/angry/1.png anger", "train/happy/2.png happiness"), classes(dataset), form);
                assertTrue(dataset.notes().get(0).contains("2 images of the copy are excluded"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"7, FER2013 RAF-DB alphabetical", "8, AffectNet FERPlus alphabetical CK+", "9, ''"})
    void theOrdersSuggestedHaveAsManyClassesAsThereAreNumbers(int classes, String names) {
        for (int i = 0; i < classes; i++) {
            disk.pictures("n/train/" + i + "/a.png");
        }
        String refusal = refusal("n");
        List<ClassOrder> orders = Datasets.openOrAsk(DatasetSource.of(disk.path("n")), Progress.NONE)
                .question()
                .orElseThrow()
                .orders();
        assertTrue(orders.stream().allMatch(order -> order.labels().size() == classes));
        for (String name : names.isEmpty() ? new String[0] : names.split(" ")) {
            assertTrue(orders.stream().anyMatch(order -> order.name().equals(name)), name);
            assertTrue(refusal.contains(name + ": --labels "), refusal);
        }
        assertEquals(names.isEmpty(), orders.isEmpty());
    }

    @Test
    void unknownWordsAreRequestedAndMapped() {
        disk.pictures("g/train/wut/a.png", "g/train/freude/b.png", "g/train/neutral/c.png", "g/test/wut/d.png");
        String refusal = refusal("g");
        assertTrue(refusal.contains("freude, wut"), refusal);
        assertTrue(refusal.contains("--labels freude=CLASS,wut=CLASS"), refusal);
        try (Dataset dataset = disk.open("g", "wut=anger", "freude=Happy")) {
            assertEquals(
                    List.of("anger", "happiness", "neutral"), dataset.labels().names());
            assertEquals(List.of("train", "test"), dataset.splits());
            assertEquals(List.of(), dataset.damage());
        }
        try (Dataset dataset = disk.open("g", "wut=anger", "freude=none")) {
            assertEquals(List.of("anger", "neutral"), dataset.labels().names());
            assertEquals(List.of(), dataset.damage(), "what is left out on purpose is no damage");
            assertTrue(dataset.notes().stream().anyMatch(note -> note.contains("freude")));
        }
        assertTrue(refusal("g", "wut=anger", "wut=fear").contains("twice"));
        assertTrue(refusal("g", "wut=zorn").contains("\"zorn\""));
        assertTrue(refusal("g", "anger", "happiness").contains("freude, wut"));
    }

    @Test
    void anUnknownWordAmongKnownClassesIsLeftOutUnlessItIsMapped() {
        disk.pictures("s/happy/a.png", "s/sad/b.png", "s/Ahegao/c.png");
        try (Dataset dataset = disk.open("s")) {
            assertEquals(2, dataset.samples().size());
            assertTrue(dataset.damage().get(0).text().contains("Ahegao=happiness"));
        }
        try (Dataset dataset = disk.open("s", "Ahegao=happiness")) {
            assertEquals(3, dataset.samples().size());
        }
    }

    @Test
    void numbersAreMappedOneByOneToo() {
        disk.pictures("m/0/a.png", "m/1/b.png", "m/2/c.png");
        try (Dataset dataset = disk.open("m", "0=neutral", "1=happy", "2=none")) {
            assertEquals(List.of("0/a.png neutral", "1/b.png happiness"), classes(dataset));
        }
    }
}
