package org.maferstudio.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.datasets.saved.SavedDataset;
import org.maferstudio.datasets.saved.SavedImages;
import org.maferstudio.datasets.saved.SavedPixels;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;

/** Datasets that are opened again. */
class SavedDatasetTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private Path faces;

    @BeforeEach
    void makeFaces() throws IOException {
        faces = folder.resolve("faces");
        for (int i = 0; i < 6; i++) {
            write((i % 2 == 0 ? "happy/" : "sad/") + i + ".png", i);
        }
    }

    private void write(String name, int seed) throws IOException {
        Path file = faces.resolve(name);
        Files.createDirectories(file.getParent());
        ImageFile.write(DatasetOnDisk.picture(16, seed), file);
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    private SavedDataset saved(long pixelBytes) {
        return new SavedDataset(
                new SavedImages(folder.resolve("images")), new SavedPixels(folder.resolve("pixels"), pixelBytes));
    }

    /** What came of opening: the fingerprint, and how many images were decoded. */
    private record Opened(String fingerprint, int decoded, int damaged) {}

    private Opened open(SavedDataset saved) {
        try (Dataset dataset = Datasets.open(DatasetSource.of(faces.toString()), Progress.NONE);
                PixelCache cache = PixelCache.fill(dataset.samples(), 1 << 20, saved, Progress.NONE)) {
            int decoded = Math.toIntExact(cache.bytes() / (16 * 16));
            return new Opened(
                    Fingerprint.of(dataset, cache), decoded, cache.damage().size());
        }
    }

    private String fresh() {
        return open(new SavedDataset(new SavedImages(folder.resolve("none")), SavedPixels.NONE))
                .fingerprint();
    }

    @Test
    void unchangedImagesAreDecodedOnce() {
        Opened first = open(saved(0));
        assertEquals(new Opened(first.fingerprint(), 6, 0), first);
        assertEquals(new Opened(first.fingerprint(), 0, 0), open(saved(0)));
    }

    @Test
    void addedRemovedAndChangedFilesAreNoticed() throws IOException {
        String before = open(saved(0)).fingerprint();
        write("sad/7.png", 7);
        assertEquals(1, open(saved(0)).decoded());
        assertNotEquals(before, open(saved(0)).fingerprint());
        Files.delete(faces.resolve("sad/7.png"));
        assertEquals(new Opened(before, 0, 0), open(saved(0)));
        write("sad/1.png", 99);
        Files.setLastModifiedTime(
                faces.resolve("sad/1.png"), FileTime.from(LONG_AGO.toInstant().plusSeconds(1)));
        Opened changed = open(saved(0));
        assertEquals(1, changed.decoded());
        assertNotEquals(before, changed.fingerprint());
        assertEquals(fresh(), changed.fingerprint());
    }

    @Test
    void damagedImagesAreLookedAtEachTime() throws IOException {
        Files.writeString(faces.resolve("sad/1.png"), "no picture");
        Files.setLastModifiedTime(faces.resolve("sad/1.png"), LONG_AGO);
        assertEquals(1, open(saved(0)).damaged());
        assertEquals(1, open(saved(0)).damaged());
    }

    @Test
    void imagesOfAZipAreKnownByTheirChecksum() {
        new DatasetOnDisk(folder).zip("faces.zip", "faces");
        faces = folder.resolve("faces.zip");
        String first = open(saved(0)).fingerprint();
        assertEquals(new Opened(first, 0, 0), open(saved(0)));
    }

    @Test
    void aFileThatChangesWhileItIsReadIsDecodedAgain() {
        AtomicInteger decoded = new AtomicInteger();
        AtomicInteger version = new AtomicInteger(1);
        Sample.Pixels changing = new Sample.Pixels() {
            @Override
            public RasterImage read() {
                decoded.incrementAndGet();
                version.set(2);
                return DatasetOnDisk.picture(16, 1);
            }

            @Override
            public Optional<ImageOrigin> origin() {
                return Optional.of(new ImageOrigin("/faces", "a.png", 1, version.get()));
            }
        };
        List<Sample> samples = List.of(new Sample("a", Sample.TRAIN, 0, "", changing));
        for (int opening = 0; opening < 3; opening++) {
            PixelCache.fill(samples, 0, saved(0), Progress.NONE).close();
        }
        assertEquals(2, decoded.get());
    }

    @Test
    void decodedImagesAreReadFromDisk() throws IOException {
        open(saved(1 << 20));
        try (Dataset dataset = Datasets.open(DatasetSource.of(faces.toString()), Progress.NONE);
                PixelCache cache = PixelCache.fill(dataset.samples(), 0, saved(1 << 20), Progress.NONE)) {
            Files.delete(faces.resolve("happy/0.png"));
            assertEquals(
                    DatasetOnDisk.picture(16, 0), cache.image(dataset.samples().get(0)));
        }
    }

    @Test
    void imagesBeyondTheMemoryAreSavedWhenTheyAreFirstNeeded() throws IOException {
        open(saved(0));
        for (int round = 0; round < 2; round++) {
            try (Dataset dataset = Datasets.open(DatasetSource.of(faces.toString()), Progress.NONE);
                    PixelCache cache = PixelCache.fill(dataset.samples(), 0, saved(1 << 20), Progress.NONE)) {
                for (int i = 0; i < 6; i++) {
                    assertEquals(dataset.samples().get(i).pixels().read(), cache.image(i));
                }
            }
        }
        try (var files = Files.list(folder.resolve("pixels"))) {
            assertEquals(
                    6 * 16 * 16,
                    files.filter(file -> file.toString().endsWith(".pixels1"))
                            .mapToLong(file -> file.toFile().length())
                            .sum());
        }
    }
}
