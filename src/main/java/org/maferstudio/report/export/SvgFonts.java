package org.maferstudio.report.export;

import java.awt.Font;
import java.util.List;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigureStyle;

/** The fonts that an SVG file names: first the one used for measuring, so that text is positioned correctly. */
final class SvgFonts {
    private static final List<String> USUAL =
            List.of("Arial", "Helvetica", "Liberation Sans", "DejaVu Sans", "Noto Sans", "Verdana");
    private static final String SAMPLE = "Happiness 0.1234 n";

    private SvgFonts() {}

    /** The value of {@code font-family}. */
    static String families(String family) {
        if (!family.equals(FigureStyle.SANS) && !family.equals(Font.DIALOG)) {
            return family.replaceAll("[^\\p{L}\\p{N} -]", "") + ", sans-serif";
        }
        double measured = FigurePainter.width(SAMPLE, new Font(family, Font.PLAIN, 100));
        String first = USUAL.stream()
                .filter(name -> isThere(name)
                        && Math.abs(FigurePainter.width(SAMPLE, new Font(name, Font.PLAIN, 100)) - measured) < 1)
                .findFirst()
                .orElse("Arial");
        return switch (first) {
            case "DejaVu Sans", "Verdana" -> "DejaVu Sans, Bitstream Vera Sans, Verdana, sans-serif";
            case "Noto Sans" -> "Noto Sans, Open Sans, sans-serif";
            default -> "Arial, Helvetica, Liberation Sans, sans-serif";
        };
    }

    private static boolean isThere(String name) {
        return new Font(name, Font.PLAIN, 12).getFamily().equals(name);
    }
}
