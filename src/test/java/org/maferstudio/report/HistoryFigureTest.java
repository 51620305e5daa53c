package org.maferstudio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        HistoryFigure.of(Made.history(12, 0.7)).paint(g, 360, height, Look.light());
        String svg = g.getSVGElement();
        assertEquals(true, svg.contains(">Loss<") && svg.contains(">Accuracy in %<"));
        assertEquals(all, svg.contains(">Learning rate<"));
        assertEquals(all, svg.contains(">p(lowering)<"));
    }
}
