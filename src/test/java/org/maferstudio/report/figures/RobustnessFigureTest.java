package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.report.comparison.SeedRobustness;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;

class RobustnessFigureTest {
    private static RobustnessSweep sweep(DegradationKind kind) {
        Map<Optional<Degradation>, Predictions> all = new HashMap<>();
        double skill = 0.8;
        all.put(Optional.empty(), Made.predictions(Made.SEVEN, Resolution.NATIVE, skill, 17));
        for (Degradation each : kind.usual()) {
            skill -= 0.1;
            all.put(Optional.of(each), Made.predictions(Made.SEVEN, Resolution.NATIVE, skill, 17));
        }
        return RobustnessSweep.of(kind, all);
    }

    private static RobustnessFigure figure(DegradationKind kind) {
        return new RobustnessFigure(
                List.of(new RobustnessFigure.Series("a", sweep(kind)), new RobustnessFigure.Series("b", sweep(kind))));
    }

    /** From left to right, the dots of the first network. */
    private static List<FigureRegion> dots(DegradationKind kind) {
        return figure(kind).spots(new Figure.Size(480, 360), FigureStyle.light()).stream()
                .filter(spot -> spot.series() == 0)
                .sorted((a, b) -> Double.compare(a.bounds().getX(), b.bounds().getX()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void unchangedImagesAreAtTheMildEndAndHarshOnesAtTheOther(DegradationKind kind) {
        List<FigureRegion> dots = dots(kind);
        assertEquals(kind.usual().size() + 1, dots.size());
        FigureRegion mild = kind.isHarsherAbove() ? dots.get(0) : dots.get(dots.size() - 1);
        FigureRegion harsh = kind.isHarsherAbove() ? dots.get(dots.size() - 1) : dots.get(0);
        assertTrue(mild.text().startsWith("a, unchanged: "), mild::text);
        Degradation last = kind.usual().get(kind.usual().size() - 1);
        assertTrue(harsh.text().startsWith("a, " + last.title() + ": "), harsh::text);
        assertTrue(mild.bounds().getY() < harsh.bounds().getY(), "accuracy falls");
    }

    @ParameterizedTest
    @EnumSource
    void theAxisNamesTheKindAndTheStrengths(DegradationKind kind) {
        SVGGraphics2D g = new SVGGraphics2D(480, 360);
        figure(kind).paint(g, 480, 360, FigureStyle.light());
        String svg = g.getSVGElement();
        assertTrue(svg.contains(">" + kind.title().replace("&", "&amp;") + "<"), svg);
        assertTrue(svg.contains(">unchanged<"));
        assertTrue(svg.contains(">" + kind.usual().get(0).strengthText() + "<"));
    }

    @Test
    void seedsAreALineOfMeansOverABand() {
        Map<Optional<Degradation>, Spread> accuracy = new LinkedHashMap<>();
        accuracy.put(Optional.empty(), new Spread(List.of(0.8, 0.82)));
        accuracy.put(Optional.of(new Degradation(DegradationKind.JPEG, 10)), new Spread(List.of(0.5, 0.7)));
        RobustnessBandsFigure figure = new RobustnessBandsFigure(
                Made.SEVEN,
                DegradationKind.JPEG,
                List.of(new SeedRobustness.Setting("a", List.of(17L, 18L), accuracy)));
        List<FigureRegion> dots = figure.spots(new Figure.Size(480, 360), FigureStyle.light());
        assertEquals(2, dots.size());
        assertEquals(
                "a, unchanged: 81.0\u00a0% (68.3\u201393.7), 2 runs",
                dots.get(0).text());
        assertTrue(dots.get(1).text().startsWith("a, JPEG quality 10: 60.0\u00a0%"), dots.get(1)::text);
        assertTrue(dots.get(1).bounds().getX() < dots.get(0).bounds().getX(), "harsh at the left");
        SVGGraphics2D g = new SVGGraphics2D(480, 360);
        figure.paint(g, 480, 360, FigureStyle.light());
        assertTrue(g.getSVGElement().contains(">a, n = 2<"), g::getSVGElement);
    }

    @Test
    void theHeatMapHasAColumnPerStrengthInTheOrderOfTheAxis() {
        assertEquals(
                List.of("class", "unchanged", "75", "50", "30", "20", "10", "5"),
                new RobustnessHeatmapFigure(sweep(DegradationKind.JPEG))
                        .table()
                        .orElseThrow()
                        .header());
        assertEquals(
                List.of("5", "10", "20", "30", "50", "75", "unchanged"),
                new RobustnessHeatmapFigure(sweep(DegradationKind.JPEG))
                        .columns().stream().map(ClassHeatmap.Column::tick).toList());
        assertEquals(
                "unchanged",
                new RobustnessHeatmapFigure(sweep(DegradationKind.BLUR))
                        .columns()
                        .get(0)
                        .tick());
    }

    @Test
    void theTableHasARowPerNetworkAndStrength() {
        var table = figure(DegradationKind.BLUR).table().orElseThrow();
        assertEquals("blur", table.header().get(1));
        assertEquals(14, table.rows().size());
        assertEquals(List.of("b", "unchanged"), table.rows().get(7).subList(0, 2));
        assertEquals(List.of("b", "0.5"), table.rows().get(8).subList(0, 2));
    }

    @Test
    void kindsAreNotMixed() {
        List<RobustnessFigure.Series> mixed = List.of(
                new RobustnessFigure.Series("a", sweep(DegradationKind.BLUR)),
                new RobustnessFigure.Series("b", sweep(DegradationKind.NOISE)));
        assertThrows(IllegalArgumentException.class, () -> new RobustnessFigure(mixed));
    }
}
