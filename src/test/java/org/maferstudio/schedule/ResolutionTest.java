package org.maferstudio.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;

class ResolutionTest {
    @ParameterizedTest
    @ValueSource(strings = {"native", "2", "8", "16", "224", "4096"})
    void itsIdIsReadAgain(String id) {
        Resolution resolution = Resolution.read(id).orElseThrow();
        assertEquals(id, resolution.id());
        assertEquals(resolution, Resolution.parse(" " + id + " "));
        assertEquals(id.equals("native"), resolution.isNative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "4097", "08", "-8", "8px", "8.0", "Native", "99999999999", "\u0668"})
    void whatIsNoResolutionIsNamed(String text) {
        assertEquals(Optional.empty(), Resolution.read(text));
        String sentence =
                assertThrows(Problem.class, () -> Resolution.parse(text)).getMessage();
        assertTrue(sentence.contains("\"" + text + "\"") && sentence.contains("2 to 4096"), sentence);
    }

    @Test
    void nativeComesFirstThenManyPixelsToFew() {
        assertEquals(
                Resolution.parseAll("native 128 16 8"),
                Resolution.parseAll("8, native; 128,16 8").stream().sorted().toList());
    }

    @Test
    void severalAreReadInTheirOrderAndEachOnce() {
        assertEquals(List.of(Resolution.of(8), Resolution.NATIVE), Resolution.parseAll("8, native,8"));
    }

    @Test
    void theRangeIsTheSameEverywhere() {
        assertFalse(Resolution.isInRange(Resolution.LEAST - 1));
        assertThrows(IllegalArgumentException.class, () -> Resolution.of(Resolution.MOST + 1));
        assertThrows(IllegalArgumentException.class, () -> Resolutions.Listed.equally(List.of(Resolution.MOST + 1)));
        assertThrows(IllegalArgumentException.class, () -> new Resolutions.Uniform(1, 8));
    }
}
