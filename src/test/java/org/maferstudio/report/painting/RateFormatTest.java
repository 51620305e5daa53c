package org.maferstudio.report.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateFormatTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.1, 0.1", "0.0005, 0.0005", "1e-4, 0.0001", "2.5e-6, 2.5e-6", "-2e-6, -2e-6", "1e-17, 0"})
    void smallRatesHaveAnExponentInPlaceOfZeros(double rate, String text) {
        assertEquals(text, new RateFormat().format(rate));
    }
}
