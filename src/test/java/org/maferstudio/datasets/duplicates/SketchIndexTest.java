package org.maferstudio.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Progress;

class SketchIndexTest {
    /** Images of a few scenes, some mirrored, with noise: many pairs look alike, more or less. */
    private static Sketches sketches(long seed, int images) {
        Random random = new Random(seed);
        List<byte[]> scenes =
                IntStream.range(0, 6).mapToObj(i -> smooth(random)).toList();
        List<Thumbnail> thumbnails = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            byte[] scene = scenes.get(random.nextInt(scenes.size()));
            int noise = random.nextInt(60);
            Thumbnail image = Thumbnail.of(Changes.mapped((x, y) -> Math.max(
                    0,
                    Math.min(
                            255,
                            (scene[y / 4 * 12 + x / 4] & 0xff)
                                    + (noise == 0 ? 0 : random.nextInt(noise) - noise / 2)))));
            thumbnails.add(random.nextBoolean() ? image : image.mirrored());
        }
        return new Sketches(thumbnails, Progress.NONE);
    }

    private static byte[] smooth(Random random) {
        byte[] cells = new byte[12 * 12];
        random.nextBytes(cells);
        return cells;
    }

    private static Set<List<Integer>> found(PairSearch search, int[] images) {
        List<List<Integer>> all = Collections.synchronizedList(new ArrayList<>());
        search.search(
                images,
                (one, window, other, otherWindow) -> all.add(List.of(one, window, other, otherWindow)),
                Progress.NONE);
        Set<List<Integer>> once = new HashSet<>(all);
        assertEquals(once.size(), all.size(), "a pair was found twice");
        return once;
    }

    private static Set<List<Integer>> byComparingAll(SketchIndex index, int[] images) {
        Set<List<Integer>> pairs = new HashSet<>();
        for (int a = 0; a < images.length; a++) {
            for (int b = a + 1; b < images.length; b++) {
                for (int window = 0; window < ImageWindow.ALL.size(); window++) {
                    for (int other = 0; other < Sketches.WINDOWS; other++) {
                        if (index.isFound(images[a], window, images[b], other)) {
                            pairs.add(List.of(images[a], window, images[b], other));
                        }
                    }
                }
            }
        }
        return pairs;
    }

    @Property(tries = 20)
    void findsEachPairThatAgreesInAKeyOnceAndNoOther(@ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int size) {
        Sketches sketches = sketches(seed, size);
        int[] images = IntStream.range(0, size).filter(i -> i % 5 != 3).toArray();
        SketchIndex index = new SketchIndex(sketches, images.length);
        assertEquals(byComparingAll(index, images), found(index, images));
    }

    @Property(tries = 20)
    void whatIsFoundIsAmongAllPairsAndNearlyAllOfThem(@ForAll long seed) {
        Sketches sketches = sketches(seed, 60);
        int[] images = IntStream.range(0, 60).toArray();
        Set<List<Integer>> all = found(new AllPairs(sketches), images);
        Set<List<Integer>> some = found(new SketchIndex(sketches, images.length), images);
        assertTrue(all.containsAll(some));
        all.removeIf(pair -> !sketches.similar(
                pair.get(1), pair.get(0), pair.get(3), pair.get(2), PairSearch.FIRST_BITS, SketchIndex.MOST_BITS));
        assertTrue(some.size() >= 0.95 * all.size(), () -> some.size() + " of " + all.size());
    }

    @Test
    void theSameImagesGiveTheSamePairs() {
        Sketches sketches = sketches(1, 100);
        int[] images = IntStream.range(0, 100).toArray();
        Set<List<Integer>> pairs = found(new SketchIndex(sketches, 100), images);
        assertFalse(pairs.isEmpty());
        assertEquals(pairs, found(new SketchIndex(sketches, 100), images));
    }

    @Test
    void endsWhenAskedToStopAndReportsHowFarItIs() {
        Sketches sketches = sketches(1, 200);
        int[] images = IntStream.range(0, 200).toArray();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        Set<Double> fractions = ConcurrentHashMap.newKeySet();
        new SketchIndex(sketches, 200).search(images, (one, window, other, otherWindow) -> {}, new Progress() {
            @Override
            public void report(double fraction, String message) {
                fractions.add(fraction);
                if (fraction > 0.5) {
                    stop.set(true);
                }
                if (fraction > 0.6) {
                    late.incrementAndGet();
                }
            }

            @Override
            public boolean stopRequested() {
                return stop.get();
            }
        });
        assertTrue(fractions.stream().anyMatch(fraction -> fraction > 0.5));
        assertEquals(0, late.get());
    }
}
