package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * AffectNet: tables with {@code subDirectory_filePath}, the face's box and {@code expression}, a table a split, and the
 * images they name in any folder. Labels 8 to 10 are no expressions. The face is cropped where its box is inside the
 * image; copies that are already cropped are used as they are.
 */
final class AffectNet implements DatasetReader {
    private static final String PATH = "subdirectory_filepath";
    private static final LabelSet LABELS = LabelSet.of(
            Expression.NEUTRAL,
            Expression.HAPPINESS,
            Expression.SADNESS,
            Expression.SURPRISE,
            Expression.FEAR,
            Expression.DISGUST,
            Expression.ANGER,
            Expression.CONTEMPT);
    private static final int LAST_LABEL = 10;
    private static final int ROWS_BETWEEN_REPORTS = 1000;

    @Override
    public String name() {
        return "affectnet";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.affectNet.layout");
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return !Tables.with(tree, PATH, "expression").isEmpty();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Rows rows = new Rows(tree);
        for (String table : Tables.with(tree, PATH, "expression")) {
            rows.begin(table);
            try (CsvRows csv = new CsvRows(tree.openTable(table), table)) {
                while (csv.next()) {
                    rows.add(csv);
                    if (csv.number() % ROWS_BETWEEN_REPORTS == 0) {
                        progress.report(-1, Texts.of("datasets.progress.tableRows", table, csv.number()));
                        ListingStopped.check(progress, tree.name());
                    }
                }
            }
        }
        return rows.reading(name());
    }

    /** Collects rows of table after table. */
    private static final class Rows {
        private final DatasetTree tree;
        private final Map<String, String> pictures = new HashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final List<Reading.Entry> entries = new ArrayList<>();
        private final List<DatasetIssue> damage = new ArrayList<>();
        private String table = "";
        private String split = Sample.TRAIN;
        private int unused;
        private int repeated;
        private int affected;

        Rows(DatasetTree tree) {
            this.tree = tree;
            // A path in the table is the end of an image's path: its folder and its name.
            tree.entries().stream()
                    .filter(EntryNames::isImage)
                    .forEach(entry -> pictures.putIfAbsent(ending(entry), entry));
        }

        void begin(String next) {
            table = next;
            String stem = EntryNames.fileName(table).replaceFirst("\\.\\w+$", "");
            split = SplitNames.of(stem).or(() -> SplitNames.of(tree.name())).orElse(Sample.TRAIN);
        }

        private static String ending(String path) {
            String folder = EntryNames.fileName(EntryNames.folder(path));
            return folder.isEmpty() ? EntryNames.fileName(path) : folder + "/" + EntryNames.fileName(path);
        }

        void add(CsvRows row) {
            String where = EntryNames.fileName(table) + "#" + row.number();
            String line = Texts.of("datasets.format.affectNet.row", row.number(), row.number() + 2, table);
            String written = row.field(PATH);
            Optional<String> path = EntryNames.safe(written);
            int label = row.field("expression").matches("\\d{1,2}") ? Integer.parseInt(row.field("expression")) : -1;
            if (path.isEmpty()) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNSAFE_ENTRY,
                        where,
                        Texts.of("datasets.format.affectNet.issue.path", line, written)));
            } else if (label < 0 || label > LAST_LABEL) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNKNOWN_LABEL,
                        where,
                        Texts.of("datasets.format.affectNet.issue.label", line, row.field("expression"))));
            } else if (label >= LABELS.size()) {
                unused++;
            } else if (!ids.add(path.get())) {
                repeated++;
            } else {
                add(row, path.get(), label, line);
            }
        }

        private void add(CsvRows row, String path, int label, String line) {
            Optional<String> entry = entry(path);
            if (entry.isEmpty()) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNREADABLE, path, Texts.of("datasets.format.issue.missing", line, path)));
                return;
            }
            Sample.Pixels whole = new FilePixels(tree, entry.get());
            Sample.Pixels face = FaceBox.of(row)
                    .<Sample.Pixels>map(box -> new CroppedPixels(whole, box))
                    .orElse(whole);
            Affect affect = Affect.of(row.field("valence"), row.field("arousal"));
            affected += affect.equals(Affect.NONE) ? 0 : 1;
            entries.add(new Reading.Entry(path, split, LABELS.name(label), "", face).withAffect(() -> affect));
        }

        private Optional<String> entry(String path) {
            String found = pictures.get(ending(path));
            if (found != null) {
                return Optional.of(found);
            }
            // A table that was opened alone lists no images, but can reach those next to it.
            String folder = EntryNames.folder(table);
            String beside = folder.isEmpty() ? path : folder + "/" + path;
            return tree.has(beside) ? Optional.of(beside) : Optional.empty();
        }

        Reading reading(String format) {
            List<String> notes = new ArrayList<>();
            notes.add(Texts.of("datasets.format.affectNet.note.cropped"));
            if (unused > 0) {
                notes.add(Texts.of("datasets.format.affectNet.note.unusedRows", unused));
            }
            if (repeated > 0) {
                notes.add(Texts.of("datasets.format.affectNet.note.repeatedRows", repeated));
            }
            if (affected > 0) {
                notes.add(Texts.of("datasets.format.note.affect", affected));
            }
            return new Reading("AffectNet", format, Reading.Scheme.fixed(LABELS), entries, damage, notes);
        }
    }
}
