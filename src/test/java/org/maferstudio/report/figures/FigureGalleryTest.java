package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Calibration;
import org.maferstudio.results.Coverage;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.schedule.ScheduleForecast;
import org.maferstudio.schedule.ScheduleSyntax;

/** Every figure in every look, left under {@code target/figures} to be looked at. */
class FigureGalleryTest {
    private static final Path FOLDER = Path.of("target", "figures");

    static Stream<Arguments> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("confusion-counts-7", ConfusionFigure.of(Made.matrix(Made.SEVEN, 0.7), Normalisation.COUNTS));
        figures.put("confusion-rows-8", ConfusionFigure.of(Made.matrix(Made.EIGHT, 0.7), Normalisation.ROWS));
        figures.put("confusion-columns-7", ConfusionFigure.of(Made.matrix(Made.SEVEN, 0.6), Normalisation.COLUMNS));
        figures.put(
                "confusion-two",
                new ConfusionFigure(
                        List.of(
                                new ConfusionFigure.Panel("Base", Made.matrix(Made.SEVEN, 0.5)),
                                new ConfusionFigure.Panel("Multi-resolution", Made.matrix(Made.SEVEN, 0.8))),
                        Normalisation.ROWS));
        figures.put("classes", ClassAccuracyFigure.of(Made.matrix(Made.SEVEN, 0.7)));
        figures.put(
                "classes-two",
                new ClassAccuracyFigure(
                        Made.SEVEN,
                        List.of(
                                ClassAccuracyFigure.Series.of("Base", Made.matrix(Made.SEVEN, 0.5)),
                                ClassAccuracyFigure.Series.of("Multi-resolution", Made.matrix(Made.SEVEN, 0.8)))));
        Map<String, int[]> counts = new LinkedHashMap<>();
        counts.put("train", new int[] {3995, 436, 4097, 7215, 4830, 3171, 4965});
        counts.put("validation", new int[] {467, 56, 496, 895, 653, 415, 607});
        figures.put("balance", new BalanceFigure(Made.SEVEN, counts));
        figures.put("heatmap", new ResolutionHeatmapFigure(Made.sweep(Made.SEVEN, 0.75, 0.2, 17)));
        figures.put("resolution", ResolutionFigure.of(Made.sweep(Made.SEVEN, 0.75, 0.2, 17)));
        figures.put(
                "resolution-four",
                new ResolutionFigure(List.of(
                        new ResolutionFigure.Series("Base", Made.sweep(Made.SEVEN, 0.75, 0.2, 17)),
                        new ResolutionFigure.Series("Multi-resolution", Made.sweep(Made.SEVEN, 0.72, 0.5, 27)),
                        new ResolutionFigure.Series("CR", Made.sweep(Made.SEVEN, 0.8, 0.42, 37)),
                        new ResolutionFigure.Series("CR-Simplified", Made.sweep(Made.SEVEN, 0.6, 0.35, 47)))));
        figures.put("reliability", reliability(0.7));
        figures.put("reliability-three", reliability(0.7, 0.5, 0.4));
        figures.put("coverage", coverage(0.7));
        figures.put("coverage-three", coverage(0.7, 0.5, 0.4));
        figures.put("history", HistoryFigure.of(Made.history(12, 0.7)));
        figures.put("history-long", HistoryFigure.of(Made.history(200, 0.6)));
        figures.put("history-empty", HistoryFigure.of(List.of()));
        figures.put(
                "history-two",
                new HistoryFigure(List.of(
                        new HistoryFigure.Series("Base", Made.history(12, 0.7)),
                        new HistoryFigure.Series("Multi-resolution", Made.history(20, 0.62)))));
        figures.put("schedule-curriculum", schedule("cross-resolution-curriculum", 574_180, 48));
        figures.put("schedule-cr-simplified", schedule("cr-simplified", 28_709, 224));
        figures.put("schedule-small-faces", schedule("small-faces", 28_709, 48));
        figures.put("schedule-off", schedule("off", 28_709, 48));
        return figures.entrySet().stream().flatMap(entry -> Stream.of("light", "dark", "paper")
                .map(look -> Arguments.of(entry.getKey(), look, entry.getValue())));
    }

    private static ReliabilityFigure reliability(double... skills) {
        return new ReliabilityFigure(DoubleStream.of(skills)
                .mapToObj(skill -> new ReliabilityFigure.Series(
                        "Network " + skill,
                        Calibration.of(
                                Made.predictions(Made.SEVEN, Resolution.NATIVE, skill, 17), ReliabilityFigure.BINS)))
                .toList());
    }

    private static CoverageFigure coverage(double... skills) {
        return new CoverageFigure(DoubleStream.of(skills)
                .mapToObj(skill -> new CoverageFigure.Series(
                        "Network " + skill, Coverage.of(Made.predictions(Made.SEVEN, Resolution.NATIVE, skill, 17))))
                .toList());
    }

    private static ScheduleFigure schedule(String text, long images, int side) {
        return new ScheduleFigure(ScheduleForecast.of(ScheduleSyntax.schedule(text), images, side));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("figures")
    void isPaintedAsPngAndSvg(String name, String lookName, Figure figure) throws IOException {
        FigureStyle style =
                switch (lookName) {
                    case "light" -> FigureStyle.light();
                    case "dark" -> FigureStyle.dark();
                    default -> FigureStyle.paper();
                };
        Files.createDirectories(FOLDER);
        byte[] png = FigureFile.png(figure, style, 144);
        Files.write(FOLDER.resolve(name + "-" + lookName + ".png"), png);
        String svg = FigureFile.svg(figure, style);
        Files.writeString(FOLDER.resolve(name + "-" + lookName + ".svg"), svg);
        assertTrue(png.length > 2000);
        assertTrue(svg.contains("<text"), "text stays text");
    }
}
