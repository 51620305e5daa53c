package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StableOrderTest {
    @Test
    void whatIsShownStaysInItsPlaceWhateverTheNewOrder() {
        assertEquals(List.of("a", "b", "c"), StableOrder.of(List.of("a", "b", "c"), List.of("b", "c", "a")));
    }

    @Test
    void whatHasGoneKeepsItsPlace() {
        assertEquals(List.of("a", "b", "c"), StableOrder.of(List.of("a", "b", "c"), List.of("a", "c")));
    }

    @Test
    void newOnesComeLast() {
        assertEquals(List.of("a", "b", "new"), StableOrder.of(List.of("a", "b"), List.of("new", "b", "a")));
    }
}
