package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    private static void assertSame(String text) {
        char[] around = ("9" + text + "9").toCharArray();
        assertEquals(
                Float.floatToRawIntBits(Float.parseFloat(text)),
                Float.floatToRawIntBits(DecimalText.parse(around, 1, 1 + text.length())),
                text);
    }

    @Test
    void anyNumberIsTheOneThatJavaReads() {
        Random random = new Random(17);
        for (int i = 0; i < 200_000; i++) {
            assertSame(Float.toString(random.nextFloat()));
            assertSame(Float.toString((float) Math.exp(-100 * random.nextDouble())));
            assertSame(Float.toString(Float.intBitsToFloat(random.nextInt())));
            assertSame(Double.toString(random.nextGaussian()));
            assertSame(String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", random.nextDouble()));
        }
    }

    @Test
    void numbersHalfwayBetweenTwoFloatsAreRoundedAsJavaRounds() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            float below = random.nextFloat();
            double halfway = (below + (double) Math.nextUp(below)) / 2;
            assertSame(Double.toString(halfway));
            assertSame(Double.toString(Math.nextUp(halfway)));
            assertSame(Double.toString(Math.nextDown(halfway)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0E0",
                "1.",
                ".5",
                "+1",
                "1e3",
                "1E-45",
                "1e-46",
                "1e39",
                "3.4028236e38",
                "NaN",
                "-Infinity",
                " 0.5 ",
                "1f",
                "0x1p-3",
                "0.1e00003",
                "1E+2",
                "00000000000000000000.5",
                "1e22",
                "1e-22"
            })
    void rareSpellingsAreReadAsJavaReadsThem(String text) {
        assertSame(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "e5", "1e", "1e-", "1.2.3", "1,5", "0.5x", "1e5x", "--1", "half"})
    void whatIsNoNumberIsNone(String text) {
        assertThrows(NumberFormatException.class, () -> DecimalText.parse(text.toCharArray(), 0, text.length()));
    }
}
