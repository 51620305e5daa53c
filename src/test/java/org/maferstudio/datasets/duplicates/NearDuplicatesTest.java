package org.maferstudio.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.Picture;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Progress;

class NearDuplicatesTest {
    private static final int SIDE = 48;
    private static final int IMAGES = 150;

    /** What people do to a photograph before it is in a dataset a second time. */
    static Stream<Arguments> changes() {
        UnaryOperator<Picture> mirror = image -> mapped(image, (x, y) -> image.value(SIDE - 1 - x, y, 0));
        UnaryOperator<Picture> crop = image -> Resampling.resize(part(image, 3, 3, 42), SIDE, SIDE, Kernel.BILINEAR);
        return Stream.of(
                change("mirrored", mirror),
                change("cropped by 3 pixels", crop),
                change("mirrored and cropped", image -> crop.apply(mirror.apply(image))),
                change(
                        "cropped at one corner",
                        image -> Resampling.resize(part(image, 3, 3, 45), SIDE, SIDE, Kernel.BILINEAR)),
                change(
                        "shifted",
                        image ->
                                mapped(image, (x, y) -> image.value(Math.min(x + 3, SIDE - 1), Math.max(y - 2, 0), 0))),
                change("brighter", image -> mapped(image, (x, y) -> bounded(image.value(x, y, 0) + 40))),
                change("darker", image -> mapped(image, (x, y) -> bounded(image.value(x, y, 0) - 40))),
                change("noisy", image -> {
                    Random random = new Random(5);
                    return mapped(image, (x, y) -> bounded(image.value(x, y, 0) + 8 * random.nextGaussian()));
                }),
                change("downsampled", image -> Resampling.resize(image, 24, 24, Kernel.BILINEAR)),
                change("larger", image -> Resampling.resize(image, 200, 200, Kernel.BICUBIC)));
    }

    private static Arguments change(String name, UnaryOperator<Picture> how) {
        return Arguments.of(name, how);
    }

    private static int bounded(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    @FunctionalInterface
    private interface Grey {
        int at(int x, int y);
    }

    private static Picture mapped(Picture like, Grey grey) {
        byte[] values = new byte[like.width() * like.height()];
        for (int y = 0; y < like.height(); y++) {
            for (int x = 0; x < like.width(); x++) {
                values[y * like.width() + x] = (byte) grey.at(x, y);
            }
        }
        return new Picture(like.width(), like.height(), 1, values);
    }

    private static Picture part(Picture image, int left, int top, int side) {
        byte[] values = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                values[y * side + x] = (byte) image.value(left + x, top + y, 0);
            }
        }
        return new Picture(side, side, 1, values);
    }

    /** A photograph of nothing: light and shade about as smooth as those of a face, no two alike. */
    private static Picture photograph(int seed) {
        Random random = new Random(seed);
        byte[] coarse = new byte[6 * 6];
        random.nextBytes(coarse);
        return Resampling.resize(new Picture(6, 6, 1, coarse), SIDE, SIDE, Kernel.BICUBIC);
    }

    private static List<List<Integer>> among(List<Picture> images) {
        return NearDuplicates.among(images.stream().map(Thumbnail::of).toList(), Progress.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void findsACopyThatWasChanged(String name, UnaryOperator<Picture> change) {
        List<Picture> images = new ArrayList<>(IntStream.range(0, IMAGES)
                .mapToObj(NearDuplicatesTest::photograph)
                .toList());
        IntStream.range(0, IMAGES).forEach(i -> images.add(change.apply(images.get(i))));
        List<List<Integer>> wanted =
                IntStream.range(0, IMAGES).mapToObj(i -> List.of(i, IMAGES + i)).toList();
        assertEquals(wanted, among(images));
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
        Picture scene = photograph(1);
        Random random = new Random(2);
        List<Picture> frames = IntStream.range(0, 2000)
                .mapToObj(i -> mapped(
                        scene, (x, y) -> Math.max(0, Math.min(255, scene.value(x, y, 0) + random.nextInt(5) - 2))))
                .toList();
        assertEquals(List.of(IntStream.range(0, 2000).boxed().toList()), among(frames));
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
