package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.KnownCounts;
import org.maferstudio.job.Problem;
import org.maferstudio.results.ClassOrderCheck;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Texts;

/** The second pass through a table, which creates predictions from its rows. */
final class TableReader {
    private static final int MAX_TOLD = 10;
    private static final double MOST_UNREADABLE = 0.01;

    private final Path file;
    private final ImportedPredictions.Request request;
    private final TableSurvey survey;
    private final ImportColumns columns;
    private final ClassSpellings spellings;
    private final ImportedPredictions.Scores kind;
    private final int[] classOfScore;
    private final List<Prediction> read = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int[] rowOf = new int[1024];
    private int row;
    private int leftOut;
    private int notLargest;

    TableReader(Path file, ImportedPredictions.Request request, TableSurvey survey) {
        this.file = file;
        this.request = request;
        this.survey = survey;
        columns = survey.columns();
        kind = survey.kind();
        spellings = survey.spellings();
        classOfScore = columns.scoreNames().stream().mapToInt(spellings::of).toArray();
    }

    void add(List<String> cells) {
        if (row > 0) {
            why(cells).ifPresent(reason -> {
                leftOut++;
                if (told.size() < MAX_TOLD) {
                    told.add(Texts.of("results.imports.row.reason", row, reason));
                }
            });
        }
        row++;
    }

    private static String name(int row) {
        return "row " + row;
    }

    /** Adds a row, or returns why it cannot be read. */
    private Optional<String> why(List<String> cells) {
        if (cells.size() != columns.size()) {
            return Optional.of(Texts.of("results.imports.row.valueCount", cells.size(), columns.size()));
        }
        String sample = columns.sample() < 0 ? name(row) : cells.get(columns.sample());
        if (sample.isEmpty()) {
            return Optional.of(Texts.of("results.imports.row.noSampleName"));
        }
        int label = spellings.of(columns.trueClass(cells));
        int said = columns.predicted() < 0 ? -1 : spellings.of(cells.get(columns.predicted()));
        if (label < 0 || (columns.predicted() >= 0 && said < 0)) {
            return Optional.of(Texts.of("results.imports.row.unknownClass"));
        }
        String group = columns.group() < 0 ? "" : cells.get(columns.group());
        double[] scores = columns.scores(cells);
        double sum = ScoreRow.sum(scores);
        if (!Double.isFinite(sum)) {
            return Optional.of(Texts.of("results.imports.row.valueRange"));
        }
        if (kind == ImportedPredictions.Scores.PROBABILITIES || kind == ImportedPredictions.Scores.PERCENT) {
            if (!survey.scale().isWhole(sum, kind)) {
                return Optional.of(Texts.of("results.imports.row.probabilitySum", sum));
            }
            if (Arrays.stream(scores).min().orElse(0) < -1e-6) {
                return Optional.of(Texts.of("results.imports.row.valueRange"));
            }
        }
        addPrediction(sample, group, label, said, scores);
        return Optional.empty();
    }

    private void addPrediction(String sample, String group, int label, int said, double[] scores) {
        int largest = scores.length == 0 ? -1 : classOfScore[ScoreRow.largest(scores)];
        int predicted = said < 0 ? largest : said;
        if (read.size() == rowOf.length) {
            rowOf = Arrays.copyOf(rowOf, 2 * rowOf.length);
        }
        rowOf[read.size()] = row;
        if (kind == ImportedPredictions.Scores.NONE) {
            read.add(Prediction.withoutProbabilities(sample, group, label, predicted));
            return;
        }
        float[] probabilities = new float[spellings.labels().size()];
        double[] shares = ScoreRow.probabilities(scores, kind);
        for (int i = 0; i < shares.length; i++) {
            probabilities[classOfScore[i]] = (float) shares[i];
        }
        notLargest += probabilities[predicted] < probabilities[largest] ? 1 : 0;
        read.add(new Prediction(sample, group, label, predicted, probabilities));
    }

    /**
     * Returns all predictions.
     *
     * @throws Problem if too many rows cannot be read, or the class counts match another order of the classes
     */
    ImportedPredictions.Found found() {
        int rows = row - 1;
        String reasons = String.join("; ", told) + (leftOut > told.size() ? "; ..." : "");
        if (read.isEmpty()) {
            throw Problem.input(Texts.of("results.importPredictions.error.noRow", file, told.get(0)));
        }
        if (leftOut > MOST_UNREADABLE * rows && request.unreadable() == ImportedPredictions.Unreadable.REFUSE) {
            throw Problem.input(Texts.of("results.importPredictions.error.unreadable", leftOut, rows, file, reasons));
        }
        List<String> notes = new ArrayList<>(spellings.notes());
        int repeated = makeUnique();
        Predictions predictions = new Predictions(spellings.labels(), request.split(), request.resolution(), read);
        checkCounts(predictions);
        ClassOrderCheck.warning(predictions).ifPresent(warning -> notes.add(0, warning));
        scoreNote().ifPresent(notes::add);
        if (notLargest > 0) {
            notes.add(Texts.of("results.importPredictions.note.notLargest", notLargest));
        }
        if (repeated > 0) {
            notes.add(Texts.of("results.importPredictions.note.repeated", repeated));
        }
        if (leftOut > 0) {
            notes.add(Texts.of("results.imports.note.leftOut", leftOut, reasons));
        }
        return new ImportedPredictions.Found(predictions, notes);
    }

    private Optional<String> scoreNote() {
        return switch (kind) {
            case NONE -> Optional.of(Texts.of("results.importPredictions.note.noProbabilities"));
            case PERCENT -> Optional.of(Texts.of("results.importPredictions.note.percent"));
            case LOGITS -> Optional.of(Texts.of("results.importPredictions.note.logits"));
            default -> Optional.empty();
        };
    }

    /** Appends the row number to repeated names, and counts them. */
    private int makeUnique() {
        String[] names = read.stream().map(Prediction::sample).toArray(String[]::new);
        Arrays.sort(names);
        Set<String> several = new HashSet<>();
        for (int i = 1; i < names.length; i++) {
            if (names[i].equals(names[i - 1])) {
                several.add(names[i]);
            }
        }
        Set<String> before = new HashSet<>();
        int repeated = 0;
        for (int i = 0; i < read.size() && !several.isEmpty(); i++) {
            Prediction each = read.get(i);
            if (several.contains(each.sample()) && !before.add(each.sample())) {
                repeated++;
                String name = each.sample() + " (" + name(rowOf[i]) + ")";
                read.set(i, new Prediction(name, each.group(), each.label(), each.predicted(), each.probabilities()));
            }
        }
        return repeated;
    }

    /** Class numbers may have been given names in the wrong order. */
    private void checkCounts(Predictions predictions) {
        if (spellings.notes().isEmpty()) {
            return;
        }
        long[] counts = new long[predictions.labels().size()];
        read.forEach(each -> counts[each.label()]++);
        List<Long> samples =
                IntStream.range(0, counts.length).mapToObj(i -> counts[i]).toList();
        if (KnownCounts.of(predictions.labels(), samples).isPresent()) {
            return;
        }
        ClassOrder.fitting(samples).ifPresent(fit -> {
            throw Problem.input(Texts.of(
                    "results.importPredictions.error.otherOrder",
                    file,
                    fit.counts().title(),
                    fit.order().name(),
                    fit.order().typed()));
        });
    }
}
