package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;

class HistoryFigureTest {
    @ParameterizedTest(name = "{0} points high: learning rate {1}")
    @CsvSource(
            textBlock =
                    """
            # a pane of a small window
            180, false
            # one of a usual window, and a file
            300, true
            460, true
            """)
    void whereThereIsLittleRoomLossAndAccuracyHaveItAlone(int height, boolean all) {
        SVGGraphics2D g = new SVGGraphics2D(360, height);
        HistoryFigure.of(Made.history(12, 0.7)).paint(g, 360, height, FigureStyle.light());
        String svg = g.getSVGElement();
        assertEquals(true, svg.contains(">Loss<") && svg.contains(">Accuracy in %<"));
        assertEquals(all, svg.contains(">Learning rate<"));
        assertEquals(all, svg.contains(">Downsampling probability<"));
    }

    @Test
    void theLowResolutionOfValidationsHasACurveAndColumns() {
        List<HistoryRow> rows = List.of(row(1, 0.3, 0.1), row(2, 0.6, 0.4));
        HistoryFigure figure = HistoryFigure.of(rows);
        SVGGraphics2D g = new SVGGraphics2D(480, 460);
        figure.paint(g, 480, 460, FigureStyle.light());
        assertTrue(g.getSVGElement().contains(">at 8 px<"));
        Table table = figure.table().orElseThrow();
        assertEquals(
                List.of("8", "2.5", "0.4"), table.rows().get(1).subList(9, 12), "after epoch, images and the rest");
        SVGGraphics2D without = new SVGGraphics2D(480, 460);
        HistoryFigure.of(Made.history(2, 0.7)).paint(without, 480, 460, FigureStyle.light());
        assertFalse(without.getSVGElement().contains(" px<"));
    }

    private static HistoryRow row(int epoch, double natively, double low) {
        return new HistoryRow(
                epoch, epoch, 100L * epoch, 2, 0.5, 2, natively, 0.1, 0.1, new HistoryRow.Lowered(8, 2.5, low), 1);
    }
}
