package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Faces of 48 px as a table of pixels, as FER2013 has them: {@code fer2013.csv}, {@code icml_face_data.csv} or {@code
 * train.csv}.
 *
 * <p>The columns {@code emotion} and {@code pixels}, in any order and with spaces around their names, and {@code
 * Usage} where the table has it. The numbers of its classes are FER2013's own, so they need no assignment; they may be
 * written as floats, and words are read as well. Where there are rows of 7, it is contempt, as in CK+'s table.
 */
final class Fer2013Csv implements DatasetReader {
    private static final int SIDE = 48;
    /** The numbers 0 to 7, and zeros behind a point. */
    private static final Pattern NUMBER = Pattern.compile("([0-7])(?:\\.0*)?");

    private static final LabelSet CLASSES = LabelSet.of(
            Expression.ANGER,
            Expression.DISGUST,
            Expression.FEAR,
            Expression.HAPPINESS,
            Expression.SADNESS,
            Expression.SURPRISE,
            Expression.NEUTRAL,
            Expression.CONTEMPT);
    private static final int ROWS_BETWEEN_REPORTS = 500;
    private static final List<String> PREFERRED = List.of("fer2013.csv", "icml_face_data.csv", "train.csv");

    @Override
    public String name() {
        return "fer2013-csv";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.fer2013Csv.layout");
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return table(tree).isPresent();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        String table = table(tree).orElseThrow();
        Rows rows = new Rows(EntryNames.fileName(table));
        try (CsvRows csv = new CsvRows(tree.openTable(table), table)) {
            boolean hasUsage = csv.has("usage");
            if (!hasUsage) {
                rows.notes.add(Texts.of("datasets.format.fer2013Csv.note.noUsage", rows.table));
            }
            long size = Math.max(1, tree.size(table));
            while (csv.next()) {
                rows.add(csv);
                if (csv.number() % ROWS_BETWEEN_REPORTS == 0) {
                    progress.report(
                            Math.min(1, csv.position() / (double) size),
                            Texts.of("datasets.progress.rows", csv.number()));
                    ListingStopped.check(progress, tree.name());
                }
            }
        }
        tables(tree).stream()
                .filter(other -> !other.equals(table))
                .forEach(other -> rows.notes.add(Texts.of("datasets.format.fer2013Csv.note.otherTable", other, table)));
        return rows.reading(tree.name(), name());
    }

    /** The table to read, where a zip holds the same rows under several names. */
    static Optional<String> table(DatasetTree tree) {
        return tables(tree).stream()
                .min(Comparator.<String>comparingInt(entry -> rank(entry)).thenComparing(entry -> entry));
    }

    private static int rank(String entry) {
        int index = PREFERRED.indexOf(EntryNames.fileName(entry).toLowerCase(Locale.ROOT));
        return index < 0 ? PREFERRED.size() : index;
    }

    private static List<String> tables(DatasetTree tree) {
        return Tables.with(tree, "emotion", "pixels");
    }

    /** Collects rows and reports the issues of those that it skips. */
    private static final class Rows {
        private final String table;
        private final List<Reading.Entry> entries = new ArrayList<>();
        private final List<DatasetIssue> damage = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final Set<String> strangeUsages = new HashSet<>();
        private int contempt;

        Rows(String table) {
            this.table = table;
        }

        void add(CsvRows csv) {
            String id = table + "#" + csv.number();
            String line = Texts.of("datasets.format.row", csv.number(), csv.number() + 2);
            String emotion = csv.field("emotion");
            Optional<Expression> shown = expression(emotion);
            if (shown.isEmpty()) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNKNOWN_LABEL,
                        id,
                        Texts.of("datasets.format.fer2013Csv.issue.label", line, shorten(emotion))));
                return;
            }
            byte[] values = new byte[SIDE * SIDE];
            int count = PixelText.parse(csv.field("pixels"), values);
            if (count != values.length) {
                damage.add(count < 0 ? notNumbers(id, line) : wrongCount(id, line, count));
                return;
            }
            RasterImage image = new RasterImage(SIDE, SIDE, 1, values);
            contempt += shown.get() == Expression.CONTEMPT ? 1 : 0;
            entries.add(new Reading.Entry(id, split(csv), shown.get().id(), "", () -> image));
        }

        private String split(CsvRows csv) {
            String usage = csv.field("usage");
            if (usage.isEmpty()) {
                return Sample.TRAIN;
            }
            if (SplitNames.of(usage).isEmpty() && strangeUsages.add(usage) && strangeUsages.size() < 10) {
                notes.add(Texts.of("datasets.format.fer2013Csv.note.otherUsage", shorten(usage)));
            }
            return SplitNames.named(usage);
        }

        Reading reading(String title, String format) {
            if (contempt > 0) {
                notes.add(Texts.of("datasets.format.fer2013.note.contempt", contempt));
            }
            return new Reading(
                    title, false, format, Reading.Scheme.fixed(labels(contempt > 0)), entries, damage, notes);
        }

        private static DatasetIssue wrongCount(String id, String line, int count) {
            return new DatasetIssue(
                    DatasetIssue.Kind.WRONG_PIXEL_COUNT,
                    id,
                    Texts.of("datasets.format.fer2013Csv.issue.pixelCount", line, count, SIDE * SIDE));
        }

        private static DatasetIssue notNumbers(String id, String line) {
            return new DatasetIssue(
                    DatasetIssue.Kind.UNREADABLE, id, Texts.of("datasets.format.fer2013Csv.issue.pixelValues", line));
        }
    }

    /** FER2013's seven classes, or these and contempt. */
    static LabelSet labels(boolean withContempt) {
        return withContempt ? CLASSES : LabelSet.fer2013();
    }

    private static String shorten(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "...";
    }

    private static Optional<Expression> expression(String field) {
        Matcher number = NUMBER.matcher(field);
        return number.matches() ? CLASSES.expression(Integer.parseInt(number.group(1))) : Expression.of(field);
    }
}
