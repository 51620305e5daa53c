package org.maferstudio.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.ValueScore;
import org.maferstudio.texts.Numbers;

/** The results of values that are no classes, such as valence, if any network predicts them and labels are known. */
final class ReportValues {
    private static final List<String> HEADER =
            List.of("Experiment", "Resolution", "Value", "n", "CCC", "RMSE", "Pearson");

    private ReportValues() {}

    /** The section of the page; empty if there are none. */
    static String section(List<String> names, List<ResolutionSweep> sweeps) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < sweeps.size(); i++) {
            for (ResolutionSweep.Point point : sweeps.get(i).points()) {
                for (ValueScore score : point.values()) {
                    rows.add(List.of(
                            names.get(i),
                            point.resolution().title(),
                            score.name(),
                            Numbers.count(score.n()),
                            score.ccc().text(),
                            score.rmse().text(),
                            score.pearson().text()));
                }
            }
        }
        String values = sweeps.stream()
                .flatMap(sweep -> sweep.points().stream())
                .flatMap(point -> point.values().stream())
                .map(ValueScore::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return rows.isEmpty()
                ? ""
                : "<h2>Values</h2>\n" + HtmlPage.heading(values) + HtmlPage.numbers(new Table(HEADER, rows))
                        + HtmlPage.note("n: number of samples with a label. CCC: Lin's concordance correlation "
                                + "coefficient. Parentheses contain 95 % bootstrap intervals, over whole groups "
                                + "(subjects or sequences) if they are known.");
    }
}
