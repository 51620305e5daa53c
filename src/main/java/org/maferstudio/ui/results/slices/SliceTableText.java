package org.maferstudio.ui.results.slices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.slices.SliceDifference;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Jobs;

/** The table of slices as a file: one line per slice and resolution. */
final class SliceTableText {
    private static final List<String> HEADER = List.of(
            "column",
            "value",
            "resolution",
            "n",
            "few",
            "accuracy",
            "accuracy_low",
            "accuracy_high",
            "difference",
            "difference_low",
            "difference_high",
            "p_holm");

    private SliceTableText() {}

    /**
     * The table.
     *
     * @param rows whose differences are those at their resolution
     */
    static Table of(String column, List<SliceRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (SliceRow row : rows) {
            for (ResolutionSweep.Point point : row.slice().sweep().points()) {
                Interval interval = point.intervals().accuracy();
                List<String> line = new ArrayList<>(List.of(
                        column,
                        row.value(),
                        point.resolution().id(),
                        Long.toString(point.scores().n()),
                        Boolean.toString(row.slice().isSmall()),
                        share(point.scores().accuracy()),
                        share(interval.low()),
                        share(interval.high())));
                line.addAll(difference(
                        row.difference().filter(any -> point.resolution().equals(row.resolution()))));
                lines.add(line);
            }
        }
        return new Table(HEADER, lines);
    }

    /** Asks for a file, and writes a table. */
    static void save(String name, Table table, FileDialogs dialogs, Jobs jobs) {
        dialogs.chooseTarget(Texts.of("results.slices.export.title"), name + ".csv", List.of("csv"))
                .ifPresent(file -> jobs.write(
                        file,
                        progress -> {
                            SafeFile.write(file, TableText.csv(table));
                            return file;
                        },
                        () -> {}));
    }

    private static List<String> difference(Optional<SliceDifference> difference) {
        return difference
                .map(each -> List.of(
                        share(each.difference()),
                        share(each.interval().low()),
                        share(each.interval().high()),
                        share(each.p())))
                .orElse(List.of("", "", "", ""));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }
}
