package org.maferstudio.datasets.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fingerprint;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.PillowPictures;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

class DatasetCheckTest {
    @TempDir
    private Path folder;

    private final List<Sample> samples = new ArrayList<>();
    private final List<DatasetIssue> damage = new ArrayList<>();

    private void add(String id, String split, int label, RasterImage image) {
        samples.add(new Sample(id, split, label, "", () -> image));
    }

    private DatasetCheckResult examine() {
        Dataset dataset = new Dataset("Made", "made", LabelSet.fer2013(), samples, damage, List.of());
        return DatasetCheck.examine(
                dataset, PixelCache.fill(samples, Progress.NONE), new DuplicateStore(folder), Progress.NONE);
    }

    private static List<List<String>> groups(DatasetCheckResult diagnosis, DatasetIssue.Kind kind) {
        return diagnosis.byKind().getOrDefault(kind, List.of()).stream()
                .map(DatasetIssue::samples)
                .toList();
    }

    private static RasterImage brighter(RasterImage image) {
        byte[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.min(255, 20 + (values[i] & 0xff) * 8 / 10);
        }
        return new RasterImage(image.width(), image.height(), 1, values);
    }

    @Test
    void findsTheSameImageWithinAndAcrossSplits() {
        for (int i = 0; i < 60; i++) {
            add("p" + i, Sample.TRAIN, i % 7, DatasetOnDisk.picture(48, i));
        }
        add("twin", Sample.TRAIN, 3, DatasetOnDisk.picture(48, 3));
        add("leak", Sample.TEST, 5, DatasetOnDisk.picture(48, 5));
        DatasetCheckResult diagnosis = examine();
        assertEquals(
                List.of(List.of("p5", "leak"), List.of("p3", "twin")),
                groups(diagnosis, DatasetIssue.Kind.EXACT_DUPLICATE));
        assertTrue(diagnosis
                .byKind()
                .get(DatasetIssue.Kind.EXACT_DUPLICATE)
                .get(0)
                .text()
                .contains("in several splits (test, train)"));
        assertEquals(List.of(), groups(diagnosis, DatasetIssue.Kind.NEAR_DUPLICATE));
        assertEquals(List.of(), groups(diagnosis, DatasetIssue.Kind.CONFLICTING_LABELS));
    }

    @Test
    void countsTheImagesThatExifRotates() {
        DatasetOnDisk disk = new DatasetOnDisk(folder);
        for (String file : List.of("exif-6.jpg", "exif-1.png", "exif-3.png", "exif-6.webp", "exif-8.tif")) {
            disk.bytes("faces/happy/" + file, PillowPictures.bytes("image/decode/" + file));
        }
        try (Dataset dataset = Datasets.open(DatasetSource.of(disk.path("faces")), Progress.NONE)) {
            DatasetCheckResult diagnosis = DatasetCheck.examine(
                    dataset,
                    PixelCache.fill(dataset.samples(), Progress.NONE),
                    new DuplicateStore(folder),
                    Progress.NONE);
            DatasetIssue note = diagnosis.byKind().get(DatasetIssue.Kind.NOTE).get(0);
            assertEquals("4 images are rotated or mirrored according to their EXIF orientation.", note.text());
            assertEquals(
                    List.of("happy/exif-3.png", "happy/exif-6.jpg", "happy/exif-6.webp", "happy/exif-8.tif"),
                    note.samples());
        }
    }

    @Test
    void findsImagesThatOnlyLookTheSame() {
        for (int i = 0; i < 200; i++) {
            add("p" + i, Sample.TRAIN, 0, DatasetOnDisk.picture(48, i));
        }
        add("brighter", Sample.TEST, 0, brighter(DatasetOnDisk.picture(48, 8)));
        add("larger", Sample.TEST, 1, Resampling.resize(DatasetOnDisk.picture(48, 9), 100, 100, Kernel.BICUBIC));
        DatasetCheckResult diagnosis = examine();
        assertEquals(
                List.of(List.of("p8", "brighter"), List.of("p9", "larger")),
                groups(diagnosis, DatasetIssue.Kind.NEAR_DUPLICATE));
        assertEquals(List.of(List.of("p9", "larger")), groups(diagnosis, DatasetIssue.Kind.CONFLICTING_LABELS));
    }

    @Test
    void onePersonWithTwoExpressionsIsNoConflict() {
        RasterImage first = DatasetOnDisk.picture(48, 8);
        samples.add(new Sample("a", Sample.TRAIN, 0, "anna", () -> first));
        samples.add(new Sample("b", Sample.TRAIN, 1, "anna", () -> brighter(first)));
        DatasetCheckResult diagnosis = examine();
        assertEquals(List.of(List.of("a", "b")), groups(diagnosis, DatasetIssue.Kind.NEAR_DUPLICATE));
        assertEquals(List.of(), groups(diagnosis, DatasetIssue.Kind.CONFLICTING_LABELS));
    }

    @Test
    void drawnFacesOfDifferentPersonsAreNotTakenForOne() {
        List<Sample> drawn = DrawnFaces.dataset(17).samples();
        for (int[] pair : new int[][] {{31, 1222}, {118, 2183}, {643, 1813}, {2182, 2213}}) {
            Sample one = drawn.get(pair[0]);
            Sample other = drawn.get(pair[1]);
            assertNotEquals(one.group(), other.group());
            samples.add(one);
            samples.add(other);
        }
        assertEquals(List.of(), groups(examine(), DatasetIssue.Kind.NEAR_DUPLICATE));
    }

    @Test
    void damageBlankImagesGroupsAndSmallClassesAreListed() {
        damage.add(new DatasetIssue(DatasetIssue.Kind.UNKNOWN_LABEL, "x", "No class."));
        add("black", Sample.TRAIN, 0, new RasterImage(48, 48, 1, new byte[48 * 48]));
        add("white", Sample.TRAIN, 1, brighter(new RasterImage(48, 48, 1, new byte[48 * 48])));
        samples.add(new Sample("anna1", Sample.TRAIN, 0, "anna", () -> DatasetOnDisk.picture(48, 1)));
        samples.add(new Sample("anna2", Sample.TEST, 0, "anna", () -> DatasetOnDisk.picture(48, 2)));
        samples.add(new Sample("half", Sample.TEST, 0, "", () -> {
            throw Problem.input("It is cut short.");
        }));
        DatasetCheckResult diagnosis = examine();
        assertEquals(4, diagnosis.readable());
        assertEquals("x", diagnosis.findings().get(0).where());
        assertEquals("half", diagnosis.findings().get(1).where());
        assertEquals(List.of(List.of("black", "white")), groups(diagnosis, DatasetIssue.Kind.BLANK));
        assertEquals(List.of(List.of("anna1", "anna2")), groups(diagnosis, DatasetIssue.Kind.LEAKING_GROUP));
        assertEquals(14, diagnosis.byKind().get(DatasetIssue.Kind.SMALL_CLASS).size());
        assertArrayEquals(new int[] {2, 1, 0, 0, 0, 0, 0}, diagnosis.counts().get(Sample.TRAIN));
        assertEquals(
                List.of("64", "128"),
                diagnosis.byKind().get(DatasetIssue.Kind.NO_OP_RESOLUTION).stream()
                        .map(DatasetIssue::where)
                        .toList());
    }

    @Test
    void meansAreByChannelOverAllPixels() {
        add("colour", Sample.TRAIN, 0, new RasterImage(1, 1, 3, new byte[] {10, 20, 30}));
        add("grey", Sample.TRAIN, 0, new RasterImage(3, 1, 1, new byte[] {100, 100, 100}));
        DatasetCheckResult.ChannelMeans means = examine().means().get(Sample.TRAIN);
        assertEquals((30 + 300) / 4.0, means.blue());
        assertEquals((20 + 300) / 4.0, means.green());
        assertEquals((10 + 300) / 4.0, means.red());
        assertEquals((18 + 300) / 4.0, means.grey());
    }

    @Test
    void theFingerprintDependsOnImagesClassesAndSplitsAlone() {
        IntStream.range(0, 20).forEach(i -> add("a/" + i, Sample.TRAIN, i % 7, DatasetOnDisk.picture(48, i)));
        String first = examine().fingerprint();
        Dataset dataset = new Dataset("Made", "made", LabelSet.fer2013(), samples, damage, List.of());
        assertEquals(first, Fingerprint.of(dataset, PixelCache.fill(samples, Progress.NONE)));

        samples.clear();
        IntStream.range(0, 20).forEach(i -> add("b/" + i, Sample.TRAIN, i % 7, DatasetOnDisk.picture(48, i)));
        Collections.reverse(samples);
        assertEquals(first, examine().fingerprint());

        samples.set(4, samples.get(4).in(Sample.TEST));
        assertNotEquals(first, examine().fingerprint());
    }
}
