package org.maferstudio.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffectTest {
    @Test
    void labelsAreFoundByTheNamesOfValues() {
        Affect affect = Affect.of(" -0.75", "1");
        assertEquals(-0.75f, affect.label("valence"));
        assertEquals(1, affect.label("arousal"));
        assertEquals(Float.NaN, affect.label("dominance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "-5", "1.01", "NaN", "Infinity", "", "none"})
    void whatIsNoNumberFromMinusOneToOneIsNoLabel(String text) {
        assertSame(Affect.NONE, Affect.of(text, text));
        assertEquals(new Affect(0.5f, Float.NaN), Affect.of("0.5", text));
    }
}
