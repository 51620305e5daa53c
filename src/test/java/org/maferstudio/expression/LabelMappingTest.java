package org.maferstudio.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelMappingTest {
    @Test
    void classesFindEachOtherByNameWhateverTheirNumbers() {
        LabelMapping mapping = new LabelMapping(LabelSet.rafdb(), LabelSet.fer2013());
        assertEquals(5, mapping.of(0), "surprise");
        assertEquals(6, mapping.of(6), "neutral");
        assertEquals(7, mapping.shared());
        assertEquals(List.of(), mapping.unknown());
        assertEquals(List.of(), mapping.absent());
    }

    @Test
    void whatHasNoCounterpartIsNamed() {
        LabelSet eight = LabelSet.of(Expression.CONTEMPT, Expression.ANGER);
        LabelSet two = LabelSet.of(Expression.ANGER, Expression.NEUTRAL);
        LabelMapping mapping = new LabelMapping(eight, two);
        assertEquals(-1, mapping.of(0));
        assertEquals(0, mapping.of(1));
        assertEquals(List.of("contempt"), mapping.unknown());
        assertEquals(List.of("neutral"), mapping.absent());
        assertEquals(1, mapping.shared());
    }
}
