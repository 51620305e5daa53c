package org.maferstudio.datasets.splits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;

class FoldsTest {
    private static final LabelSet LABELS = LabelSet.of(
            Expression.ANGER,
            Expression.DISGUST,
            Expression.FEAR,
            Expression.HAPPINESS,
            Expression.SADNESS,
            Expression.SURPRISE);

    /** 80 persons with three pictures of each of six classes, as Oulu-CASIA has. */
    private static Dataset oulu() {
        List<Sample> samples = new ArrayList<>();
        for (int person = 1; person <= 80; person++) {
            for (int i = 0; i < 18; i++) {
                samples.add(new Sample("P" + person + "/" + i, Sample.TRAIN, i % 6, "P" + person, () -> null));
            }
        }
        return made("oulu-casia", samples);
    }

    private static Dataset made(String format, List<Sample> samples) {
        return new Dataset("Made", format, LABELS, samples, List.of(), List.of());
    }

    private static DatasetSource source(Fold fold, double validShare) {
        return new DatasetSource(List.of("x"), "", List.of(), Map.of(), validShare, 17, false, false, fold);
    }

    private static Dataset folded(Dataset dataset, int number, int count, Fold.By by) {
        return new Folds(source(new Fold(number, count, by), 0)).apply(dataset);
    }

    private static Set<String> ids(Dataset dataset, String split) {
        return dataset.samples(split).stream().map(Sample::id).collect(Collectors.toSet());
    }

    private static Set<String> groups(Dataset dataset, String split) {
        return dataset.samples(split).stream().map(Sample::group).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fold.By.class,
            names = {"USUAL", "SUBJECT", "IMAGE"})
    void eachPictureIsHeldOutOnceAndValidatesOnce(Fold.By by) {
        Map<String, Integer> tested = new HashMap<>();
        Map<String, Integer> validated = new HashMap<>();
        for (int number = 1; number <= 10; number++) {
            Dataset fold = folded(oulu(), number, 10, by);
            ids(fold, "test").forEach(id -> tested.merge(id, 1, Integer::sum));
            ids(fold, "validation").forEach(id -> validated.merge(id, 1, Integer::sum));
            assertEquals(8 * 144, fold.samples("train").size());
        }
        assertEquals(1440, tested.size());
        assertEquals(Set.of(1), new HashSet<>(tested.values()));
        assertEquals(tested, validated);
    }

    @Test
    void foldsBySubjectSeparatePersonsAndHaveEqualClasses() {
        for (int number = 1; number <= 10; number++) {
            Dataset fold = folded(oulu(), number, 10, Fold.By.SUBJECT);
            assertEquals(8, groups(fold, "test").size());
            assertTrue(Collections.disjoint(groups(fold, "test"), groups(fold, "train")));
            assertTrue(Collections.disjoint(groups(fold, "test"), groups(fold, "validation")));
            assertTrue(Collections.disjoint(groups(fold, "validation"), groups(fold, "train")));
            for (int count : fold.counts().get("test")) {
                assertEquals(24, count);
            }
        }
        assertEquals(
                List.of(
                        "Fold 3 of 10 by subject, stratified, seed 17. This fold is the test split; the next fold is the validation split."),
                folded(oulu(), 3, 10, Fold.By.USUAL).notes());
    }

    @Test
    void foldsByImageSayHowManyPersonsLeak() {
        Dataset fold = folded(oulu(), 1, 10, Fold.By.IMAGE);
        Set<String> both = groups(fold, "test");
        int all = both.size();
        both.retainAll(groups(fold, "train"));
        assertTrue(both.size() > 60, "shuffled pictures leak nearly everybody");
        assertTrue(
                fold.notes().get(1).contains(both.size() + " of " + all + " held-out subjects also occur in training"));
        assertTrue(fold.notes().get(1).contains("--folds-by subject"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void unequalGroupsAreStratifiedAsFarAsWholeGroupsAllow(long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int group = 0; group < 60; group++) {
            int size = 1 + random.nextInt(20);
            for (int i = 0; i < size; i++) {
                samples.add(new Sample(group + "/" + i, Sample.TRAIN, random.nextInt(3), "v" + group, () -> null));
            }
        }
        Dataset dataset = made("aff-wild2", samples);
        int[] all = dataset.counts().get("train");
        for (int number = 1; number <= 5; number++) {
            int[] held = folded(dataset, number, 5, Fold.By.VIDEO).counts().get("test");
            for (int label = 0; label < 3; label++) {
                assertEquals(0.2, (double) held[label] / all[label], 0.05, "class " + label + " of fold " + number);
            }
        }
    }

    @Test
    void foldsDependOnTheSeedAndNotOnTheOrderOfSamples() {
        List<Sample> shuffled = new ArrayList<>(oulu().samples());
        Collections.shuffle(shuffled, new Random(3));
        for (Fold.By by : List.of(Fold.By.SUBJECT, Fold.By.IMAGE)) {
            Set<String> held = ids(folded(oulu(), 2, 10, by), "test");
            assertEquals(held, ids(folded(made("oulu-casia", shuffled), 2, 10, by), "test"));
            DatasetSource other =
                    new DatasetSource(List.of("x"), "", List.of(), Map.of(), 0, 18, false, false, new Fold(2, 10, by));
            assertNotEquals(held, ids(new Folds(other).apply(oulu()), "test"));
        }
    }

    @Test
    void aTestSplitOfItsOwnIsNeverTouchedAndFoldsValidate() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String split = i < 200 ? Sample.TRAIN : i < 240 ? Sample.VALIDATION : Sample.TEST;
            samples.add(new Sample("s" + i, split, i % 6, "", () -> null));
        }
        Dataset dataset = made("raf-db", samples);
        Map<String, Integer> validated = new TreeMap<>();
        for (int number = 1; number <= 4; number++) {
            Dataset fold = folded(dataset, number, 4, Fold.By.USUAL);
            assertEquals(ids(dataset, "test"), ids(fold, "test"));
            ids(fold, "validation").forEach(id -> validated.merge(id, 1, Integer::sum));
            assertTrue(fold.notes().get(1).contains("subjects are unknown"));
        }
        assertEquals(240, validated.size());
        assertEquals(Set.of(1), new HashSet<>(validated.values()));
    }

    @Test
    void aShareOfTheRestMayValidateInThePlaceOfTheNextFold() {
        Dataset fold = new Folds(source(new Fold(1, 2, Fold.By.SUBJECT), 0.1)).apply(oulu());
        assertEquals(720, fold.samples("test").size());
        assertEquals(72, fold.samples("validation").size());
        assertTrue(Collections.disjoint(groups(fold, "validation"), groups(fold, "train")));
    }

    @Test
    void whatCannotBePartedIsRejectedWithAWayOut() {
        List<Sample> nobody = oulu().samples().stream()
                .map(s -> new Sample(s.id(), s.split(), s.label(), "", s.pixels()))
                .toList();
        refused("--folds-by image", () -> folded(made("raf-db", nobody), 1, 5, Fold.By.SUBJECT));
        refused("--folds-by subject", () -> folded(oulu(), 1, 5, Fold.By.VIDEO));
        refused("--folds-by video", () -> folded(made("aff-wild2", oulu().samples()), 1, 5, Fold.By.SUBJECT));
        refused("80 subjects for 81 folds", () -> folded(oulu(), 1, 81, Fold.By.SUBJECT));
        refused("three or more", () -> folded(oulu(), 1, 2, Fold.By.SUBJECT));
    }

    private static void refused(String words, Runnable action) {
        Problem problem = assertThrows(Problem.class, action::run);
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }
}
