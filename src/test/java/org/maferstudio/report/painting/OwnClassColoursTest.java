package org.maferstudio.report.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;

class OwnClassColoursTest {
    @Test
    void classesThatAreNoExpressionsHaveColoursThatNoExpressionBesideThemHas() {
        LabelSet labels = new LabelSet(List.of("thumbs", "smile", "sad", "surprised", "wink", "nod", "happy", "yawn"));
        assertEquals(
                8,
                IntStream.range(0, labels.size())
                        .mapToObj(label -> Palette.of(labels, label))
                        .distinct()
                        .count());
        assertEquals(Palette.of(Expression.SADNESS), Palette.of(labels, 2));
    }
}
