package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.results.ClassOrderCheck;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Imports a confusion matrix of another program, with counts, or with shares and the number of samples of each class.
 * It is checked against the class counts of known test splits.
 */
public final class ImportedMatrix {
    private static final long MAX_SAMPLES = 5_000_000;

    private ImportedMatrix() {}

    /** The meaning of the rows of a matrix. */
    public enum Rows {
        TRUTH,
        PREDICTED
    }

    /**
     * What the user specifies about a matrix.
     *
     * @param classes in the order of the rows; empty if the file names them
     * @param rows the meaning of its rows
     * @param samplesByClass number of samples of each class, in the order of the classes; empty if the file has counts
     */
    public record Request(List<String> classes, Rows rows, List<Long> samplesByClass) {
        public Request {
            classes = List.copyOf(classes);
            samplesByClass = List.copyOf(samplesByClass);
            if (samplesByClass.stream().anyMatch(n -> n < 0 || n > MAX_SAMPLES)) {
                throw Problem.input(Texts.of("results.importMatrix.error.negativeSamples", samplesByClass));
            }
        }
    }

    /**
     * The result of an import.
     *
     * @param matrix with true classes as rows
     * @param notes what was left out, and the result of the check of orientation and class order
     */
    public record Found(ConfusionMatrix matrix, List<String> notes) {
        public Found {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads a matrix.
     *
     * @throws Problem if it is not a matrix, has no names, needs class counts, or contradicts known counts
     */
    public static Found read(Path file, Request request) {
        return ImportFile.reading(file, () -> {
            ImportedCells cells = ImportedCells.of(file);
            MatrixGrid grid = grid(file, cells);
            checkCorner(file, grid.corner(), request.rows());
            MatrixGrid turned = (request.rows() == Rows.TRUTH ? grid : grid.transposed()).byName(file);
            LabelSet labels = labels(file, request, cells.names(), turned);
            long[][] counts =
                    new MatrixShares(file, labels, turned.values(), turned.decimals()).counts(request.samplesByClass());
            ConfusionMatrix matrix = ConfusionMatrix.ofCounts(labels, counts);
            List<String> notes = new ArrayList<>(turned.notes());
            notes.add(MatrixSides.check(matrix, request.rows()));
            ClassOrderCheck.ofPredicted(matrix).ifPresent(finding -> notes.add(0, finding.sentence()));
            if (!request.samplesByClass().isEmpty()) {
                notes.add(Texts.of("results.importMatrix.note.shares"));
            }
            return new Found(matrix, notes);
        });
    }

    /** Whether a file is more likely a matrix than a table of predictions. */
    public static boolean isMatrix(Path file) {
        try {
            return ImportFile.reading(file, () -> {
                MatrixGrid grid = grid(file, ImportedCells.of(file));
                int rows = grid.values().length;
                boolean named =
                        !grid.rowNames().isEmpty() && !grid.columnNames().isEmpty();
                return rows > 1 && (rows == grid.values()[0].length || named);
            });
        } catch (Problem e) {
            return false;
        }
    }

    /** Predictions with the counts of a matrix, without probabilities and with generated names. */
    public static Predictions predictions(ConfusionMatrix matrix, String split, Resolution resolution) {
        List<Prediction> rows = new ArrayList<>();
        for (int trueClass = 0; trueClass < matrix.size(); trueClass++) {
            for (int predicted = 0; predicted < matrix.size(); predicted++) {
                // Stored in files, so it is the same in every language.
                String name = matrix.labels().name(trueClass) + " as "
                        + matrix.labels().name(predicted) + " ";
                for (long i = 1; i <= matrix.count(trueClass, predicted); i++) {
                    rows.add(Prediction.withoutProbabilities(name + i, "", trueClass, predicted));
                }
            }
        }
        return new Predictions(matrix.labels(), split, resolution, rows);
    }

    private static MatrixGrid grid(Path file, ImportedCells cells) {
        if (cells.rows().isEmpty()) {
            throw Problem.input(Texts.of("results.importMatrix.error.empty", file));
        }
        List<String> header = cells.rows().get(0);
        for (List<String> row : cells.rows()) {
            Set<String> names =
                    row.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            if (names.contains("precision") && names.contains("recall")) {
                throw Problem.input(Texts.of("results.imports.error.classificationReport", file));
            }
        }
        int trueClass = UsualColumns.place(ImportedPredictions.Column.LABEL, header);
        int predicted = UsualColumns.place(ImportedPredictions.Column.PREDICTED, header);
        int count = UsualColumns.count(header);
        if (trueClass >= 0 && predicted >= 0 && count >= 0) {
            return MatrixGridReader.ofPairs(file, cells.rows(), List.of(trueClass, predicted, count));
        }
        boolean scored = cells.rows().size() > header.size() + 3
                && !UsualColumns.scores(header, Set.of(trueClass)).isEmpty();
        if (trueClass >= 0 && (predicted >= 0 || scored)) {
            throw Problem.input(Texts.of("results.importMatrix.error.predictions", file));
        }
        return MatrixGridReader.of(file, cells);
    }

    /** The cell above the row names may name what the rows are. */
    private static void checkCorner(Path file, String corner, Rows said) {
        String text = corner.toLowerCase(Locale.ROOT);
        boolean predicted = text.contains("pred");
        boolean truth = text.matches(".*(true|actual|truth|label|gt|reference).*");
        if (predicted != truth && predicted == (said == Rows.TRUTH)) {
            throw Problem.input(
                    Texts.of("results.importMatrix.error.corner", file, corner, predicted ? "predicted" : "true"));
        }
    }

    private static LabelSet labels(Path file, Request request, List<String> apart, MatrixGrid grid) {
        int size = grid.values().length;
        if (grid.values()[0].length != size) {
            throw Problem.input(Texts.of("results.importMatrix.error.notSquare", file, size, grid.values()[0].length));
        }
        List<String> names = !request.classes().isEmpty()
                ? request.classes()
                : !MatrixGrid.named(grid.rowNames()).isEmpty()
                        ? grid.rowNames()
                        : !MatrixGrid.named(grid.columnNames()).isEmpty()
                                ? grid.columnNames()
                                : MatrixGrid.named(apart);
        if (names.isEmpty()) {
            throw unnamed(file, grid.values(), request.rows());
        }
        if (names.size() != size) {
            throw Problem.input(Texts.of("results.importMatrix.error.names", file, size, names.size()));
        }
        Set<String> canonical = new LinkedHashSet<>();
        names.forEach(name -> canonical.add(ClassSpellings.canonical(name)));
        if (canonical.size() != size || canonical.contains("")) {
            throw Problem.input(Texts.of("results.importMatrix.error.twice", file, String.join(", ", names)));
        }
        return new LabelSet(List.copyOf(canonical));
    }

    private static Problem unnamed(Path file, double[][] values, Rows said) {
        List<Long> sums = IntStream.range(0, values.length)
                .mapToObj(i -> Math.round(Arrays.stream(values[i]).sum()))
                .toList();
        Optional<ClassOrder.Fit> fit = ClassOrder.fitting(sums);
        if (fit.isPresent()) {
            return Problem.input(Texts.of(
                    "results.importMatrix.error.unnamedFitting",
                    file,
                    fit.get().counts().title(),
                    fit.get().order().name(),
                    fit.get().order().typed()));
        }
        List<Long> columns = IntStream.range(0, values.length)
                .mapToObj(j -> Math.round(
                        Arrays.stream(values).mapToDouble(row -> row[j]).sum()))
                .toList();
        Optional<Problem> turned = MatrixSides.otherSideAndOrder(columns, said);
        if (turned.isPresent()) {
            return turned.get();
        }
        String orders = ClassSpellings.knownOrders(values.length);
        return Problem.input(
                orders.isEmpty()
                        ? Texts.of("results.importMatrix.error.unnamedUnknown", file, values.length)
                        : Texts.of("results.importMatrix.error.unnamed", file, values.length, orders));
    }
}
