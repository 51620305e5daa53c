package org.maferstudio.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.image.Picture;

class AugmenterTest {
    private static final Augmentation ALL = new Augmentation(0.5, true, 0.1, 15, 0.1, 2, 0.2);

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void withoutAnyTransformThePictureStays(int channels) {
        Picture picture = noise(20, 20, channels);
        assertEquals(picture, new Augmenter(Augmentation.NONE, 20).apply(picture, new Random(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void flippingTwiceGivesThePictureBack(int channels) {
        Augmenter flips = new Augmenter(new Augmentation(1, false, 0, 0, 0, 0, 0), 21);
        Picture picture = noise(21, 21, channels);
        Picture once = flips.apply(picture, new Random(1));
        assertEquals(picture.value(0, 3, 0), once.value(20, 3, 0));
        assertEquals(picture, flips.apply(once, new Random(1)));
    }

    @Test
    void theGivenPictureIsNeverChanged() {
        Picture picture = noise(48, 48, 3);
        byte[] before = picture.values().clone();
        Augmenter augmenter = new Augmenter(ALL, 48);
        for (int seed = 0; seed < 20; seed++) {
            augmenter.apply(picture, new Random(seed));
        }
        assertTrue(Arrays.equals(before, picture.values()));
    }

    @Test
    void theSameGeneratorGivesTheSamePicture() {
        Picture picture = noise(48, 48, 1);
        Augmenter augmenter = new Augmenter(ALL, 44);
        assertEquals(augmenter.apply(picture, new Random(7)), augmenter.apply(picture, new Random(7)));
        assertNotEquals(augmenter.apply(picture, new Random(7)), augmenter.apply(picture, new Random(8)));
    }

    @Test
    void flipsAsOftenAsAsked() {
        Augmenter augmenter = new Augmenter(new Augmentation(0.3, false, 0, 0, 0, 0, 0), 8);
        Picture picture = noise(8, 8, 1);
        Random random = new Random(17);
        int flipped = 0;
        for (int i = 0; i < 10_000; i++) {
            flipped += augmenter.apply(picture, random).equals(picture) ? 0 : 1;
        }
        // Five standard deviations of a binomial.
        assertEquals(3_000, flipped, 5 * Math.sqrt(10_000 * 0.3 * 0.7));
    }

    @Test
    void randomCropsReachEveryPlaceAndNoneOutside() {
        Augmenter augmenter = new Augmenter(new Augmentation(0, true, 0, 0, 0, 0, 0), 6);
        // Each value names its place, so the first value of a crop says where it was taken.
        byte[] values = new byte[10 * 8];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        Picture picture = new Picture(10, 8, 1, values);
        Map<Integer, Integer> places = new HashMap<>();
        Random random = new Random(17);
        for (int i = 0; i < 15_000; i++) {
            Picture crop = augmenter.apply(picture, random);
            int place = crop.value(0, 0, 0);
            assertEquals(picture.crop(place % 10, place / 10, 6, 6), crop);
            places.merge(place, 1, Integer::sum);
        }
        assertEquals(15, places.size());
        places.values().forEach(times -> assertEquals(1_000, times, 160));
    }

    @Test
    void withoutRandomCropsTheCentreIsTaken() {
        Picture picture = noise(11, 8, 3);
        Picture crop = new Augmenter(Augmentation.NONE, 6).apply(picture, new Random(1));
        assertEquals(picture.crop(2, 1, 6, 6), crop);
        assertEquals(crop, Augmenter.centreCrop(picture, 6));
    }

    @Test
    void shiftsByWholePixelsMoveAndRepeatTheBorder() {
        Picture picture = noise(9, 9, 1);
        Picture moved = new Picture(9, 9, 1, new Affine(1, 0, -2, 0, 1, 1).crop(picture, 0, 0, 9));
        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 9; x++) {
                assertEquals(picture.value(Math.max(0, x - 2), Math.min(8, y + 1), 0), moved.value(x, y, 0));
            }
        }
    }

    @Test
    void aQuarterTurnMovesCorners() {
        Picture picture = noise(9, 9, 3);
        // Rotating by 180 degrees at most, 90 of them at u = 0.75.
        Affine affine = Affine.draw(new Augmentation(0, false, 0, 180, 0, 0, 0), picture, always(0.75));
        Picture turned = new Picture(9, 9, 3, affine.crop(picture, 0, 0, 9));
        for (int i = 0; i < 9; i++) {
            for (int c = 0; c < 3; c++) {
                assertEquals(picture.value(i, 0, c), turned.value(8, i, c), 1);
            }
        }
    }

    @ParameterizedTest(name = "u = {0}: the pixel {2} px right of the centre comes from {1} px right of it")
    @CsvSource({"0, 4, 2", "0.5, 4, 4", "1, 4, 6"})
    void scalesAboutTheCentre(double u, double from, double to) {
        Picture picture = noise(21, 21, 1);
        Affine affine = Affine.draw(new Augmentation(0, false, 0, 0, 0.5, 0, 0), picture, always(u));
        assertEquals(10 + from, affine.xx() * (10 + to) + affine.xy() * 10 + affine.x0(), 1e-9);
        assertEquals(10, affine.yx() * (10 + to) + affine.yy() * 10 + affine.y0(), 1e-9);
    }

    @Test
    void aConstantPictureStaysConstantUnderEveryTransform() {
        byte[] values = new byte[30 * 30 * 3];
        Arrays.fill(values, (byte) 201);
        Picture picture = new Picture(30, 30, 3, values);
        Picture expected = Augmenter.centreCrop(picture, 26);
        Augmenter augmenter = new Augmenter(ALL, 26);
        for (int seed = 0; seed < 200; seed++) {
            assertEquals(expected, augmenter.apply(picture, new Random(seed)));
        }
    }

    @Test
    void holesHaveTheirSizeAndTheMeanColour() {
        byte[] values = new byte[40 * 40];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % 2 == 0 ? 10 : 90);
        }
        Picture picture = new Picture(40, 40, 1, values);
        Augmenter augmenter = new Augmenter(new Augmentation(0, false, 0, 0, 0, 1, 0.25), 40);
        Set<Integer> places = new HashSet<>();
        for (int seed = 0; seed < 300; seed++) {
            Picture holed = augmenter.apply(picture, new Random(seed));
            int changed = 0;
            int first = -1;
            for (int i = 0; i < values.length; i++) {
                if (holed.values()[i] != values[i]) {
                    assertEquals(50, holed.values()[i]);
                    first = first < 0 ? i : first;
                    changed++;
                }
            }
            assertEquals(100, changed);
            places.add(first);
        }
        assertTrue(places.size() > 200);
    }

    @Test
    void aCropLargerThanThePictureIsRefused() {
        Augmenter augmenter = new Augmenter(ALL, 49);
        Picture picture = noise(48, 60, 1);
        assertThrows(IllegalArgumentException.class, () -> augmenter.apply(picture, new Random(1)));
    }

    private static Random always(double u) {
        return new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public double nextDouble() {
                return u;
            }
        };
    }

    private static Picture noise(int width, int height, int channels) {
        byte[] values = new byte[width * height * channels];
        new Random(3).nextBytes(values);
        return new Picture(width, height, channels, values);
    }
}
