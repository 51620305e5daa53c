package org.maferstudio.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.Picture;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Progress;

class NearDuplicatesTest {
    private static final int SIDE = 48;
    private static final int IMAGES = 150;

    /** What people do to a photograph before it is in a dataset a second time. */
    private enum Change {
        MIRRORED(image -> mapped(image, (x, y) -> image.value(SIDE - 1 - x, y, 0))),
        CROPPED_BY_3_PIXELS(image -> Resampling.resize(part(image, 3, 3, 42), SIDE, SIDE, Kernel.BILINEAR)),
        CROPPED_AT_ONE_CORNER(image -> Resampling.resize(part(image, 3, 3, 45), SIDE, SIDE, Kernel.BILINEAR)),
        MIRRORED_AND_CROPPED(image -> CROPPED_BY_3_PIXELS.apply(MIRRORED.apply(image))),
        SHIFTED(image -> mapped(image, (x, y) -> image.value(Math.min(x + 3, SIDE - 1), Math.max(y - 2, 0), 0))),
        BRIGHTER(image -> mapped(image, (x, y) -> Math.min(255, image.value(x, y, 0) + 40))),
        DARKER(image -> mapped(image, (x, y) -> Math.max(0, image.value(x, y, 0) - 40))),
        NOISY(image -> {
            Random random = new Random(5);
            return mapped(image, (x, y) ->
                    (int) Math.max(0, Math.min(255, image.value(x, y, 0) + 8 * random.nextGaussian())));
        }),
        DOWNSAMPLED(image -> Resampling.resize(image, 24, 24, Kernel.BILINEAR)),
        LARGER(image -> Resampling.resize(image, 200, 200, Kernel.BICUBIC));

        private final UnaryOperator<Picture> how;

        Change(UnaryOperator<Picture> how) {
            this.how = how;
        }

        Picture apply(Picture image) {
            return how.apply(image);
        }
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

    /** A photograph of nothing: smooth light and shade, no two alike. */
    private static Picture photograph(int seed) {
        Random random = new Random(seed);
        byte[] coarse = new byte[9 * 9];
        random.nextBytes(coarse);
        return Resampling.resize(new Picture(9, 9, 1, coarse), SIDE, SIDE, Kernel.BICUBIC);
    }

    private static List<List<Integer>> among(List<Picture> images) {
        return NearDuplicates.among(images.stream().map(Thumbnail::of).toList(), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void findsACopyThatWasChanged(Change change) {
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
