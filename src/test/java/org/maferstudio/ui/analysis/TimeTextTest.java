package org.maferstudio.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest(name = "{0} s with {1} decimals is {2}")
    @CsvSource(
            textBlock =
                    """
            0,       2, 0:00.00
            12.367,  2, 0:12.37
            62.5,    1, 1:02.5
            59.999,  2, 1:00.00
            3599.6,  0, 1:00:00
            7325,    0, 2:02:05
            """)
    void timesAreWrittenInMinutesAndSeconds(double seconds, int decimals, String text) {
        assertEquals(text, TimeText.of(seconds, decimals));
    }

    @ParameterizedTest(name = "{0} is {1} s")
    @CsvSource(
            textBlock =
                    """
            12.5,    12.5
            '1,5',   1.5
            1:02.5,  62.5
            2:02:05, 7325
            90,      90
            """)
    void timesAreReadAsPeopleWriteThem(String text, double seconds) {
        assertEquals(OptionalDouble.of(seconds), TimeText.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1:", ":30", "1e3", "1:2:3:4"})
    void otherTextsAreNoTimes(String text) {
        assertEquals(OptionalDouble.empty(), TimeText.read(text));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(OptionalDouble.of(3725.25), TimeText.read(TimeText.of(3725.25, 2)));
    }
}
