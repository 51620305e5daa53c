package org.maferstudio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ConfusionMatrix;

class PaperConfusionFigureTest {
    @Test
    void panelsStandInThePapersOrderWhateverTheirNamesLookLike() {
        PaperConfusionFigure figure = figure("fer2013-cr-affwild2", "FER2013 CR Simplified", "cr", "Base");
        assertEquals(
                List.of("Base", "cr", "FER2013 CR Simplified", "fer2013-cr-affwild2"),
                figure.panels().stream().map(ConfusionFigure.Panel::title).toList());
        assertEquals(
                List.of("base", "one", "other"),
                figure("one", "other", "base").panels().stream()
                        .map(ConfusionFigure.Panel::title)
                        .toList());
    }

    @Test
    void classesStandInThePapersOrderAndKeepTheirCounts() {
        LabelSet labels = LabelSet.of(Expression.ANGER, Expression.HAPPINESS, Expression.SURPRISE);
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(labels, new long[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        ConfusionMatrix ordered = new PaperConfusionFigure(List.of(new ConfusionFigure.Panel("", matrix)))
                .panels()
                .get(0)
                .matrix();
        assertEquals(List.of("surprise", "happiness", "anger"), ordered.labels().names());
        assertEquals(9, ordered.count(0, 0));
        assertEquals(7, ordered.count(0, 2));
        assertEquals(2, ordered.count(2, 1));
    }

    @Test
    void everyCellHasThreeDecimalsAndTheScaleStandsThereOnce() {
        String svg = FigureFile.svg(figure("base", "cr"), Look.paper());
        assertTrue(svg.contains(">0.000<"));
        assertFalse(svg.contains(">0<"));
        assertTrue(svg.contains(">0.8<") && svg.indexOf(">0.8<") == svg.lastIndexOf(">0.8<"));
        assertTrue(svg.contains(">sur<"));
    }

    private static PaperConfusionFigure figure(String... names) {
        LabelSet labels = LabelSet.of(Expression.ANGER, Expression.HAPPINESS, Expression.SURPRISE);
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(labels, new long[][] {{9, 1, 0}, {0, 8, 2}, {1, 2, 7}});
        return new PaperConfusionFigure(Stream.of(names)
                .map(name -> new ConfusionFigure.Panel(name, matrix))
                .toList());
    }
}
