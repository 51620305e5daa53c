package org.maferstudio.datasets.splits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.readers.DatasetReaders;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Splits a dataset into folds, stratified by class. The same seed gives the same folds for any order of samples.
 *
 * <p>Where the dataset has a test split of its own, that stays, and the fold is the validation split. Where it has none,
 * the fold is the test split, and the next fold, or a share of the rest, is the validation split.
 */
public final class Folds {
    private final Fold fold;
    private final double validShare;
    private final long seed;

    /** Returns the folds that a source requests. */
    public Folds(DatasetSource source) {
        this.fold = source.fold().orElseThrow();
        this.validShare = source.validShare();
        this.seed = source.seed();
    }

    /**
     * The dataset with new splits, and a note on how they were made.
     *
     * @throws Problem if there are too few samples or groups, or the dataset does not know such groups
     */
    public Dataset apply(Dataset dataset) {
        boolean ownTest = dataset.splits().contains(Sample.TEST);
        check(ownTest);
        Grouping grouping = grouping(dataset);
        List<Sample> pool = dataset.samples().stream()
                .filter(s -> s.split().equals(Sample.TRAIN) || s.split().equals(Sample.VALIDATION))
                .toList();
        Map<String, Integer> numbers = grouping == Grouping.NONE ? byImage(pool) : byGroup(pool, grouping);
        String held = ownTest ? Sample.VALIDATION : Sample.TEST;
        List<Sample> parted = dataset.samples().stream()
                .map(s -> numbers.containsKey(s.id()) ? s.in(split(numbers.get(s.id()), held)) : s)
                .toList();
        if (!ownTest && validShare > 0) {
            parted = new HoldOut(validShare, seed).apply(parted);
        }
        List<String> notes = new ArrayList<>(dataset.notes());
        notes.add(protocol(grouping, ownTest));
        if (grouping == Grouping.NONE) {
            notes.add(warning(dataset, parted, held));
        }
        return dataset.with(parted, notes);
    }

    private void check(boolean ownTest) {
        if (ownTest && validShare > 0) {
            throw Problem.input(Texts.of("datasets.folds.error.ownTest"));
        }
        if (!ownTest && validShare == 0 && fold.count() < 3) {
            throw Problem.input(Texts.of("datasets.folds.error.two"));
        }
    }

    /** The groups that stay together; none for folds by image. */
    private Grouping grouping(Dataset dataset) {
        Grouping known = DatasetReaders.grouping(dataset);
        Fold.By by = fold.by();
        if (by == Fold.By.IMAGE || (by == Fold.By.USUAL && known == Grouping.NONE)) {
            return by.together(known);
        }
        if (known == Grouping.NONE) {
            throw Problem.input(Texts.of("datasets.folds.error.noGroups", dataset.name(), by.id()));
        }
        if (by == Fold.By.SUBJECT && known == Grouping.VIDEO) {
            throw Problem.input(Texts.of("datasets.folds.error.videosOnly", dataset.name()));
        }
        if (by == Fold.By.VIDEO && known == Grouping.SUBJECT) {
            throw Problem.input(Texts.of("datasets.folds.error.subjectsOnly", dataset.name()));
        }
        return by.together(known);
    }

    private String split(int number, String held) {
        if (number == fold.number()) {
            return held;
        }
        boolean next = number == fold.number() % fold.count() + 1;
        return held.equals(Sample.TEST) && validShare == 0 && next ? Sample.VALIDATION : Sample.TRAIN;
    }

    /** Distributes the images of each class, continuing where the previous class ended. */
    private Map<String, Integer> byImage(List<Sample> pool) {
        if (pool.size() < fold.count()) {
            throw tooFew(pool.size(), Grouping.NONE);
        }
        Comparator<Sample> order =
                Comparator.comparingInt(Sample::label).thenComparing(new SeededRank(seed).order(Sample::id));
        List<Sample> ordered = pool.stream().sorted(order).toList();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            numbers.put(ordered.get(i).id(), i % fold.count() + 1);
        }
        return numbers;
    }

    /** Gives each group, the largest first, to the fold that has least of its classes so far. */
    private Map<String, Integer> byGroup(List<Sample> pool, Grouping grouping) {
        Map<String, List<Sample>> groups = new HashMap<>();
        // A sample without a group is a group of its own.
        pool.forEach(
                s -> groups.computeIfAbsent(s.group().isEmpty() ? "\0" + s.id() : s.group(), g -> new ArrayList<>())
                        .add(s));
        if (groups.size() < fold.count()) {
            throw tooFew(groups.size(), grouping);
        }
        Balance balance = new Balance(pool, fold.count());
        Comparator<String> order = Comparator.<String>comparingInt(
                        g -> -groups.get(g).size())
                .thenComparing(new SeededRank(seed).order(g -> g));
        Map<String, Integer> numbers = new HashMap<>();
        groups.keySet().stream().sorted(order).forEach(group -> {
            int number = balance.assign(groups.get(group)) + 1;
            groups.get(group).forEach(s -> numbers.put(s.id(), number));
        });
        return numbers;
    }

    private Problem tooFew(int count, Grouping grouping) {
        return Problem.input(Texts.of("datasets.folds.error.tooFew", count, grouping.id(), fold.count()));
    }

    /** The number of samples of each class in every fold. */
    private static final class Balance {
        private final Map<Integer, Integer> totals = new LinkedHashMap<>();
        private final List<Map<Integer, Integer>> has = new ArrayList<>();
        private final int[] sizes;

        Balance(List<Sample> pool, int folds) {
            pool.forEach(s -> totals.merge(s.label(), 1, Integer::sum));
            for (int i = 0; i < folds; i++) {
                has.add(new HashMap<>());
            }
            sizes = new int[folds];
        }

        /**
         * Assigns a group to the fold where its classes are rarest, the smallest fold in case of a tie; returns the
         * fold.
         */
        int assign(List<Sample> group) {
            Map<Integer, Integer> counts = new HashMap<>();
            group.forEach(s -> counts.merge(s.label(), 1, Integer::sum));
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < sizes.length; i++) {
                double crowd = crowd(has.get(i), counts);
                if (crowd < least - 1e-12 || (Math.abs(crowd - least) <= 1e-12 && sizes[i] < sizes[best])) {
                    best = i;
                    least = crowd;
                }
            }
            Map<Integer, Integer> chosen = has.get(best);
            counts.forEach((label, n) -> chosen.merge(label, n, Integer::sum));
            sizes[best] += group.size();
            return best;
        }

        private double crowd(Map<Integer, Integer> there, Map<Integer, Integer> counts) {
            return counts.keySet().stream()
                    .sorted()
                    .mapToDouble(label -> counts.get(label) * (double) there.getOrDefault(label, 0) / totals.get(label))
                    .sum();
        }
    }

    private String protocol(Grouping grouping, boolean ownTest) {
        String by = grouping == Grouping.NONE ? "image" : grouping.id();
        String where = ownTest
                ? Texts.of("datasets.folds.note.validation")
                : validShare > 0
                        ? Texts.of("datasets.folds.note.testAndShare", 100 * validShare)
                        : Texts.of("datasets.folds.note.test");
        return "Fold " + fold.number() + " of " + fold.count() + " by " + by + ", stratified, seed " + seed + ". "
                + where;
    }

    private static String warning(Dataset dataset, List<Sample> parted, String held) {
        if (DatasetReaders.grouping(dataset) == Grouping.NONE) {
            return Texts.of("datasets.folds.note.unknownSubjects");
        }
        Set<String> learnt = groups(parted, Sample.TRAIN);
        Set<String> both = new HashSet<>(groups(parted, held));
        int all = both.size();
        both.retainAll(learnt);
        return Texts.of(
                "datasets.folds.note.leak",
                both.size(),
                all,
                DatasetReaders.grouping(dataset).id());
    }

    private static Set<String> groups(List<Sample> samples, String split) {
        return samples.stream()
                .filter(s -> s.split().equals(split) && !s.group().isEmpty())
                .map(Sample::group)
                .collect(Collectors.toSet());
    }
}
