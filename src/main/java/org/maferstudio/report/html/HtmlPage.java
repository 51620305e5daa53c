package org.maferstudio.report.html;

import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;

/** Builds a self-contained HTML page without scripts or external resources. */
public final class HtmlPage {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --back: #fff; --text: #24292f; --muted: #57606a; --line: #d8dee4;
              --shade: #f6f8fa; --accent: #0969da; }
            body { margin: 0; background: var(--back); color: var(--text);
              font: 15px/1.55 Inter, "Helvetica Neue", Helvetica, Arial, "DejaVu Sans", sans-serif; }
            main { max-width: 62em; margin: 0 auto; padding: 2.5em 1.5em 5em; }
            h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 .4em; }
            h2 { font-size: 1.3em; margin: 2.2em 0 .6em; padding-bottom: .3em; border-bottom: 1px solid var(--line); }
            h3 { font-size: 1em; margin: 1.6em 0 .4em; color: var(--muted); }
            p.note { color: var(--muted); font-size: .87em; }
            figure, div.table { margin: 1em 0; overflow-x: auto; }
            figure svg { max-width: 100%; height: auto; }
            figure.dark { display: none; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .93em; }
            th, td { padding: .35em .9em; text-align: right; border-bottom: 1px solid var(--line);
              white-space: nowrap; }
            th { font-weight: 600; color: var(--muted); }
            th:first-child, td:first-child, th:nth-child(2), td:nth-child(2),
              div.words th, div.words td { text-align: left; }
            div.words td { white-space: normal; overflow-wrap: anywhere; vertical-align: top; }
            li + li { margin-top: .4em; }
            pre { background: var(--shade); padding: 1em; overflow-x: auto; font-size: .87em; border-radius: 6px; }
            summary { cursor: pointer; color: var(--accent); }
            @media (max-width: 44em) { main { padding: 1.5em 1em 3em; } figure svg { max-width: none; } }
            @media screen and (prefers-color-scheme: dark) {
              :root { --back: #0d1117; --text: #d5dce4; --muted: #8b949e; --line: #262d36; --shade: #161b22;
                --accent: #58a6ff; }
              figure.light { display: none; }
              figure.dark { display: block; }
            }
            @media print { main { max-width: none; padding: 0; } figure { break-inside: avoid; } }
            """;

    private HtmlPage() {}

    /** Everything before the first heading. */
    public static String head(String title) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>" + TableText.xml(title)
                + "</title>\n<meta name=\"generator\" content=\"MAFER Studio\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n"
                + STYLE
                + "</style></head>\n<body><main>\n";
    }

    /** A paragraph of plain text. */
    public static String paragraph(String text) {
        return "<p>" + TableText.xml(text) + "</p>\n";
    }

    /** A table that scrolls if the page is narrower. */
    public static String numbers(Table table) {
        return "<div class=\"table\">" + TableText.html(table) + "</div>\n";
    }

    /** A table of text that wraps. */
    public static String textTable(Table table) {
        return "<div class=\"table words\">" + TableText.html(table) + "</div>\n";
    }

    /** What a figure or table is of. */
    public static String heading(String text) {
        return "<h3>" + TableText.xml(text) + "</h3>\n";
    }

    /** A paragraph in small letters. */
    public static String note(String text) {
        return "<p class=\"note\">" + TableText.xml(text) + "</p>\n";
    }

    /**
     * A figure, painted twice; the page shows the one that matches the reader's theme.
     *
     * @param number of the figure, each once in a page
     */
    public static String figure(Figure figure, int number) {
        return "<figure class=\"light\">" + FigureFile.svgElement(figure, FigureStyle.light(), "figure" + number)
                + "</figure>\n<figure class=\"dark\">"
                + FigureFile.svgElement(figure, FigureStyle.dark(), "dark" + number) + "</figure>\n";
    }

    /** Everything after the last paragraph. */
    public static String end() {
        return "</main></body></html>\n";
    }
}
