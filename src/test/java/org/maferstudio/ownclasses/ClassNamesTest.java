package org.maferstudio.ownclasses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTest {
    @Test
    void freeNamesInAnyLanguageAreValid() {
        assertEquals(Optional.empty(), ClassNames.problem(List.of("thumbs up", "Überrascht", "笑顔", "surprised")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            a/b&c | "a/b" is not a valid class name. Use up to 40 characters, without slashes, commas and quotation marks.
            &b | Each class needs a name.
            1&b | "1" is not a valid class name. Use at least one letter, and no dot at the beginning or end.
            ..x&b | "..x" is not a valid class name. Use at least one letter, and no dot at the beginning or end.
            Smile&smile | The classes "Smile" and "smile" have the same meaning. Rename one of them.
            happy&happiness | The classes "happy" and "happiness" have the same meaning. Rename one of them.
            """)
    void invalidNamesAreExplained(String names, String sentence) {
        assertEquals(Optional.of(sentence), ClassNames.problem(Arrays.asList(names.split("&"))));
    }
}
