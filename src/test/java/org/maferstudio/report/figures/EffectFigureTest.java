package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Spread;

class EffectFigureTest {
    private static final EffectFigure FIGURE = new EffectFigure(
            "Learning rate",
            "Accuracy",
            List.of(
                    new EffectFigure.Level("0.001", new Spread(List.of(0.60, 0.62, 0.64))),
                    new EffectFigure.Level("0.01", new Spread(List.of(0.71)))));

    @Test
    void everyValueAndTheSettingHaveTheirNames() {
        SVGGraphics2D g = new SVGGraphics2D(420, 300);
        FIGURE.paint(g, 420, 300, FigureStyle.light());
        String svg = g.getSVGElement();
        for (String text : List.of("0.001", "0.01", "Learning rate")) {
            assertTrue(svg.contains(">" + text + "<"), text);
        }
    }

    @Test
    void theTableHasMeanDeviationAndInterval() {
        // numpy.mean, numpy.std(ddof=1), scipy.stats.t.interval(0.95, 2, 0.62, 0.02 / 3 ** 0.5)
        assertEquals(
                List.of(
                        List.of("0.001", "3", "0.620", "0.020", "0.570", "0.670"),
                        List.of("0.01", "1", "0.710", "", "", "")),
                FIGURE.table().orElseThrow().rows());
    }

    @Test
    void everyValueIsARegionThatSaysItsNumbers() {
        List<FigureRegion> regions = FIGURE.spots(FIGURE.size(), FigureStyle.light());
        assertEquals(
                List.of(
                        "Learning rate 0.001: 62.0\u00a0% (57.0\u201367.0), 3 runs",
                        "Learning rate 0.01: 71.0\u00a0%, 1 run"),
                regions.stream().map(FigureRegion::text).toList());
        assertTrue(
                regions.get(0).bounds().getCenterY() > regions.get(1).bounds().getCenterY());
    }

    @Test
    void withoutAValueThereIsNoFigure() {
        assertThrows(IllegalArgumentException.class, () -> new EffectFigure("a", "b", List.of()));
    }
}
