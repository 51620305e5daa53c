package org.maferstudio.report.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.ClassAccuracyFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.Made;

class PrintColoursTest {
    @ParameterizedTest
    @EnumSource(PrintColours.class)
    void aScaleOnlyEverGetsDarkerSoThatAGreyCopyKeepsItsOrder(PrintColours colours) {
        ColourScale scale = colours.on(FigureStyle.paper()).colours().scale();
        for (int i = 0; i < 100; i++) {
            double here = ColourScale.luminance(scale.at(i / 100.0));
            double next = ColourScale.luminance(scale.at((i + 1) / 100.0));
            assertTrue(next < here, colours + " at " + i);
        }
        ColourScale onDark = colours.on(FigureStyle.dark()).colours().scale();
        assertTrue(ColourScale.luminance(onDark.at(0)) < ColourScale.luminance(onDark.at(1)));
    }

    @Test
    void greyIsGreyEverywhere() {
        Figure figure = new ClassAccuracyFigure(
                Made.SEVEN,
                java.util.List.of(
                        ClassAccuracyFigure.Series.of("a", Made.matrix(Made.SEVEN, 0.7)),
                        ClassAccuracyFigure.Series.of("b", Made.matrix(Made.SEVEN, 0.5))));
        BufferedImage image = FigureFile.image(
                figure, PrintColours.GREY.on(new FigureStyle(greyPaper(), FigureStyle.SANS, 10)), 400, 300);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                Color pixel = new Color(image.getRGB(x, y));
                assertEquals(pixel.getRed(), pixel.getGreen(), 2, "at " + x + ", " + y);
                assertEquals(pixel.getRed(), pixel.getBlue(), 2, "at " + x + ", " + y);
            }
        }
    }

    private static FigureColours greyPaper() {
        return FigureStyle.paper().colours();
    }
}
