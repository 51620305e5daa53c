package org.maferstudio.results.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.KnownCounts;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.texts.Texts;

/** Checks orientation and class order of an imported matrix against the sample counts of known splits. */
final class MatrixSides {
    private MatrixSides() {}

    /**
     * Compares the sums of a matrix with known sample counts.
     *
     * @param matrix its rows taken as the true classes
     * @param said what the rows of the file are specified to be
     * @throws Problem if they match a known split, but with other rows or another class order than specified
     */
    static String check(ConfusionMatrix matrix, ImportedMatrix.Rows said) {
        LabelSet labels = matrix.labels();
        List<Long> truth = sums(matrix, Side.TRUTH);
        List<Long> predicted = sums(matrix, Side.PREDICTED);
        String otherRows =
                name(said == ImportedMatrix.Rows.TRUTH ? ImportedMatrix.Rows.PREDICTED : ImportedMatrix.Rows.TRUTH);
        String truthStands = side(said == ImportedMatrix.Rows.TRUTH);
        String predictedStands = side(said != ImportedMatrix.Rows.TRUTH);
        for (KnownCounts known : KnownCounts.values()) {
            if (known.distance(labels, predicted) == 0 && known.distance(labels, truth) > 0) {
                throw Problem.input(
                        Texts.of("results.importMatrix.error.otherSide", predictedStands, known.title(), otherRows));
            }
        }
        Optional<KnownCounts> known = KnownCounts.of(labels, truth);
        if (known.isPresent()) {
            return Texts.of(
                    "results.importMatrix.note.knownSamples", known.get().title());
        }
        ClassOrder.fitting(truth).ifPresent(fit -> {
            throw Problem.input(Texts.of(
                    "results.importMatrix.error.otherOrder",
                    truthStands,
                    fit.counts().title(),
                    fit.order().name(),
                    fit.order().typed()));
        });
        Optional<Problem> other = otherSideAndOrder(predicted, said);
        if (other.isPresent()) {
            throw other.get();
        }
        return Texts.of("results.importMatrix.note.assumedSide", truthStands, counts(labels, truth), otherRows);
    }

    /**
     * Returns a problem if the predicted classes have the sample counts of a known split in a named order; otherwise
     * empty.
     */
    static Optional<Problem> otherSideAndOrder(List<Long> predicted, ImportedMatrix.Rows said) {
        ImportedMatrix.Rows other =
                said == ImportedMatrix.Rows.TRUTH ? ImportedMatrix.Rows.PREDICTED : ImportedMatrix.Rows.TRUTH;
        return ClassOrder.fitting(predicted)
                .filter(fit -> fit.counts().distance(fit.order().labels(), predicted) == 0)
                .map(fit -> Problem.input(Texts.of(
                        "results.importMatrix.error.otherSideAndOrder",
                        side(said != ImportedMatrix.Rows.TRUTH),
                        fit.counts().title(),
                        fit.order().name(),
                        name(other),
                        fit.order().typed())));
    }

    private enum Side {
        TRUTH,
        PREDICTED
    }

    private static List<Long> sums(ConfusionMatrix matrix, Side side) {
        return IntStream.range(0, matrix.size())
                .mapToObj(i -> side == Side.TRUTH ? matrix.rowTotal(i) : matrix.columnTotal(i))
                .toList();
    }

    /** The value by which the texts select the name of these classes. */
    private static String name(ImportedMatrix.Rows rows) {
        return rows == ImportedMatrix.Rows.TRUTH ? "true" : "predicted";
    }

    /** The value by which the texts select rows or columns. */
    private static String side(boolean inRows) {
        return inRows ? "rows" : "columns";
    }

    private static String counts(LabelSet labels, List<Long> sums) {
        List<String> parts = IntStream.range(0, labels.size())
                .mapToObj(i -> Texts.of("results.importMatrix.note.classCount", sums.get(i), labels.name(i)))
                .toList();
        return String.join(", ", parts);
    }
}
