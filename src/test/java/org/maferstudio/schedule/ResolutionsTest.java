package org.maferstudio.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"pow2:3-7", "8,12,16,24,32", "8:2,16:1,32:0.5", "8,8,16", "uniform:8-32", "log:8-64"})
    void drawsFollowTheShares(String text) {
        Resolutions resolutions = ScheduleSyntax.resolutions(text);
        SortedMap<Integer, Double> shares = resolutions.shares();
        assertEquals(
                1, shares.values().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
        int draws = 200_000;
        SortedMap<Integer, Integer> drawn = new TreeMap<>();
        RandomGenerator random = new SplittableRandom(17);
        for (int i = 0; i < draws; i++) {
            drawn.merge(resolutions.draw(random), 1, Integer::sum);
        }
        assertEquals(shares.keySet(), drawn.keySet());
        double chiSquare = 0;
        for (Map.Entry<Integer, Double> share : shares.entrySet()) {
            double expected = share.getValue() * draws;
            chiSquare += Math.pow(drawn.get(share.getKey()) - expected, 2) / expected;
        }
        int freedom = shares.size() - 1;
        // Mean plus four standard deviations of a chi-square distribution.
        assertTrue(chiSquare < freedom + 4 * Math.sqrt(2.0 * freedom), "chi-square " + chiSquare);
    }

    @Test
    void powersOfTwoFollowTheFormulaOfThePaper() {
        assertEquals(
                Set.of(8, 16, 32, 64, 128),
                new Resolutions.PowersOfTwo(3, 7).shares().keySet());
    }

    @ParameterizedTest(name = "at {0} px on the shorter side: {1}")
    @CsvSource(
            textBlock =
                    """
        224, []
        128, [128]
        48,  '[64, 128]'
        8,   '[8, 16, 32, 64, 128]'
        """)
    void saysWhichResolutionsDoNothing(int shorterSide, String expected) {
        assertEquals(
                expected,
                new Resolutions.PowersOfTwo(3, 7).withoutEffect(shorterSide).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        pow2:3-7     | 8, 16, 32, 64, 128 px, equally likely
        16           | 16 px
        8:2,16:1     | 8 px (67 %), 16 px (33 %)
        uniform:8-32 | 8 to 32 px, uniformly distributed
        log:8-64     | 8 to 64 px, log-uniformly distributed
        """)
    void describesItselfToPeople(String text, String expected) {
        assertEquals(expected, ScheduleSyntax.resolutions(text).describe());
    }

    @Test
    void whatCannotBeIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> new Resolutions.PowersOfTwo(0, 7));
        assertThrows(IllegalArgumentException.class, () -> new Resolutions.PowersOfTwo(7, 3));
        assertThrows(IllegalArgumentException.class, () -> new Resolutions.Uniform(32, 8));
        assertThrows(IllegalArgumentException.class, () -> new Resolutions.LogUniform(1, 8));
        assertThrows(IllegalArgumentException.class, () -> new Resolutions.Listed(List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Resolutions.Listed(List.of(8), List.of(0.0)));
        assertThrows(IllegalArgumentException.class, () -> new Resolutions.Listed(List.of(1), List.of(1.0)));
    }
}
