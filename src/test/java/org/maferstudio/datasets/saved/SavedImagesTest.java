package org.maferstudio.datasets.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.image.RasterImage;

class SavedImagesTest {
    private static final ImageOrigin ORIGIN = new ImageOrigin("/faces", "happy/1.jpg", 900, 1_000_000_007);

    /** Red 200, green 100, blue 0: grey 118 by ITU-R 601. */
    private static final ImageFacts FACTS =
            ImageFacts.of(new RasterImage(2, 1, 3, new byte[] {(byte) 200, 100, 0, (byte) 200, 100, 0}));

    @TempDir
    private Path folder;

    private SavedImages saved() {
        return new SavedImages(folder);
    }

    private Path index() {
        return saved().file(ORIGIN.root());
    }

    private void remember(ImageOrigin origin) {
        KnownImages known = saved().known();
        known.add(origin, FACTS);
        known.save();
    }

    private Optional<ImageFacts> found(ImageOrigin origin) {
        return saved().known().find(origin);
    }

    @Test
    void whatWasDecodedIsKnownAgain() {
        remember(ORIGIN);
        ImageFacts again = found(ORIGIN).orElseThrow();
        assertEquals("2x1 colour", again.size());
        assertEquals(FACTS.exact(), again.exact());
        assertEquals(6, again.bytes());
        assertEquals(400, again.sum(0));
        assertEquals(200, again.sum(1));
        assertEquals(0, again.sum(2));
        assertEquals(2 * 118, again.sum(3));
    }

    @ParameterizedTest(name = "{0} {1}, {2} bytes, modified {3}")
    @CsvSource(
            textBlock =
                    """
            # longer
            /faces, happy/1.jpg, 901, 1000000007
            # written again, with the same length
            /faces, happy/1.jpg, 900, 1000000008
            # an older copy came back
            /faces, happy/1.jpg, 900, 1000000006
            # another file
            /faces, happy/2.jpg, 900, 1000000007
            # another folder
            /other, happy/1.jpg, 900, 1000000007
            # a part of it
            /faces, happy/1.jpg#Box, 900, 1000000007
            """)
    void aChangedFileIsNotKnown(String root, String entry, long bytes, long version) {
        remember(ORIGIN);
        assertTrue(found(new ImageOrigin(root, entry, bytes, version)).isEmpty());
    }

    @Test
    void anIndexThatIsCutAnywhereCountsAsNone() throws IOException {
        remember(ORIGIN);
        byte[] whole = Files.readAllBytes(index());
        for (int length = 0; length < whole.length; length++) {
            Files.write(index(), Arrays.copyOf(whole, length));
            assertTrue(found(ORIGIN).isEmpty(), "cut to " + length);
        }
        Files.write(index(), Arrays.copyOf(whole, whole.length + 1));
        assertTrue(found(ORIGIN).isEmpty(), "with one more byte");
    }

    @Test
    void anIndexOfWhichAnyByteChangedCountsAsNone() throws IOException {
        remember(ORIGIN);
        byte[] whole = Files.readAllBytes(index());
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(index(), damaged);
            assertTrue(found(ORIGIN).isEmpty(), "byte " + i);
        }
    }

    @Test
    void anIndexOfAnotherVersionIsReplaced() throws IOException {
        remember(ORIGIN);
        byte[] later = Files.readAllBytes(index());
        later[7]++;
        Files.write(index(), later);
        assertTrue(found(ORIGIN).isEmpty());
        remember(ORIGIN);
        assertTrue(found(ORIGIN).isPresent());
    }

    @Test
    void aFileThatWasModifiedJustNowIsNotRemembered() {
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        ImageOrigin fresh = new ImageOrigin("/faces", "happy/1.jpg", 900, now);
        remember(fresh);
        assertTrue(found(fresh).isEmpty());
    }

    @Test
    void imagesThatWereNotAskedForAreKept() {
        ImageOrigin other = new ImageOrigin("/faces", "sad/2.jpg", 1, 1);
        remember(ORIGIN);
        remember(other);
        assertTrue(found(ORIGIN).isPresent());
        assertTrue(found(other).isPresent());
    }

    @Test
    void whenMostImagesAreGoneTheyAreForgotten() {
        KnownImages many = saved().known();
        for (int i = 0; i < 10_010; i++) {
            many.add(new ImageOrigin("/faces", i + ".jpg", 1, 1), FACTS);
        }
        many.save();
        KnownImages few = saved().known();
        assertTrue(few.find(new ImageOrigin("/faces", "7.jpg", 1, 1)).isPresent());
        few.add(ORIGIN, FACTS);
        few.save();
        assertTrue(found(new ImageOrigin("/faces", "7.jpg", 1, 1)).isPresent());
        assertTrue(found(ORIGIN).isPresent());
        assertTrue(found(new ImageOrigin("/faces", "8.jpg", 1, 1)).isEmpty());
    }

    @Test
    void withoutAFolderToWriteToNothingIsRemembered() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        SavedImages nowhere = new SavedImages(file.resolve("images"));
        KnownImages known = nowhere.known();
        known.add(ORIGIN, FACTS);
        known.save();
        assertTrue(nowhere.known().find(ORIGIN).isEmpty());
    }

    @Test
    void theIndicesThatWereUsedLongestAgoMakeRoom() throws IOException {
        remember(ORIGIN);
        long bytes = Files.size(index());
        Files.setLastModifiedTime(index(), FileTime.fromMillis(1000));
        SavedImages small = new SavedImages(folder, 2 * bytes);
        for (String root : new String[] {"/face2", "/face3"}) {
            KnownImages known = small.known();
            known.add(new ImageOrigin(root, "happy/1.jpg", 900, 7), FACTS);
            known.save();
        }
        assertFalse(Files.exists(index()));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
    }
}
