package org.maferstudio.datasets.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.image.RasterImage;

class PixelFileTest {
    private static final int BYTES = 12;
    private static final long PLENTY = 100_000;

    @TempDir
    private Path folder;

    private static RasterImage image(int shade) {
        byte[] values = new byte[BYTES];
        Arrays.fill(values, (byte) shade);
        return new RasterImage(2, 2, 3, values);
    }

    private static ImageFacts facts(int shade) {
        return ImageFacts.of(image(shade));
    }

    private PixelFile open(String root, long mostBytes) {
        return new SavedPixels(folder.resolve("pixels"), mostBytes).open(List.of(root), 3 * BYTES);
    }

    private void save(String root, long mostBytes, int... shades) {
        try (PixelFile file = open(root, mostBytes)) {
            for (int shade : shades) {
                file.add(facts(shade), image(shade));
            }
        }
    }

    private List<Boolean> found(String root, int... shades) {
        try (PixelFile file = open(root, PLENTY)) {
            return Arrays.stream(shades)
                    .mapToObj(shade -> file.read(facts(shade)))
                    .map(Optional::isPresent)
                    .toList();
        }
    }

    private Path only(String end) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("pixels"))) {
            return all.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
        }
    }

    @Test
    void whatIsSavedIsReadAgain() {
        save("/faces", PLENTY, 1, 2);
        save("/faces", PLENTY, 3, 2);
        try (PixelFile file = open("/faces", PLENTY)) {
            for (int shade = 1; shade <= 3; shade++) {
                assertEquals(Optional.of(image(shade)), file.read(facts(shade)));
            }
            assertEquals(Optional.empty(), file.read(facts(4)));
        }
    }

    @Test
    void anImageIsSavedOnce() throws IOException {
        save("/faces", PLENTY, 1, 1);
        save("/faces", PLENTY, 1);
        assertEquals(BYTES, Files.size(only(".pixels1")));
    }

    @Test
    void anotherImageThanDescribedIsNotSaved() {
        try (PixelFile file = open("/faces", PLENTY)) {
            file.add(facts(1), image(2));
        }
        assertEquals(List.of(false, false), found("/faces", 1, 2));
    }

    @Test
    void noMoreIsSavedThanAskedFor() throws IOException {
        save("/faces", 2 * BYTES + 1, 1, 2, 3);
        assertEquals(2 * BYTES, Files.size(only(".pixels1")));
        assertEquals(List.of(true, true, false), found("/faces", 1, 2, 3));
    }

    @Test
    void aFileThatIsLargerThanAskedForIsMadeAnew() {
        save("/faces", PLENTY, 1, 2, 3);
        save("/faces", 2 * BYTES, 3);
        assertEquals(List.of(false, false, true), found("/faces", 1, 2, 3));
    }

    @Test
    void zeroSavesNothing() {
        save("/faces", 0, 1);
        assertFalse(Files.exists(folder.resolve("pixels")));
    }

    @Test
    void theDatasetUsedLongestAgoMakesRoom() throws IOException {
        save("/faces", PLENTY, 1);
        Files.setLastModifiedTime(only(".pixels1"), FileTime.fromMillis(1000));
        save("/other", 4 * BYTES, 2);
        assertEquals(List.of(true), found("/faces", 1));
        save("/third", 3 * BYTES, 3);
        assertEquals(List.of(true), found("/third", 3));
        assertEquals(
                List.of(false, false),
                List.of(found("/faces", 1).get(0), found("/other", 2).get(0)));
    }

    @Test
    void damagedPixelsCountAsNone() throws IOException {
        save("/faces", PLENTY, 1, 2);
        byte[] pixels = Files.readAllBytes(only(".pixels1"));
        pixels[5]++;
        Files.write(only(".pixels1"), pixels);
        assertEquals(List.of(false, true), found("/faces", 1, 2));
    }

    @Test
    void missingPixelsCountAsNoneAndTheFileGoesOn() throws IOException {
        save("/faces", PLENTY, 1, 2);
        Files.write(only(".pixels1"), Arrays.copyOf(Files.readAllBytes(only(".pixels1")), BYTES));
        assertEquals(List.of(true, false), found("/faces", 1, 2));
        save("/faces", PLENTY, 3);
        assertEquals(List.of(true, false, true), found("/faces", 1, 2, 3));
    }

    @Test
    void aListThatIsCutAnywhereLosesOnlyItsEndAndGoesOn() throws IOException {
        save("/faces", PLENTY, 1, 2);
        byte[] whole = Files.readAllBytes(only(".places1"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(only(".places1"), Arrays.copyOf(whole, length));
            assertEquals(List.of(length >= whole.length / 2, false), found("/faces", 1, 2), "cut to " + length);
            save("/faces", PLENTY, 2);
            assertEquals(List.of(length >= whole.length / 2, true), found("/faces", 1, 2), "cut to " + length);
        }
    }

    @Test
    void aListOfNonsenseCountsAsNone() throws IOException {
        save("/faces", PLENTY, 1);
        Files.write(only(".places1"), new byte[4400]);
        assertEquals(List.of(false), found("/faces", 1));
        save("/faces", PLENTY, 1);
        assertEquals(List.of(true), found("/faces", 1));
    }

    @Test
    void oneAtATimeAddsAndOthersRead() {
        save("/faces", PLENTY, 1);
        try (PixelFile first = open("/faces", PLENTY);
                PixelFile second = open("/faces", PLENTY)) {
            second.add(facts(2), image(2));
            first.add(facts(3), image(3));
            assertTrue(second.read(facts(1)).isPresent());
            assertTrue(second.read(facts(2)).isEmpty());
            assertTrue(first.read(facts(3)).isPresent());
        }
        assertEquals(List.of(true, false, true), found("/faces", 1, 2, 3));
    }

    @Test
    void withoutAFolderToWriteToNothingIsSaved() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        try (PixelFile nowhere = new SavedPixels(file.resolve("pixels"), PLENTY).open(List.of("/faces"), BYTES)) {
            nowhere.add(facts(1), image(1));
            assertTrue(nowhere.read(facts(1)).isEmpty());
        }
    }
}
