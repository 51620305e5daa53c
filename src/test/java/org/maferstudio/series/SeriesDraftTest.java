package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;

class SeriesDraftTest {
    private static final SeriesPlan SEEDS = new SeriesPlan(0, Fold.By.USUAL, List.of(17L, 18L));

    private static SeriesDraft draft(SeriesPlan plan, SeriesDraft.Search search, String... sweeps) {
        return new SeriesDraft(
                preset -> RecipePreset.of(preset.orElse("compact")).recipe().named("a"),
                Stream.of(sweeps).map(Sweep::parse).toList(),
                plan,
                search);
    }

    private static List<String> names(SeriesDraft draft) {
        return draft.runs().stream().map(SeriesRun::name).toList();
    }

    @Test
    void aGridHasEveryCombinationWithEverySeed() {
        SeriesDraft draft = draft(SEEDS, SeriesDraft.Search.GRID, "lr=0.001,0.003", "o=adam,sgd");
        assertEquals(
                List.of(
                        "lr-0.001-o-adam-seed-17",
                        "lr-0.001-o-adam-seed-18",
                        "lr-0.001-o-sgd-seed-17",
                        "lr-0.001-o-sgd-seed-18",
                        "lr-0.003-o-adam-seed-17",
                        "lr-0.003-o-adam-seed-18",
                        "lr-0.003-o-sgd-seed-17",
                        "lr-0.003-o-sgd-seed-18"),
                names(draft));
        SeriesRun last = draft.runs().get(7);
        assertEquals(8, last.number());
        assertEquals(0.003, last.recipe().optimiser().learningRate());
        assertEquals(18, last.recipe().course().seed());
        assertEquals("a lr-0.003-o-sgd-seed-18", last.recipe().name());
    }

    @Test
    void presetsAndDatasetsVaryToo() {
        SeriesDraft draft = draft(
                SeriesPlan.ONCE, SeriesDraft.Search.GRID, "preset=compact,compact-multi", "dataset=drawn,drawn:18");
        assertEquals(
                List.of(
                        "preset-compact-dataset-drawn",
                        "preset-compact-dataset-drawn-18",
                        "preset-compact-multi-dataset-drawn",
                        "preset-compact-multi-dataset-drawn-18"),
                names(draft));
        Recipe last = draft.runs().get(3).recipe();
        assertEquals(List.of("drawn:18"), last.dataset().paths());
        assertEquals(RecipePreset.COMPACT_MULTI.recipe().schedule(), last.schedule());
    }

    @Test
    void namesAreShortAndEachIsGivenOnce() {
        SeriesDraft draft =
                draft(SeriesPlan.ONCE, SeriesDraft.Search.GRID, "lr=log 0.00001..0.01 x 3", "wd=0.00012341,0.00012342");
        assertEquals(
                List.of(
                        "lr-1e-5-wd-0.0001234",
                        "lr-1e-5-wd-0.0001234-2",
                        "lr-0.0003162-wd-0.0001234",
                        "lr-0.0003162-wd-0.0001234-2",
                        "lr-0.01-wd-0.0001234",
                        "lr-0.01-wd-0.0001234-2"),
                names(draft));
    }

    @Test
    void aRandomSearchDrawsTheSameSettingsForTheSameSeedAndALargerBudgetBeginsWithThem() {
        String[] sweeps = {"lr=log 1e-4..1e-2", "batch=16..128", "o=adam,sgd"};
        List<String> ten = names(draft(SEEDS, new SeriesDraft.Search(10, 17), sweeps));
        assertEquals(10, ten.size(), "five settings with two seeds");
        assertEquals(
                ten, names(draft(SEEDS, new SeriesDraft.Search(21, 17), sweeps)).subList(0, 10));
        List<String> others = names(draft(SEEDS, new SeriesDraft.Search(10, 18), sweeps));
        assertTrue(ten.stream().noneMatch(others::contains), others.toString());
    }

    @Test
    void aRandomSearchInASmallGridTriesNothingTwiceAndEndsWithAll() {
        SeriesDraft some = draft(SeriesPlan.ONCE, new SeriesDraft.Search(7, 17), "lr=0.1..0.4 x 4", "o=adam,sgd");
        Set<String> names = some.runs().stream().map(SeriesRun::name).collect(Collectors.toSet());
        assertEquals(7, names.size());
        assertEquals(
                8,
                draft(SeriesPlan.ONCE, new SeriesDraft.Search(50, 17), "lr=0.1..0.4 x 4", "o=adam,sgd")
                        .runs()
                        .size());
    }

    @Test
    void whatCannotBePlannedIsSaidInASentence() {
        assertProblem(
                "needs optimiser.algorithm=sgd", () -> draft(SeriesPlan.ONCE, SeriesDraft.Search.GRID, "m=0.8,0.9")
                        .runs());
        assertProblem("has no number of values", () -> draft(SeriesPlan.ONCE, SeriesDraft.Search.GRID, "lr=0.1..1")
                .runs());
        assertProblem("2,000 runs", () -> draft(SEEDS, SeriesDraft.Search.GRID, "lr=0.1..1 x 1000")
                .runs());
        assertProblem("budget of 1 run ", () -> draft(SEEDS, new SeriesDraft.Search(1, 17), "lr=0.1..1")
                .runs());
        assertProblem("varied twice", () -> draft(SEEDS, SeriesDraft.Search.GRID, "lr=0.1", "learning-rate=0.2"));
    }

    private static void assertProblem(String words, Executable work) {
        Problem problem = assertThrows(Problem.class, work);
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }
}
