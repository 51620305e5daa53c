package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberInputTest {
    @ParameterizedTest(name = "''{0}'' as a whole number from 1 to 512: {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            32     | 32   |
            ' 32 ' | 32   |
            0      |      | From 1 to 512
            513    |      | From 1 to 512
            3.5    |      | Enter a whole number
            ''     |      | Enter a whole number
            many   |      | Enter a whole number
            """)
    void wholeNumbers(String text, Double value, String message) {
        NumberInput input = NumberInput.whole(1, 512, 16);
        input.textProperty().set(text);
        assertEquals(value, input.valueProperty().get());
        assertEquals(message == null ? "" : message, input.messageProperty().get());
    }

    @ParameterizedTest(name = "''{0}'' as a number from 0 to 1: {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0.5    | 0.5  |
            0,5    | 0.5  |
            1e-4   | 1e-4 |
            1.01   |      | From 0 to 1
            NaN    |      | Enter a number
            """)
    void realNumbers(String text, Double value, String message) {
        NumberInput input = NumberInput.real(0, 1, 0.25);
        input.textProperty().set(text);
        assertEquals(value, input.valueProperty().get());
        assertEquals(message == null ? "" : message, input.messageProperty().get());
    }

    @ParameterizedTest(name = "{0} is written as {1}")
    @CsvSource(
            textBlock =
                    """
            0.0001,  0.0001
            0.01,    0.01
            0.5,     0.5
            1,       1
            0.00001, 1E-5
            """)
    void isWrittenAsPeopleWriteIt(double number, String text) {
        NumberInput input = NumberInput.real(0, 1, number);
        assertEquals(
                Double.parseDouble(text),
                Double.parseDouble(input.textProperty().get()));
        assertEquals(number, input.get());
    }

    @ParameterizedTest(name = "asking for the value of ''{0}'' fails")
    @CsvSource({"x", "9999"})
    void noValueWithoutANumber(String text) {
        NumberInput input = NumberInput.whole(1, 512, 16);
        input.textProperty().set(text);
        assertThrows(IllegalStateException.class, input::get);
    }
}
