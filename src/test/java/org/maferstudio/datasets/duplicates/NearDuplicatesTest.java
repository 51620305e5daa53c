package org.maferstudio.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Progress;

class NearDuplicatesTest {
    private static final int SIDE = Changes.SIDE;
    private static final int IMAGES = 150;
    private static final double MIN_RECALL = 0.96;
    private static final double MIN_RECALL_OF_LONG_KEYS = 0.9;

    static Stream<Arguments> changes() {
        return Changes.all().entrySet().stream().map(change -> Arguments.of(change.getKey(), change.getValue()));
    }

    /** A photograph of nothing: light and shade about as smooth as those of a face, no two alike. */
    private static RasterImage photograph(int seed) {
        Random random = new Random(seed);
        byte[] coarse = new byte[6 * 6];
        random.nextBytes(coarse);
        return Resampling.resize(new RasterImage(6, 6, 1, coarse), SIDE, SIDE, Kernel.BICUBIC);
    }

    private static List<List<Integer>> among(List<RasterImage> images) {
        return NearDuplicates.among(images.stream().map(Thumbnail::of).toList(), Progress.NONE);
    }

    /** By the index that is made for so many images. */
    private static List<List<Integer>> byIndex(List<RasterImage> images, int size) {
        return NearDuplicates.among(
                images.stream().map(Thumbnail::of).toList(),
                (sketches, compared) -> new SketchIndex(sketches, size),
                Progress.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void findsACopyThatWasChanged(String name, UnaryOperator<RasterImage> change) {
        List<RasterImage> images = new ArrayList<>(IntStream.range(0, IMAGES)
                .mapToObj(NearDuplicatesTest::photograph)
                .toList());
        IntStream.range(0, IMAGES).forEach(i -> images.add(change.apply(images.get(i))));
        Set<List<Integer>> wanted =
                IntStream.range(0, IMAGES).mapToObj(i -> List.of(i, IMAGES + i)).collect(Collectors.toSet());
        for (List<List<Integer>> found : List.of(among(images), byIndex(images, images.size()))) {
            assertTrue(wanted.containsAll(found), () -> "a wrong group in " + found);
            assertTrue(found.size() >= MIN_RECALL * IMAGES, () -> found.size() + " of " + IMAGES);
        }
        int longKeys = byIndex(images, 300_000).size();
        assertTrue(longKeys >= MIN_RECALL_OF_LONG_KEYS * IMAGES, () -> longKeys + " of " + IMAGES);
    }

    @Test
    void differentImagesStandAlone() {
        assertEquals(
                List.of(),
                among(IntStream.range(0, 600)
                        .mapToObj(NearDuplicatesTest::photograph)
                        .toList()));
    }

    @Test
    void framesOfOneSceneAreOneGroup() {
        RasterImage scene = photograph(1);
        Random random = new Random(2);
        List<RasterImage> frames = IntStream.range(0, 2000)
                .mapToObj(i -> Changes.mapped(
                        (x, y) -> Math.max(0, Math.min(255, scene.value(x, y, 0) + random.nextInt(5) - 2))))
                .toList();
        assertEquals(List.of(IntStream.range(0, 2000).boxed().toList()), among(frames));
    }

    /** Half of one pose and half of a person: many pairs have to be aligned, and few are the same. */
    private static Thumbnail face(int seed) {
        RasterImage pose = photograph(1);
        RasterImage person = photograph(1000 + seed);
        return Thumbnail.of(Changes.mapped((x, y) -> (pose.value(x, y, 0) + person.value(x, y, 0)) / 2));
    }

    @ParameterizedTest(name = "at {0} of the work")
    @ValueSource(doubles = {0.01, 0.06, 0.11})
    void endsSoonWhenAnotherThreadAsksItToStopOnTheWay(double fraction) throws InterruptedException {
        List<Thumbnail> faces =
                IntStream.range(0, 4500).mapToObj(NearDuplicatesTest::face).toList();
        CountDownLatch reached = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong stoppedAt = new AtomicLong();
        DoubleAccumulator last = new DoubleAccumulator(Math::max, 0);
        Thread other = new Thread(() -> {
            try {
                reached.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stoppedAt.set(System.nanoTime());
            stop.set(true);
        });
        other.start();
        NearDuplicates.among(faces, new Progress() {
            @Override
            public void report(double done, String message) {
                last.accumulate(done);
                if (done >= fraction) {
                    reached.countDown();
                }
            }

            @Override
            public boolean stopRequested() {
                return stop.get();
            }
        });
        other.join();
        double seconds = (System.nanoTime() - stoppedAt.get()) / 1e9;
        assertTrue(seconds < 2, () -> "it went on for " + seconds + " s");
        assertTrue(last.get() < 1, "it was not stopped on the way");
    }

    @Test
    void endsSoonWhenAskedToStop() {
        Progress stopped = new Progress() {
            @Override
            public void report(double fraction, String message) {
                assertTrue(fraction <= 1);
            }

            @Override
            public boolean stopRequested() {
                return true;
            }
        };
        List<Thumbnail> images = IntStream.range(0, 50)
                .mapToObj(i -> Thumbnail.of(photograph(1)))
                .toList();
        assertEquals(List.of(), NearDuplicates.among(images, stopped));
    }
}
