package org.maferstudio.report;

/** The frame of a page: one file, no scripts, nothing fetched. */
final class HtmlPage {
    private static final String STYLE =
            """
            :root { color-scheme: light; }
            body { margin: 0; background: #fff; color: #24292f;
              font: 15px/1.55 Inter, "Helvetica Neue", Helvetica, Arial, "DejaVu Sans", sans-serif; }
            main { max-width: 62em; margin: 0 auto; padding: 2.5em 1.5em 5em; }
            h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 .4em; }
            h2 { font-size: 1.3em; margin: 2.2em 0 .6em; padding-bottom: .3em; border-bottom: 1px solid #d8dee4; }
            h3 { font-size: 1em; margin: 1.6em 0 .4em; color: #57606a; }
            p.note { color: #57606a; font-size: .87em; }
            figure { margin: 1em 0; overflow-x: auto; }
            figure svg { max-width: 100%; height: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .93em; }
            th, td { padding: .35em .9em; text-align: right; border-bottom: 1px solid #e7ebef; }
            th { font-weight: 600; color: #57606a; }
            th:first-child, td:first-child, th:nth-child(2), td:nth-child(2) { text-align: left; }
            pre { background: #f6f8fa; padding: 1em; overflow-x: auto; font-size: .87em; border-radius: 6px; }
            summary { cursor: pointer; color: #0969da; }
            @media print { main { max-width: none; padding: 0; } figure { break-inside: avoid; } }
            """;

    private HtmlPage() {}

    /** All before the first heading. */
    static String head(String title) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>" + TableText.xml(title)
                + "</title>\n<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n" + STYLE
                + "</style></head>\n<body><main>\n";
    }

    static String paragraph(String text) {
        return "<p>" + TableText.xml(text) + "</p>\n";
    }

    static String note(String text) {
        return "<p class=\"note\">" + TableText.xml(text) + "</p>\n";
    }
}
