package org.maferstudio.ui.results.importexport;

/** In which form a figure leaves the program. */
enum FigureFormat {
    PNG("PNG"),
    PDF("PDF"),
    SVG("SVG"),
    /** A table with the rules of booktabs. */
    TEX("LaTeX"),
    CSV("CSV");

    private final String title;

    FigureFormat(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** How the name of its files ends, without the dot. */
    String ending() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether it is a table of numbers instead of an image. */
    boolean isTable() {
        return this == TEX || this == CSV;
    }
}
