package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.Persons;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

class ResolutionFigureTest {
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatPeopleNeedStandsBesideExpressionsAndNotBesidePersons(boolean expressions) {
        ResolutionSweep sweep = ResolutionSweep.of(List.of(
                of(expressions, Resolution.NATIVE),
                of(expressions, Resolution.of(16)),
                of(expressions, Resolution.of(8))));
        SVGGraphics2D g = new SVGGraphics2D(480, 360);
        new ResolutionFigure(List.of(new ResolutionFigure.Series("a", sweep))).paint(g, 480, 360, FigureStyle.light());
        assertEquals(expressions, g.getSVGElement().contains("Martinez"));
    }

    @Test
    void aNetworkWithoutBandCoversNothing() {
        ResolutionSweep sweep = ResolutionSweep.of(List.of(of(true, Resolution.NATIVE), of(true, Resolution.of(8))));
        for (ResolutionFigure.Band band : ResolutionFigure.Band.values()) {
            IntervalXYDataset drawn = (IntervalXYDataset)
                    new ResolutionFigure(List.of(new ResolutionFigure.Series("a", "a", sweep, band)))
                            .chart(new Figure.Size(480, 360), FigureStyle.light())
                            .getXYPlot()
                            .getDataset();
            double height = drawn.getEndYValue(0, 0) - drawn.getStartYValue(0, 0);
            assertEquals(band == ResolutionFigure.Band.DRAWN, height > 0.01);
        }
    }

    private static Predictions of(boolean expressions, Resolution resolution) {
        Predictions persons = Persons.predictions(7, resolution, 3);
        return expressions ? new Predictions(LabelSet.fer2013(), "validation", resolution, persons.rows()) : persons;
    }
}
