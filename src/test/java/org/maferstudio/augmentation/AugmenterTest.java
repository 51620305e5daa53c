package org.maferstudio.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.image.GreyWeights;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.AugmentationPreset;
import org.maferstudio.recipe.Border;
import org.maferstudio.recipe.Cutout;
import org.maferstudio.recipe.ElasticTransform;
import org.maferstudio.recipe.ShiftScaleRotate;

class AugmenterTest {
    private static final Augmentation ALL = Augmentation.LIGHT
            .greyed(0.3)
            .with(new ElasticTransform(0.7, 20, 4, 3))
            .with(new ShiftScaleRotate(0.7, 0.1, 15, 0.1))
            .with(new Cutout(0.7, 2, 0.2, Cutout.Fill.MEAN));

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void withoutAnyTransformThePictureStays(int channels) {
        RasterImage image = noise(20, 20, channels);
        assertEquals(image, augmenter(Augmentation.NONE, 20).apply(image, new Random(1)));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnyTransformItIsResizedAndItsCentreCropped(Kernel kernel) {
        RasterImage image = noise(20, 24, 3);
        Augmenter augmenter = new Augmenter(Augmentation.NONE, 40, 30, kernel);
        assertEquals(
                Resampling.resize(image, 40, 40, kernel).crop(5, 5, 30, 30), augmenter.apply(image, new Random(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void flippingTwiceGivesThePictureBack(int channels) {
        Augmenter flips = augmenter(Augmentation.NONE.flipped(1), 21);
        RasterImage image = noise(21, 21, channels);
        RasterImage once = flips.apply(image, new Random(1));
        assertEquals(image.value(0, 3, 0), once.value(20, 3, 0));
        assertEquals(image, flips.apply(once, new Random(1)));
    }

    @Test
    void theGivenImageIsNeverChanged() {
        RasterImage image = noise(48, 48, 3);
        byte[] before = image.values().clone();
        Augmenter augmenter = augmenter(ALL, 48);
        for (int seed = 0; seed < 40; seed++) {
            augmenter.apply(image, new Random(seed));
        }
        assertTrue(Arrays.equals(before, image.values()));
    }

    @Test
    void theSameGeneratorGivesTheSameImage() {
        RasterImage image = noise(48, 48, 1);
        Augmenter augmenter = new Augmenter(ALL, 48, 44, Kernel.BILINEAR);
        assertEquals(augmenter.apply(image, new Random(7)), augmenter.apply(image, new Random(7)));
        assertNotEquals(augmenter.apply(image, new Random(7)), augmenter.apply(image, new Random(8)));
    }

    @ParameterizedTest
    @EnumSource
    void twoImagesOfOneSizeGoThroughTheSameTransforms(AugmentationPreset preset) {
        // Values may not matter: a picture and its negative stay each other's negative, up to rounding.
        RasterImage image = noise(48, 48, 3);
        byte[] negated = new byte[image.values().length];
        for (int i = 0; i < negated.length; i++) {
            negated[i] = (byte) ~image.values()[i];
        }
        RasterImage negative = new RasterImage(48, 48, 3, negated);
        Augmentation noHoles = preset.augmentation().with(Cutout.NONE).with(Border.REPEAT);
        Augmenter augmenter = new Augmenter(noHoles, 64, 56, Kernel.OPENCV_LINEAR);
        for (int seed = 0; seed < 20; seed++) {
            RasterImage one = augmenter.apply(image, new SplittableRandom(seed));
            RasterImage other = augmenter.apply(negative, new SplittableRandom(seed));
            assertEquals(one.channels(), other.channels());
            for (int i = 0; i < one.values().length; i++) {
                assertEquals(255, (one.values()[i] & 0xff) + (other.values()[i] & 0xff), 1);
            }
        }
    }

    @Test
    void aGreyImageAndOneInColourDrawTheSame() {
        RasterImage grey = noise(48, 48, 1);
        Augmenter augmenter = new Augmenter(AugmentationPreset.RAFDB.augmentation(), 64, 56, Kernel.BILINEAR);
        for (int seed = 0; seed < 20; seed++) {
            RasterImage inColour = augmenter.apply(grey.toRgb(), new SplittableRandom(seed));
            assertEquals(augmenter.apply(grey, new SplittableRandom(seed)), inColour.toGrey());
        }
    }

    @Test
    void flipsAsOftenAsRequested() {
        Augmenter augmenter = augmenter(Augmentation.NONE.flipped(0.3), 8);
        assertHappens(0.3, noise(8, 8, 1), augmenter);
    }

    @Test
    void turnsGreyAsOftenAsRequested() {
        assertHappens(0.2, noise(8, 8, 3), augmenter(Augmentation.NONE.greyed(0.2), 8));
        RasterImage grey = augmenter(Augmentation.NONE.greyed(1), 8).apply(noise(8, 8, 3), new Random(1));
        assertEquals(noise(8, 8, 3).toGrey(), grey);
        RasterImage swapped =
                augmenter(Augmentation.NONE.greyed(1).with(GreyWeights.BGR), 8).apply(noise(8, 8, 3), new Random(1));
        assertEquals(noise(8, 8, 3).toGrey(GreyWeights.BGR), swapped);
        assertNotEquals(grey, swapped);
    }

    @Test
    void bendsMovesAndCutsAsOftenAsRequested() {
        RasterImage image = noise(16, 16, 1);
        assertHappens(0.4, image, augmenter(Augmentation.NONE.with(new ElasticTransform(0.4, 200, 3, 3)), 16));
        assertHappens(0.6, image, augmenter(Augmentation.NONE.with(new ShiftScaleRotate(0.6, 0.2, 30, 0)), 16));
        assertHappens(0.1, image, augmenter(Augmentation.NONE.with(new Cutout(0.1, 3, 5, Cutout.Fill.BLACK)), 16));
    }

    private static void assertHappens(double p, RasterImage image, Augmenter augmenter) {
        Random random = new Random(17);
        int changed = 0;
        for (int i = 0; i < 4_000; i++) {
            changed += augmenter.apply(image, random).equals(image) ? 0 : 1;
        }
        // Five standard deviations of a binomial.
        assertEquals(4_000 * p, changed, 5 * Math.sqrt(4_000 * p * (1 - p)));
    }

    @Test
    void randomCropsReachEveryPlaceAndNoneOutside() {
        Augmenter augmenter = new Augmenter(Augmentation.NONE.cropped(0), 10, 6, Kernel.BILINEAR);
        assertCropsEverywhere(places(10, 10), augmenter, 25);
    }

    @Test
    void firstCropsAreOfTheImageItselfAndReachEveryPlace() {
        assertCropsEverywhere(places(10, 8), new Augmenter(Augmentation.NONE.cropped(6), 9, 6, Kernel.BILINEAR), 15);
        assertCropsEverywhere(places(10, 8), new Augmenter(Augmentation.NONE.cropped(0.75), 9, 6, Kernel.BILINEAR), 15);
    }

    @Test
    void aFirstCropIsResizedStraightToTheInput() {
        RasterImage image = noise(48, 48, 1);
        Augmenter augmenter = new Augmenter(Augmentation.NONE.cropped(42), 256, 224, Kernel.OPENCV_LINEAR);
        RasterImage crop = augmenter.apply(image, draws(3, 5));
        assertEquals(Resampling.resize(image.crop(3, 5, 42, 42), 224, 224, Kernel.OPENCV_LINEAR), crop);
    }

    @Test
    void aFirstCropLargerThanTheImageTakesAllOfIt() {
        RasterImage image = noise(30, 30, 1);
        Augmenter augmenter = new Augmenter(Augmentation.NONE.cropped(42), 30, 30, Kernel.BILINEAR);
        assertEquals(image, augmenter.apply(image, new Random(1)));
    }

    private static void assertCropsEverywhere(RasterImage image, Augmenter augmenter, int expected) {
        Map<Integer, Integer> found = new HashMap<>();
        Random random = new Random(17);
        for (int i = 0; i < 1_000 * expected; i++) {
            RasterImage crop = augmenter.apply(image, random);
            int place = crop.value(0, 0, 0);
            assertEquals(image.crop(place % image.width(), place / image.width(), 6, 6), crop);
            found.merge(place, 1, Integer::sum);
        }
        assertEquals(expected, found.size());
        found.values().forEach(times -> assertEquals(1_000, times, 160));
    }

    /** Each value names its place, so the first value of a crop says where it was taken. */
    private static RasterImage places(int width, int height) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        return new RasterImage(width, height, 1, values);
    }

    @Test
    void scalesAboutTheCentre() {
        for (double zoom : new double[] {0.5, 1, 1.5}) {
            Affine affine = Affine.about(10, 0, zoom, 0, 0);
            assertEquals(10 + 4 * zoom, affine.x(14, 10), 1e-9);
            assertEquals(10, affine.y(14, 10), 1e-9);
        }
    }

    @Test
    void aMotionThereAndBackIsNone() {
        Affine affine = Affine.about(10, 0.3, 1.2, 3, -2);
        Affine none = affine.then(affine.inverse());
        assertEquals(7, none.x(7, 3), 1e-9);
        assertEquals(3, none.y(7, 3), 1e-9);
    }

    @ParameterizedTest(name = "{0}: beyond a dark picture with a bright border is {1}, {2}, {3}")
    @CsvSource({"REPEAT, 200, 200, 200", "MIRROR, 0, 0, 0", "BLACK, 0, 0, 0"})
    void theBorderIsAsAsked(Border border, int first, int second, int third) {
        byte[] values = new byte[9 * 9];
        for (int y = 0; y < 9; y++) {
            values[9 * y] = (byte) 200;
        }
        CropFrame frame = new CropFrame(new RasterImage(9, 9, 1, values), 9, 0, 0, 9);
        RasterImage moved = new Warp(
                        frame, new Affine(1, 0, -3, 0, 1, 0), Affine.IDENTITY, DisplacementField.none(9), border)
                .image();
        for (int y = 0; y < 9; y++) {
            assertEquals(first, moved.value(0, y, 0));
            assertEquals(second, moved.value(1, y, 0));
            assertEquals(third, moved.value(2, y, 0));
            assertEquals(200, moved.value(3, y, 0));
        }
    }

    @Test
    void aConstantImageStaysConstantUnderEveryTransform() {
        byte[] values = new byte[30 * 30 * 3];
        Arrays.fill(values, (byte) 201);
        RasterImage image = new RasterImage(30, 30, 3, values);
        for (Border border : List.of(Border.REPEAT, Border.MIRROR)) {
            Augmenter augmenter = new Augmenter(ALL.with(border), 40, 36, Kernel.BILINEAR);
            for (int seed = 0; seed < 100; seed++) {
                for (byte value : augmenter.apply(image, new Random(seed)).values()) {
                    assertEquals((byte) 201, value);
                }
            }
        }
    }

    @ParameterizedTest(name = "holes of {0} are {1} px wide, filled with {2}")
    @CsvSource({"0.25, 10, MEAN, 50", "10, 10, BLACK, 0", "1, 40, BLACK, 0", "100, 40, MEAN, 50"})
    void holesHaveTheirSizeAndColour(double size, int side, Cutout.Fill fill, int colour) {
        byte[] values = new byte[40 * 40];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % 2 == 0 ? 10 : 90);
        }
        RasterImage image = new RasterImage(40, 40, 1, values);
        Augmenter augmenter = augmenter(Augmentation.NONE.with(new Cutout(1, 1, size, fill)), 40);
        Set<Integer> places = new HashSet<>();
        for (int seed = 0; seed < 300; seed++) {
            RasterImage holed = augmenter.apply(image, new Random(seed));
            int changed = 0;
            int first = -1;
            for (int i = 0; i < values.length; i++) {
                if (holed.values()[i] != values[i]) {
                    assertEquals(colour, holed.values()[i]);
                    first = first < 0 ? i : first;
                    changed++;
                }
            }
            assertEquals(side * side, changed);
            places.add(first);
        }
        assertEquals(side == 40, places.size() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyPresetKeepsAFaceThatCanBeSeen(AugmentationPreset preset) {
        RasterImage image = noise(48, 48, 3);
        Augmenter augmenter = new Augmenter(preset.augmentation(), 256, 224, Kernel.OPENCV_LINEAR);
        for (int seed = 0; seed < 10; seed++) {
            RasterImage variant = augmenter.apply(image, new Random(seed));
            assertEquals(224, variant.width());
            int dark = 0;
            for (byte value : variant.values()) {
                dark += value == 0 ? 1 : 0;
            }
            // RAF-DB's corners move by up to 50 px of 224, and all beyond the image is black.
            double most = preset == AugmentationPreset.RAFDB ? 0.8 : 0.6;
            assertTrue(dark < most * variant.values().length, "only " + dark + " values are black");
        }
    }

    private static Augmenter augmenter(Augmentation augmentation, int side) {
        return new Augmenter(augmentation, side, side, Kernel.BILINEAR);
    }

    /** Draws these whole numbers, in order. */
    private static RandomGenerator draws(int... numbers) {
        int[] next = {0};
        return new RandomGenerator() {
            @Override
            public int nextInt(int bound) {
                return numbers[next[0]++];
            }

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static RasterImage noise(int width, int height, int channels) {
        byte[] values = new byte[width * height * channels];
        new Random(3).nextBytes(values);
        return new RasterImage(width, height, channels, values);
    }
}
