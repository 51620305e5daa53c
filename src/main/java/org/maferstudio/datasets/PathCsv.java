package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** The general table: a csv {@code path,label[,split][,group]}, its paths counted from the folder it lies in. */
final class PathCsv implements DatasetReader {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final int ROWS_BETWEEN_REPORTS = 1000;

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.a-csv-with-the-columns-path");
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return !Tables.with(tree, "path", "label").isEmpty();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        List<String> tables = Tables.with(tree, "path", "label");
        if (tables.size() > 1) {
            throw Problem.input(
                    Texts.of("datasets.has-several-tables-with-path-and", tree.title(), String.join(", ", tables)));
        }
        Rows rows = new Rows(tree, tables.get(0));
        long size = Math.max(1, tree.size(rows.table));
        try (CsvRows csv = new CsvRows(tree.openTable(rows.table), rows.table)) {
            while (csv.next()) {
                rows.add(csv);
                if (csv.number() % ROWS_BETWEEN_REPORTS == 0) {
                    progress.report(
                            Math.min(1, csv.position() / (double) size), Texts.of("datasets.table-rows", csv.number()));
                    Stopped.check(progress, tree.name());
                }
            }
        }
        return rows.reading(name());
    }

    /** Collects rows and says what is wrong with those it leaves out. */
    private static final class Rows {
        private final DatasetTree tree;
        private final String table;
        private final Optional<String> outer;
        private final Set<String> ids = new HashSet<>();
        private final List<Reading.Entry> entries = new ArrayList<>();
        private final List<Finding> damage = new ArrayList<>();
        private int withoutSplit;

        Rows(DatasetTree tree, String table) {
            this.tree = tree;
            this.table = table;
            this.outer = Splits.of(tree.name());
        }

        void add(CsvRows csv) {
            String where = EntryNames.fileName(table) + "#" + csv.number();
            String row = Texts.of("datasets.row-line", csv.number(), csv.number() + 2);
            String written = csv.field("path");
            Optional<String> path = EntryNames.safe(written);
            Optional<String> label = label(csv.field("label"));
            if (path.isEmpty()) {
                damage.add(new Finding(
                        Finding.Kind.UNSAFE_ENTRY,
                        where,
                        Texts.of("datasets.names-which-is-no-path-below-the", row, written)));
            } else if (label.isEmpty()) {
                damage.add(new Finding(
                        Finding.Kind.UNKNOWN_LABEL,
                        where,
                        Texts.of("datasets.has-the-label-which-is-no", row, csv.field("label"))));
            } else if (!ids.add(path.get())) {
                damage.add(new Finding(
                        Finding.Kind.UNKNOWN_LABEL, where, Texts.of("datasets.names-a-second-time", row, path.get())));
            } else {
                add(path.get(), label.get(), csv, where, row);
            }
        }

        private void add(String path, String label, CsvRows csv, String where, String row) {
            String folder = EntryNames.folder(table);
            String entry = folder.isEmpty() ? path : folder + "/" + path;
            if (!tree.has(entry)) {
                damage.add(new Finding(
                        Finding.Kind.UNREADABLE, where, Texts.of("datasets.names-which-is-not-there", row, path)));
                return;
            }
            String written = csv.field("split");
            withoutSplit += written.isEmpty() && outer.isEmpty() ? 1 : 0;
            String split = written.isEmpty() ? outer.orElse(Sample.TRAIN) : Splits.named(written);
            entries.add(new Reading.Entry(path, split, label, csv.field("group"), new FilePixels(tree, entry)));
        }

        Reading reading(String format) {
            List<String> notes = withoutSplit == 0
                    ? List.of()
                    : List.of(Texts.of(
                            "datasets.no-split-taken-as-train", Texts.count("datasets.rows-name", withoutSplit)));
            return new Reading(
                    tree.name(), format, Reading.Scheme.suggested(LabelSet.fer2013()), entries, damage, notes);
        }

        private static Optional<String> label(String text) {
            if (NUMBER.matcher(text).matches()) {
                return Optional.of(String.valueOf(Integer.parseInt(text)));
            }
            return Expression.of(text.toLowerCase(Locale.ROOT)).map(Expression::id);
        }
    }
}
