package org.maferstudio.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassOrderTest {
    @Test
    void ordersOfEightClassesNameEightAndThoseOfSevenSeven() {
        for (int size = 6; size <= 8; size++) {
            int wanted = size;
            assertFalse(ClassOrder.ofSize(size).isEmpty());
            ClassOrder.ofSize(size)
                    .forEach(order -> assertEquals(wanted, order.labels().size(), order.typed()));
        }
        assertEquals(List.of(), ClassOrder.ofSize(4));
        assertEquals(List.of(), ClassOrder.of(new LabelSet(List.of("anger", "ann"))));
    }

    @Test
    void privateTestInAlphabeticalOrderIsRecognisedThoughThreeFilesAreMissing() {
        ClassOrder.Fit fit = ClassOrder.fitting(List.of(491L, 55L, 528L, 876L, 626L, 594L, 416L))
                .orElseThrow();
        assertEquals(KnownCounts.FER2013_PRIVATE_TEST, fit.counts());
        assertEquals("alphabetical", fit.order().name());
        assertEquals(
                "anger,disgust,fear,happiness,neutral,sadness,surprise",
                fit.order().typed());
    }

    @Test
    void countsOfNoKnownSplitSuggestNoOrder() {
        assertEquals(Optional.empty(), ClassOrder.fitting(List.of(60L, 5L, 50L, 90L, 60L, 40L, 70L)));
        assertEquals(Optional.empty(), ClassOrder.fitting(List.of(1L, 2L)));
    }
}
