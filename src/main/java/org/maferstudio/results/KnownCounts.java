package org.maferstudio.results;

import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;

/** How many samples of each class the test splits of the field have: they tell the truth's side of a matrix. */
record KnownCounts(String name, LabelSet labels, List<Long> counts) {
    private static final List<KnownCounts> ALL = List.of(
            new KnownCounts(
                    "FER2013's public test", LabelSet.fer2013(), List.of(467L, 56L, 496L, 895L, 653L, 415L, 607L)),
            new KnownCounts(
                    "FER2013's private test", LabelSet.fer2013(), List.of(491L, 55L, 528L, 879L, 594L, 416L, 626L)),
            new KnownCounts("RAF-DB's test", LabelSet.rafdb(), List.of(329L, 74L, 160L, 1185L, 478L, 162L, 680L)));

    /**
     * What the sums of a matrix tell.
     *
     * @param matrix its rows taken as the truth
     * @param said what was said of the rows in the file
     * @throws Problem if they are those of a known split, but not as the rows were said to be
     */
    static String look(ConfusionMatrix matrix, ForeignMatrix.Rows said) {
        List<Long> rows = sums(matrix, 0);
        List<Long> columns = sums(matrix, 1);
        for (KnownCounts known : ALL) {
            if (known.sameAs(matrix.labels(), rows)) {
                return "Samples by class are those of " + known.name() + ": the truth and the order are right.";
            }
            if (known.sameAs(matrix.labels(), columns)) {
                String other = said == ForeignMatrix.Rows.TRUTH ? "what was predicted" : "the truth";
                throw Problem.input("The other side of the matrix sums to the classes of " + known.name()
                        + ", so the truth stands there. Say that the rows are " + other + ".");
            }
            if (known.shuffled(rows) || known.shuffled(columns)) {
                throw Problem.input("The sums of the matrix are those of " + known.name()
                        + ", but not in this order of classes. Name the classes in the order of the rows.");
            }
        }
        String who = said == ForeignMatrix.Rows.TRUTH ? "rows" : "columns";
        return "The truth is taken to stand in the " + who + ", with " + counts(matrix.labels(), rows)
                + ". If these are not the samples of each class, say that the rows are "
                + (said == ForeignMatrix.Rows.TRUTH ? "what was predicted" : "the truth") + ".";
    }

    private static List<Long> sums(ConfusionMatrix matrix, int side) {
        return IntStream.range(0, matrix.size())
                .mapToObj(i -> IntStream.range(0, matrix.size())
                        .mapToLong(j -> side == 0 ? matrix.count(i, j) : matrix.count(j, i))
                        .sum())
                .toList();
    }

    private boolean sameAs(LabelSet others, List<Long> sums) {
        return others.size() == labels.size()
                && IntStream.range(0, sums.size()).allMatch(i -> {
                    int here = labels.indexOf(others.name(i));
                    return here >= 0 && counts.get(here).equals(sums.get(i));
                });
    }

    private boolean shuffled(List<Long> sums) {
        return sums.stream().sorted().toList().equals(counts.stream().sorted().toList());
    }

    private static String counts(LabelSet labels, List<Long> sums) {
        List<String> parts = IntStream.range(0, labels.size())
                .mapToObj(i -> sums.get(i) + " of " + labels.name(i))
                .toList();
        return String.join(", ", parts);
    }
}
