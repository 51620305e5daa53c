package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * FERPlus: {@code fer2013new.csv}, ten votes per row, next to {@code fer2013.csv} with the same rows in the same order, or
 * next to the images that it names; or the folders that Microsoft's scripts make, {@code FER2013Train/label.csv} and so on, with
 * the images in them.
 *
 * <p>Rows without an image name show no face; they and rows without a winner are skipped and counted.
 */
final class FerPlus implements DatasetReader {
    private static final LabelSet LABELS = new LabelSet(FerPlusVotes.COLUMNS.subList(0, 8));
    private static final String IMAGE_NAME = "image name";
    private static final int SIDE = 48;
    private static final int ROWS_BETWEEN_REPORTS = 500;

    private final FerPlusVotes.Rule rule;

    FerPlus(FerPlusVotes.Rule rule) {
        this.rule = rule;
    }

    @Override
    public String name() {
        return "ferplus" + rule.suffix();
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.ferPlus.layout", rule);
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return table(tree).isPresent() || !FerPlusFolders.tables(tree).isEmpty();
    }

    private static Optional<String> table(DatasetTree tree) {
        return Tables.with(tree, "usage", IMAGE_NAME, "neutral", "contempt", "unknown", "nf").stream()
                .findFirst();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Rows rows = new Rows(tree, rule);
        if (table(tree).isEmpty()) {
            for (String table : FerPlusFolders.tables(tree)) {
                try (CsvRows csv = FerPlusFolders.open(tree, table)) {
                    rows.usage = FerPlusFolders.usage(table);
                    rows.readImages(csv, progress);
                }
            }
            return rows.reading(name());
        }
        String votes = table(tree).get();
        Optional<String> pixels = pixels(tree, votes);
        try (CsvRows csv = new CsvRows(tree.openTable(votes), votes)) {
            if (pixels.isPresent()) {
                rows.readWith(csv, pixels.get(), progress);
            } else {
                rows.readImages(csv, progress);
            }
        }
        return rows.reading(name());
    }

    /** FER2013's table in the tree, or next to the votes if only these were opened. */
    private static Optional<String> pixels(DatasetTree tree, String votes) {
        String folder = EntryNames.folder(votes);
        String beside = folder.isEmpty() ? "fer2013.csv" : folder + "/fer2013.csv";
        return Fer2013Csv.table(tree).or(() -> tree.has(beside) ? Optional.of(beside) : Optional.empty());
    }

    /** Collects rows and counts skipped ones. */
    private static final class Rows {
        private final DatasetTree tree;
        private final FerPlusVotes.Rule rule;
        private final List<Reading.Entry> entries = new ArrayList<>();
        private final List<DatasetIssue> damage = new ArrayList<>();
        /** The split of all rows; empty if each row has its own. */
        private String usage = "";

        private int nameless;
        private int undecided;

        Rows(DatasetTree tree, FerPlusVotes.Rule rule) {
            this.tree = tree;
            this.rule = rule;
        }

        /** Reads the rows of both tables in parallel. */
        void readWith(CsvRows votes, String table, Progress progress) {
            try (CsvRows pixels = new CsvRows(tree.openTable(table), table)) {
                boolean more = pixels.next();
                while (votes.next()) {
                    if (!more || !pixels.field("usage").equals(votes.field("usage"))) {
                        throw apart(table, votes.number());
                    }
                    vote(votes).ifPresent(vote -> addPixels(votes, vote, pixels.field("pixels")));
                    report(votes, progress);
                    more = pixels.next();
                }
                if (more) {
                    throw apart(table, pixels.number());
                }
            }
        }

        void readImages(CsvRows votes, Progress progress) {
            Map<String, String> pictures = new HashMap<>();
            tree.entries().stream()
                    .filter(EntryNames::isImage)
                    .forEach(entry -> pictures.putIfAbsent(EntryNames.fileName(entry), entry));
            if (pictures.isEmpty()) {
                throw Problem.input(Texts.of("datasets.format.ferPlus.error.noImages", tree.name()));
            }
            while (votes.next()) {
                vote(votes).ifPresent(vote -> addImage(votes, vote, pictures));
                report(votes, progress);
            }
        }

        private void report(CsvRows votes, Progress progress) {
            if (votes.number() % ROWS_BETWEEN_REPORTS == 0) {
                progress.report(-1, Texts.of("datasets.progress.rows", votes.number()));
                ListingStopped.check(progress, tree.name());
            }
        }

        private Problem apart(String table, int row) {
            return Problem.input(Texts.of("datasets.format.ferPlus.error.order", table, row));
        }

        /**
         * The votes for an image.
         *
         * @param shares of each expression; empty if the label is all that counts
         */
        private record Vote(String label, Map<String, Double> shares) {}

        /** The vote of a row; empty if the row is skipped. */
        private Optional<Vote> vote(CsvRows row) {
            if (row.field(IMAGE_NAME).isEmpty()) {
                nameless++;
                return Optional.empty();
            }
            List<Integer> counts = new ArrayList<>();
            for (String column : FerPlusVotes.COLUMNS) {
                String text = row.field(column);
                if (!text.matches("\\d{1,3}")) {
                    damage.add(new DatasetIssue(
                            DatasetIssue.Kind.UNKNOWN_LABEL,
                            id(row),
                            Texts.of("datasets.format.ferPlus.issue.votes", row.number(), row.lineNumber(), column)));
                    return Optional.empty();
                }
                counts.add(Integer.valueOf(text));
            }
            FerPlusVotes votes = new FerPlusVotes(counts);
            Optional<String> winner = votes.winner(rule);
            undecided += winner.isEmpty() ? 1 : 0;
            return winner.map(label -> new Vote(label, rule == FerPlusVotes.Rule.SOFT ? votes.shares() : Map.of()));
        }

        private static String id(CsvRows row) {
            return row.field(IMAGE_NAME).isEmpty() ? "fer2013new.csv#" + row.number() : row.field(IMAGE_NAME);
        }

        private void addPixels(CsvRows row, Vote vote, String text) {
            byte[] values = new byte[SIDE * SIDE];
            int count = PixelText.parse(text, values);
            if (count == values.length) {
                RasterImage image = new RasterImage(SIDE, SIDE, 1, values);
                add(row, vote, () -> image);
            } else {
                damage.add(new DatasetIssue(
                        count < 0 ? DatasetIssue.Kind.UNREADABLE : DatasetIssue.Kind.WRONG_PIXEL_COUNT,
                        id(row),
                        Texts.of("datasets.format.ferPlus.issue.pixels", row.number(), row.number() + 2)));
            }
        }

        private void addImage(CsvRows row, Vote vote, Map<String, String> pictures) {
            String entry = pictures.get(EntryNames.fileName(row.field(IMAGE_NAME)));
            if (entry == null) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNREADABLE,
                        id(row),
                        Texts.of("datasets.format.ferPlus.issue.missing", row.number(), row.field(IMAGE_NAME))));
            } else {
                add(row, vote, new FilePixels(tree, entry));
            }
        }

        private void add(CsvRows row, Vote vote, Sample.Pixels pixels) {
            entries.add(new Reading.Entry(
                            id(row),
                            SplitNames.named(usage.isEmpty() ? row.field("usage") : usage),
                            vote.label(),
                            "",
                            pixels)
                    .withVotes(vote.shares()));
        }

        Reading reading(String format) {
            List<String> notes = new ArrayList<>();
            notes.add(Texts.of("datasets.format.ferPlus.note.votes", rule, undecided));
            if (nameless > 0) {
                notes.add(Texts.of("datasets.format.ferPlus.note.noFace", nameless));
            }
            return new Reading("FERPlus", format, Reading.Scheme.fixed(LABELS), entries, damage, notes);
        }
    }
}
