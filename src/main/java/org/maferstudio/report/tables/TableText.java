package org.maferstudio.report.tables;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.texts.Numbers;

/**
 * Formats tables as csv for spreadsheets and Python, as tex for papers, and as html for reports. Every exported csv
 * file is written here; csv files inside experiments and recordings are read again and stay unescaped.
 */
public final class TableText {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\.?[0-9][0-9.,]*([eE][-+]?[0-9]+)?\\s?%?|Infinity|NaN)");

    private TableText() {}

    /** Formats csv with a header, commas and line feeds. */
    public static String csv(Table table) {
        StringBuilder text = new StringBuilder(csvLine(table.header()));
        table.rows().forEach(row -> text.append(csvLine(row)));
        return text.toString();
    }

    /** A row with its line feed. */
    public static String csvLine(List<String> cells) {
        return cells.stream().map(TableText::csvCell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String csvCell(String cell) {
        // In a file, a displayed "none" is an empty field, and the minus sign is ASCII.
        if (cell.equals(Numbers.NONE)) {
            return "";
        }
        String safe = withoutFormula(cell.replaceFirst("^" + Numbers.MINUS + "(?=[0-9])", "-"));
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /**
     * Prefixes an apostrophe to text that a spreadsheet would evaluate as a formula, such as a file name that starts
     * with an equals sign.
     */
    public static String withoutFormula(String cell) {
        boolean formula = !cell.isEmpty()
                && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }

    /** A tabular with booktabs rules: the first column left-aligned, the others right-aligned. */
    public static String tex(Table table) {
        StringBuilder text = new StringBuilder("% needs \\usepackage{booktabs}\n\\begin{tabular}{l")
                .append("r".repeat(table.header().size() - 1))
                .append("}\n\\toprule\n")
                .append(texLine(table.header()))
                .append("\\midrule\n");
        table.rows().forEach(row -> text.append(texLine(row)));
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    private static String texLine(List<String> cells) {
        return cells.stream().map(TableText::texCell).collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    private static String texCell(String cell) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\textbackslash{}");
                case '~' -> text.append("\\textasciitilde{}");
                case '^' -> text.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_', '{', '}' -> text.append('\\').append(c);
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** A table of Markdown: the first column left-aligned, the others right-aligned. */
    public static String markdown(Table table) {
        StringBuilder text = new StringBuilder(markdownLine(table.header()))
                .append("|---|")
                .append("---:|".repeat(table.header().size() - 1))
                .append('\n');
        table.rows().forEach(row -> text.append(markdownLine(row)));
        return text.toString();
    }

    private static String markdownLine(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    public static String html(Table table) {
        String head = table.header().stream()
                .map(cell -> "<th>" + xml(cell) + "</th>")
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>\n"));
        String body = table.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> "<td>" + xml(cell) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .collect(Collectors.joining("", "<tbody>\n", "</tbody>"));
        return "<table>" + head + body + "</table>\n";
    }

    public static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
