package org.maferstudio.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

class PixelCacheTest {
    private static final int BYTES = 16 * 16;

    private final AtomicInteger decoded = new AtomicInteger();

    private Sample sample(int i) {
        return new Sample("s" + i, Sample.TRAIN, 0, "", () -> {
            decoded.incrementAndGet();
            return DatasetOnDisk.picture(16, i);
        });
    }

    private List<Sample> samples(int count) {
        return IntStream.range(0, count).mapToObj(this::sample).toList();
    }

    @Test
    void decodesEachImageOnce() {
        PixelCache cache = PixelCache.fill(samples(300), Progress.NONE);
        RasterImage first = cache.image(7);
        assertEquals(DatasetOnDisk.picture(16, 7), first);
        assertSame(first, cache.image(cache.samples().get(7).in(Sample.TEST)));
        assertEquals(300, decoded.get());
        assertEquals(300 * BYTES, cache.bytes());
        assertTrue(cache.isComplete());
    }

    @Test
    void beyondTheBoundImagesAreDecodedAgain() {
        PixelCache cache = PixelCache.fill(samples(10), 3 * BYTES, Progress.NONE);
        assertEquals(3 * BYTES, cache.bytes());
        for (int i = 0; i < 10; i++) {
            assertEquals(DatasetOnDisk.picture(16, i), cache.image(i));
        }
        assertEquals(10 + 7, decoded.get());
        assertTrue(cache.isComplete());
    }

    @Test
    void damageIsListedAndLeavesTheRestReadable() {
        List<Sample> samples = List.of(sample(0), new Sample("broken", Sample.TRAIN, 0, "", () -> {
            throw Problem.input("It is cut short.");
        }));
        PixelCache cache = PixelCache.fill(samples, Progress.NONE);
        assertEquals(
                List.of(new DatasetIssue(DatasetIssue.Kind.UNREADABLE, "broken", "It is cut short.")), cache.damage());
        assertEquals(List.of(samples.get(0)), cache.readable());
        assertThrows(Problem.class, () -> cache.image(1));
    }

    @Test
    void stopsWhenAsked() {
        PixelCache cache = PixelCache.fill(samples(1000), new Progress() {
            @Override
            public void report(double fraction, String message) {
                // Only the stop matters here.
            }

            @Override
            public boolean stopRequested() {
                return decoded.get() > 50;
            }
        });
        assertFalse(cache.isComplete());
        assertTrue(decoded.get() < 200);
        assertEquals(DatasetOnDisk.picture(16, 999), cache.image(999));
    }
}
