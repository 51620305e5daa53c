package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;

class ConfusionFigureTest {
    private static final ConfusionMatrix MATRIX = Made.matrix(Made.SEVEN, 0.7);
    private static final ConfusionFigure TWO = new ConfusionFigure(
            List.of(new ConfusionFigure.Panel("A", MATRIX), new ConfusionFigure.Panel("B", MATRIX)),
            Normalisation.ROWS);

    @ParameterizedTest(name = "in {0} x {1}")
    @CsvSource({"900, 420", "420, 900", "300, 200"})
    void theMiddleOfEachCellIsInThatCell(double width, double height) {
        Figure.Size painted = new Figure.Size(width, height);
        for (int panel = 0; panel < 2; panel++) {
            for (int trueClass = 0; trueClass < 7; trueClass++) {
                for (int predicted = 0; predicted < 7; predicted++) {
                    Cell cell = new Cell(panel, trueClass, predicted);
                    Rectangle2D bounds = TWO.bounds(cell, painted, FigureStyle.light());
                    assertEquals(
                            Optional.of(cell),
                            TWO.cellAt(bounds.getCenterX(), bounds.getCenterY(), painted, FigureStyle.light()));
                    assertTrue(new Rectangle2D.Double(0, 0, width, height).contains(bounds));
                }
            }
        }
    }

    @Test
    void outsideTheCellsThereIsNone() {
        assertEquals(Optional.empty(), TWO.cellAt(2, 2, new Figure.Size(900, 420), FigureStyle.light()));
    }

    @Test
    void textsCanBeReadOnEveryShade() {
        for (FigureStyle style : List.of(FigureStyle.light(), FigureStyle.dark(), FigureStyle.paper())) {
            for (int i = 0; i <= 100; i++) {
                var shade = style.colours().scale().at(i / 100.0);
                assertTrue(
                        ColourScale.contrast(style.textOn(shade), shade) >= 3.2,
                        "the text on share " + i + " % of " + style);
            }
        }
    }

    @Test
    void darkerMeansMoreWithoutASetback() {
        ColourScale scale = FigureStyle.paper().colours().scale();
        for (int i = 1; i <= 100; i++) {
            assertTrue(ColourScale.luminance(scale.at(i / 100.0)) <= ColourScale.luminance(scale.at((i - 1) / 100.0)));
        }
    }

    @Test
    void thousandsOfClassesAreDrawnAndNotWritten() {
        var labels = new org.maferstudio.expression.LabelSet(java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> "person " + i)
                .toList());
        Figure figure = ConfusionFigure.of(ConfusionMatrix.ofCounts(labels, new long[300][300]), Normalisation.COUNTS);
        assertEquals(300, FigureFile.image(figure, FigureStyle.dark(), 300, 300).getWidth());
    }
}
