package org.maferstudio.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersHaveAPointCommasATrueMinusSignAndADashWhereThereIsNone() {
        assertEquals("0.732", Numbers.share(0.7321));
        assertEquals("73.2", Numbers.percent(0.7321));
        assertEquals("71.8\u201374.7", Numbers.percent(0.718, 0.747));
        assertEquals("73 %", Numbers.wholePercent(0.7321));
        assertEquals("+8.6", Numbers.signed(8.61, 1));
        assertEquals("\u22120.62", Numbers.signed(-0.62, 2));
        assertEquals("28,709", Numbers.count(28_709));
        assertEquals("\u22121.5", Numbers.format("0.#").format(-1.5));
        assertEquals("1.2E-06", Numbers.format("0.0E00").format(1.2e-6));
        assertEquals("\u2013", Numbers.percent(Double.NaN));
    }
}
