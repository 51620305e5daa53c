package org.maferstudio.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.KeptPredictions;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.slices.ColumnsFile;
import org.maferstudio.slices.KnownColumns;
import org.maferstudio.slices.SampleColumns;
import org.maferstudio.slices.Slice;
import org.maferstudio.slices.SlicedResults;
import org.maferstudio.texts.Numbers;

/** The results of a report by the values of columns, worst first: those that the predictions and the experiments have. */
final class ReportSlices {
    /** Maximum number of tables. */
    static final int MOST_COLUMNS = 8;
    /** Maximum number of rows of a table. */
    static final int MOST_SLICES = 12;

    private final EvaluatedExperiments evaluated;
    private final List<Resolution> resolutions;
    /** Of each experiment, at those resolutions. */
    private final List<List<Predictions>> predictions;

    private ReportSlices(KeptPredictions kept) {
        evaluated = kept.evaluated();
        resolutions = kept.ends();
        predictions = IntStream.range(0, evaluated.experiments().size())
                .mapToObj(i -> resolutions.stream()
                        .map(resolution -> kept.at(i, resolution))
                        .toList())
                .toList();
    }

    /** The section of the page; empty if no column has two slices that are large enough, or samples are not known. */
    static String section(KeptPredictions predictions) {
        return predictions.ends().isEmpty() ? "" : new ReportSlices(predictions).section();
    }

    private String section() {
        SampleColumns columns = KnownColumns.of(predictions.get(0).get(0));
        for (Experiment experiment : evaluated.experiments()) {
            columns = columns.with(ColumnsFile.read(experiment));
        }
        SampleColumns all = columns;
        // The classes have a section of their own, as have folders that are named for them.
        List<String> tables = columns.names().stream()
                .filter(name -> !all.isSameDivision(name, KnownColumns.CLASS))
                .map(name -> table(name, all))
                .flatMap(Optional::stream)
                .limit(MOST_COLUMNS)
                .toList();
        return tables.isEmpty()
                ? ""
                : "<h2>Slices</h2>\n"
                        + HtmlPage.note("Accuracy in % by the values of a column of the images, worst first, at most "
                                + MOST_SLICES + " values of at most " + MOST_COLUMNS + " columns. Parentheses contain "
                                + "95 % intervals. Numbers are divided at their quartiles. Values with fewer than "
                                + Slice.FEW + " images are left out. A difference between slices is not a cause.")
                        + String.join("", tables);
    }

    private Optional<String> table(String column, SampleColumns columns) {
        List<SlicedResults> results = predictions.stream()
                .map(sweep -> SlicedResults.of(column, columns, sweep))
                .toList();
        List<Slice> worst = results.get(0).worstFirst(resolutions.get(0)).stream()
                .filter(slice -> !slice.isSmall())
                .toList();
        if (worst.size() < 2) {
            return Optional.empty();
        }
        List<List<String>> rows = worst.stream()
                .limit(MOST_SLICES)
                .map(slice -> row(slice, results))
                .toList();
        return Optional.of(HtmlPage.heading("By " + column) + HtmlPage.numbers(new Table(header(column), rows)));
    }

    private List<String> header(String column) {
        List<String> header = new ArrayList<>(List.of(column, "n"));
        for (String name : evaluated.names()) {
            resolutions.forEach(resolution -> header.add(name + ", " + resolution.title()));
        }
        return header;
    }

    private List<String> row(Slice slice, List<SlicedResults> results) {
        List<String> row = new ArrayList<>(List.of(slice.value(), Numbers.count(slice.n())));
        for (SlicedResults each : results) {
            Optional<Slice> same = each.slices().stream()
                    .filter(other -> other.value().equals(slice.value()))
                    .findFirst();
            for (Resolution resolution : resolutions) {
                row.add(same.filter(found -> found.isEvaluatedAt(resolution))
                        .map(found -> Numbers.percent(found.accuracy(resolution)) + " ("
                                + found.interval(resolution).percent() + ")")
                        .orElse(Numbers.NONE));
            }
        }
        return row;
    }
}
