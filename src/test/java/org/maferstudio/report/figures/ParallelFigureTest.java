package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Spread;

class ParallelFigureTest {
    private static final ParallelFigure FIGURE = new ParallelFigure(
            List.of(
                    ParallelAxis.ofNumbers("Learning rate", List.of("0.01", "0.0001", "0.001")),
                    ParallelAxis.ofNames("Algorithm", List.of("sgd", "adam"))),
            "Accuracy",
            List.of(
                    line("a", 0.62, "0.0001", "sgd"),
                    line("b", 0.66, "0.001", "adam"),
                    line("c", 0.70, "0.01", "adam")));

    private static ParallelFigure.Line line(String name, double mean, String... values) {
        return new ParallelFigure.Line(name, List.of(values), new Spread(List.of(mean - 0.01, mean + 0.01)));
    }

    @ParameterizedTest(name = "{0} are on a scale that is {1}")
    @CsvSource(
            textBlock =
                    """
            # as planned by ranges
            0.0001 0.001 0.01,      LOG
            16 32 48 64,            LINEAR
            # lists
            0.001 0.003 0.01,       LOG
            16 32 64 128,           LOG
            0 0.1 0.5,              LINEAR
            0.1 0.2,                LINEAR
            5,                      LINEAR
            """)
    void numbersAreOnTheScaleOnWhichTheyAreSpreadMoreEvenly(String values, ParallelAxis.Scale scale) {
        assertEquals(
                scale, ParallelAxis.ofNumbers("x", List.of(values.split(" "))).scale());
    }

    @Test
    void numbersAreSortedAndNamesStartAtTheTop() {
        ParallelAxis rates = FIGURE.axes().get(0);
        assertEquals(List.of("0.0001", "0.001", "0.01"), rates.values());
        assertEquals(0.5, rates.place("0.001"), 1e-12);
        assertEquals(0.75, FIGURE.axes().get(1).place("sgd"), 1e-12);
    }

    @Test
    void theMeasureHasAnAxisOfWholeSteps() {
        assertEquals(0, FIGURE.place(2, 0), 1e-9, "62 % is a whole step of 2");
        assertEquals(1, FIGURE.place(2, 2), 1e-9);
        assertEquals("66.0", FIGURE.value(2, 1));
        assertEquals(List.of(0.25, 0.75), FIGURE.places(1));
    }

    @Test
    void everyAxisAndValueHasItsName() {
        SVGGraphics2D g = new SVGGraphics2D(480, 320);
        FIGURE.paint(g, 480, 320, FigureStyle.light());
        String svg = g.getSVGElement();
        for (String text : List.of("Learning rate", "Algorithm", "Accuracy in %", "0.0001", "adam", "62", "70")) {
            assertTrue(svg.contains(">" + text + "<"), text);
        }
    }

    @Test
    void aPointLeadsToTheNearestLineThatIsNotFiltered() {
        Figure.Size size = new Figure.Size(480, 320);
        Rectangle2D area = FIGURE.area(size, FigureStyle.light());
        Point2D end = new Point2D.Double(FIGURE.x(2, area), FIGURE.y(FIGURE.place(2, 2), area) + 1);
        assertEquals(Optional.of(2), FIGURE.lineAt(end, 5, size, FigureStyle.light()));
        assertEquals(Optional.empty(), FIGURE.fading(Set.of(2)).lineAt(end, 5, size, FigureStyle.light()));
    }

    @Test
    void theTableHasASettingARow() {
        assertEquals(
                List.of("0.001", "adam", "2", "0.660", "0.014", "0.533", "0.787"),
                FIGURE.table().orElseThrow().rows().get(1),
                "scipy.stats.t.interval(0.95, 1, 0.66, 0.01)");
        assertEquals("3 settings by Learning rate, Algorithm, coloured by Accuracy", FIGURE.description());
    }
}
