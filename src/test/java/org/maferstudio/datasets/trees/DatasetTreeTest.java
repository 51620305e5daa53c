package org.maferstudio.datasets.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.job.Problem;

class DatasetTreeTest {
    @TempDir
    Path folder;

    private Path zip(String entry, byte[] content) throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("happy/fine.txt"));
            out.write(new byte[] {1, 2, 3});
            out.putNextEntry(new ZipEntry(entry));
            out.write(content);
        }
        return zip;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            train/happy/a.png,       train/happy/a.png
            train\\happy\\a.png,     train/happy/a.png
            ./train//happy/a.png,    train/happy/a.png
            train/a..b/c.png,        train/a..b/c.png
            ../evil.png,
            train/../../evil.png,
            train\\..\\evil.png,
            /etc/passwd,
            C:/evil.png,
            c:evil.png,
            ''                      ,
            """)
    void aNameNeverLeadsOut(String raw, String safe) {
        assertEquals(Optional.ofNullable(safe), EntryNames.safe(raw));
    }

    @Test
    void aNameWithAZeroByteIsRejected() {
        assertEquals(Optional.empty(), EntryNames.safe("a\0.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.png", "a/../../evil.png", "/evil.png", "C:\\evil.png"})
    void aZipWithANameThatLeadsOutIsRefusedWhole(String name) throws IOException {
        Path zip = zip(name, new byte[10]);
        Problem problem = assertThrows(Problem.class, () -> DatasetTree.of(zip.toString()));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("points outside the archive"), problem.getMessage());
    }

    @Test
    void anEntryThatUnpacksAThousandfoldIsRejected() throws IOException {
        Path zip = zip("happy/bomb.png", new byte[4 << 20]);
        try (DatasetTree tree = DatasetTree.of(zip.toString())) {
            Problem problem = assertThrows(Problem.class, () -> tree.read("happy/bomb.png"));
            assertTrue(problem.getMessage().contains("1000 times"), problem.getMessage());
            assertArrayEquals(new byte[] {1, 2, 3}, tree.read("happy/fine.txt"));
        }
    }

    @Test
    void anEntryWithAWrongSizeIsStillCounted() throws IOException {
        Path zip = zip("happy/bomb.png", new byte[4 << 20]);
        byte[] bytes = Files.readAllBytes(zip);
        // The end of the entry and the directory claim 4 MB: let them claim 100 bytes.
        byte[] claim = {0, 0, 0x40, 0};
        for (int i = bytes.length - 200; i < bytes.length - 4; i++) {
            if (bytes[i] == claim[0]
                    && bytes[i + 1] == claim[1]
                    && bytes[i + 2] == claim[2]
                    && bytes[i + 3] == claim[3]) {
                bytes[i] = 100;
                bytes[i + 2] = 0;
            }
        }
        Files.write(zip, bytes);
        try (DatasetTree tree = DatasetTree.of(zip.toString())) {
            assertEquals(100, tree.size("happy/bomb.png"));
            assertThrows(Problem.class, () -> tree.read("happy/bomb.png"));
        }
    }

    @Test
    void anEntryOverTheBoundIsRejected() throws IOException {
        Path zip = folder.resolve("large.zip");
        byte[] block = new byte[1 << 20];
        CRC32 sum = new CRC32();
        IntStream.range(0, 257).forEach(i -> sum.update(block));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            ZipEntry entry = new ZipEntry("happy/large.png");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(257L << 20);
            entry.setCrc(sum.getValue());
            out.putNextEntry(entry);
            for (int i = 0; i < 257; i++) {
                out.write(block);
            }
        }
        try (DatasetTree tree = DatasetTree.of(zip.toString())) {
            Problem problem = assertThrows(Problem.class, () -> tree.read("happy/large.png"));
            assertTrue(problem.getMessage().contains("256 MB"), problem.getMessage());
        }
    }

    @Test
    void aFolderThatWasMovedAwayIsReportedMissing() throws IOException {
        Path dataset = Files.createDirectory(folder.resolve("faces"));
        Files.write(dataset.resolve("a.png"), new byte[] {1});
        try (DatasetTree tree = DatasetTree.of(dataset.toString())) {
            Files.delete(dataset.resolve("a.png"));
            assertSays("it does not exist", () -> tree.read("a.png"));
            Files.move(dataset, folder.resolve("elsewhere"));
            assertSays("faces was moved, renamed or deleted", () -> tree.read("a.png"));
        }
    }

    private static void assertSays(String words, Runnable reading) {
        String sentence = assertThrows(Problem.class, reading::run).getMessage();
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void aZipCutShortIsRejected() throws IOException {
        Path zip = zip("happy/a.png", new byte[1000]);
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(Problem.class, () -> DatasetTree.of(zip.toString()));
    }

    @Test
    void namesInAnOldCodePageAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            out.putNextEntry(new ZipEntry("happy/J\u00f6rg.txt"));
            out.write(1);
        }
        Path zip = Files.write(folder.resolve("old.zip"), bytes.toByteArray());
        try (DatasetTree tree = DatasetTree.of(zip.toString())) {
            assertEquals(List.of("happy/J\u00f6rg.txt"), tree.entries());
        }
    }

    @Test
    void whatSystemsLeaveBehindIsPassedOver() throws IOException {
        Path zip = zip("__MACOSX/happy/._a.png", new byte[10]);
        try (DatasetTree tree = DatasetTree.of(zip.toString())) {
            assertEquals(List.of("happy/fine.txt"), tree.entries());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path inside = Files.createDirectories(folder.resolve("inside/happy"));
        Files.write(outside.resolve("secret.png"), new byte[3]);
        Files.write(inside.resolve("a.png"), new byte[3]);
        Files.createSymbolicLink(inside.resolve("link.png"), outside.resolve("secret.png"));
        Files.createSymbolicLink(inside.resolve("folder"), outside);
        Files.createSymbolicLink(inside.resolve("twin.png"), inside.resolve("a.png"));
        Files.createSymbolicLink(inside.resolve("dangling.png"), inside.resolve("nothing.png"));
        try (DatasetTree tree = DatasetTree.of(folder.resolve("inside").toString())) {
            assertEquals(List.of("happy/a.png", "happy/twin.png"), tree.entries());
            assertEquals(
                    List.of(
                            "unreadable happy/dangling.png",
                            "unsafe-entry happy/folder",
                            "unsafe-entry happy/link.png"),
                    tree.damage().stream()
                            .map(f -> f.kind().id() + " " + f.where())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void whatIsNoDatasetIsRejectedWithAWayOut() throws IOException {
        Files.write(folder.resolve("a.rar"), new byte[] {'R', 'a', 'r'});
        for (String path : List.of("nothing.zip", "a.rar")) {
            Problem problem = assertThrows(
                    Problem.class, () -> DatasetTree.of(folder.resolve(path).toString()));
            assertEquals(Problem.Kind.INPUT, problem.kind());
        }
        assertThrows(Problem.class, () -> DatasetTree.of("a\0b"));
    }
}
