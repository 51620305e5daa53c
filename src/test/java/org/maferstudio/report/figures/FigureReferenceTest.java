package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.painting.PrintColours;
import org.maferstudio.results.Calibration;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;

/**
 * Figures look as the pictures kept beside this test, pixel by pixel.
 *
 * <p>Letters are smoothed a little otherwise by each Java, so that what counts is how many pixels differ visibly once
 * neighbours are averaged. After a change that is meant, {@code mvn test -Dtest=FigureReferenceTest
 * -Dfigures.references=write} writes the pictures anew; look at each before it is kept.
 */
class FigureReferenceTest {
    private static final String FONT = "DejaVu Sans";
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "maferstudio", "report", "figures");
    private static final int DPI = 72;

    /** Of 255 levels of a colour, after averaging three by three pixels. */
    private static final int VISIBLE = 24;

    private static final double MOST_OTHERS = 0.004;

    static Stream<Arguments> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("confusion", ConfusionFigure.of(Made.matrix(Made.SEVEN, 0.7), Normalisation.ROWS));
        figures.put(
                "confusion-four",
                new ConfusionFigure(
                        Stream.of(0.4, 0.8, 0.75, 0.85)
                                .map(skill ->
                                        new ConfusionFigure.Panel("Skill " + skill, Made.matrix(Made.SEVEN, skill)))
                                .toList(),
                        Normalisation.COUNTS));
        figures.put("confusion-paper", paper());
        figures.put("classes", ClassAccuracyFigure.of(Made.matrix(Made.SEVEN, 0.7)));
        figures.put(
                "resolution",
                new ResolutionFigure(List.of(
                        new ResolutionFigure.Series("Base", Made.sweep(Made.SEVEN, 0.75, 0.2, 17)),
                        new ResolutionFigure.Series("Multi-resolution", Made.sweep(Made.SEVEN, 0.72, 0.5, 27)))));
        figures.put("heatmap", new ResolutionHeatmapFigure(Made.sweep(Made.SEVEN, 0.75, 0.2, 17)));
        figures.put("history", HistoryFigure.of(Made.history(12, 0.7)));
        figures.put(
                "reliability",
                new ReliabilityFigure(List.of(new ReliabilityFigure.Series(
                        "Network",
                        Calibration.of(
                                Made.predictions(Made.SEVEN, Resolution.NATIVE, 0.7, 17), ReliabilityFigure.BINS)))));
        return figures.entrySet().stream().flatMap(figure -> Stream.of(PrintColours.values())
                .filter(colours -> colours == PrintColours.BLUE
                        || (colours == PrintColours.GREY && figure.getKey().matches("classes|confusion-paper")))
                .map(colours -> Arguments.of(
                        figure.getKey() + "-" + colours.name().toLowerCase(java.util.Locale.ROOT),
                        figure.getValue(),
                        colours)));
    }

    private static PaperConfusionFigure paper() {
        return new PaperConfusionFigure(Stream.of("base", "CR", "CR-Simplified", "CR+AffWild2")
                .map(name -> new ConfusionFigure.Panel(name, Made.matrix(Made.SEVEN, 0.5 + 0.03 * name.length())))
                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void looksAsItsReference(String name, Figure figure, PrintColours colours) throws IOException {
        assumeTrue(new Font(FONT, Font.PLAIN, 10).getFamily().equals(FONT), "the references are in " + FONT);
        BufferedImage painted = painted(figure, colours);
        if ("write".equals(System.getProperty("figures.references"))) {
            Files.createDirectories(FOLDER);
            ImageIO.write(painted, "png", FOLDER.resolve(name + ".png").toFile());
        }
        BufferedImage reference = reference(name);
        assertEquals(reference.getWidth(), painted.getWidth());
        assertEquals(reference.getHeight(), painted.getHeight());
        double others = others(reference, painted);
        assertTrue(others <= MOST_OTHERS, () -> name + ": " + others + " of the pixels look otherwise");
    }

    @Test
    void anotherNumberInOneCellIsSeen() {
        ConfusionFigure figure = ConfusionFigure.of(Made.matrix(Made.SEVEN, 0.7), Normalisation.ROWS);
        ConfusionFigure other = ConfusionFigure.of(Made.matrix(Made.SEVEN, 0.6), Normalisation.ROWS);
        assertTrue(others(painted(figure, PrintColours.BLUE), painted(other, PrintColours.BLUE)) > 4 * MOST_OTHERS);
        assertTrue(others(painted(figure, PrintColours.BLUE), painted(figure, PrintColours.GREY)) > 4 * MOST_OTHERS);
    }

    private static BufferedImage painted(Figure figure, PrintColours colours) {
        FigureStyle paper = FigureStyle.paper();
        FigureStyle style = colours.on(new FigureStyle(paper.colours(), FONT, paper.fontSize()));
        BufferedImage painted = FigureFile.image(
                figure, style, figure.size().width(), figure.size().height(), DPI / 72.0);
        BufferedImage opaque = new BufferedImage(painted.getWidth(), painted.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.getGraphics().drawImage(painted, 0, 0, java.awt.Color.WHITE, null);
        return opaque;
    }

    private static BufferedImage reference(String name) throws IOException {
        Path written = FOLDER.resolve(name + ".png");
        if (Files.exists(written)) {
            return ImageIO.read(written.toFile());
        }
        try (InputStream in = FigureReferenceTest.class.getResourceAsStream(name + ".png")) {
            assertTrue(in != null, () -> "there is no reference of " + name);
            return ImageIO.read(in);
        }
    }

    /** The share of pixels that look otherwise. */
    private static double others(BufferedImage a, BufferedImage b) {
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        long others = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                others += differs(a, b, x, y) ? 1 : 0;
            }
        }
        return (double) others / (width * height);
    }

    private static boolean differs(BufferedImage a, BufferedImage b, int x, int y) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = 0;
            for (int i = 0; i < 9; i++) {
                int right = x - 1 + i % 3;
                int down = y - 1 + i / 3;
                difference += (a.getRGB(right, down) >> shift & 255) - (b.getRGB(right, down) >> shift & 255);
            }
            if (Math.abs(difference) > 9 * VISIBLE) {
                return true;
            }
        }
        return false;
    }
}
