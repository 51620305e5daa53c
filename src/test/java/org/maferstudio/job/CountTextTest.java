package org.maferstudio.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTextTest {
    @ParameterizedTest(name = "{0} reads \"{1}\"")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0     | 0 pictures
            1     | 1 picture
            2     | 2 pictures
            28709 | 28,709 pictures
            """)
    void aNumberStandsWithItsNoun(long count, String text) {
        assertEquals(text, CountText.of(count, "picture"));
    }
}
