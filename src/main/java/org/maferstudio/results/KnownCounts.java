package org.maferstudio.results;

import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** How many samples of each class the test splits of the field have: they tell the truth's side of a matrix. */
record KnownCounts(String name, LabelSet labels, List<Long> counts) {
    private static final List<KnownCounts> ALL = List.of(
            new KnownCounts(
                    Texts.of("results.fer2013s-public-test"),
                    LabelSet.fer2013(),
                    List.of(467L, 56L, 496L, 895L, 653L, 415L, 607L)),
            new KnownCounts(
                    Texts.of("results.fer2013s-private-test"),
                    LabelSet.fer2013(),
                    List.of(491L, 55L, 528L, 879L, 594L, 416L, 626L)),
            new KnownCounts(
                    Texts.of("results.raf-dbs-test"),
                    LabelSet.rafdb(),
                    List.of(329L, 74L, 160L, 1185L, 478L, 162L, 680L)));

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
                return Texts.of("results.samples-by-class-are-those-of", known.name());
            }
            if (known.sameAs(matrix.labels(), columns)) {
                String other = said == ForeignMatrix.Rows.TRUTH
                        ? Texts.of("results.predicted-in-a-sentence")
                        : Texts.of("results.the-truth-in-a-sentence");
                throw Problem.input(Texts.of("results.the-other-side-of-the-matrix", known.name(), other));
            }
            if (known.shuffled(rows) || known.shuffled(columns)) {
                throw Problem.input(Texts.of("results.the-sums-of-the-matrix-are-those", known.name()));
            }
        }
        String who = said == ForeignMatrix.Rows.TRUTH ? "rows" : "columns";
        return Texts.of(
                "results.the-truth-is-taken-to-stand-in",
                who,
                counts(matrix.labels(), rows),
                said == ForeignMatrix.Rows.TRUTH
                        ? Texts.of("results.predicted-in-a-sentence")
                        : Texts.of("results.the-truth-in-a-sentence"));
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
                .mapToObj(i -> Texts.of("results.of", sums.get(i), labels.name(i)))
                .toList();
        return String.join(", ", parts);
    }
}
