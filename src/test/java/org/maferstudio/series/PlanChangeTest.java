package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;

class PlanChangeTest {
    @TempDir
    private Path folder;

    private Series series;

    @BeforeEach
    void makeSeries() {
        series = Series.create(
                folder.resolve("s"), Recipe.DEFAULT, new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L, 3L, 4L)));
    }

    private PlanChange change() {
        return new PlanChange(Series.open(series.experiment().folder()));
    }

    private static List<Integer> numbers(Series of) {
        return of.runs().stream().map(SeriesRun::number).toList();
    }

    @Test
    void aRunThatWaitsMovesAmongThoseThatWait() {
        series.member(series.runs().get(1));
        assertEquals(List.of(1, 2, 4, 3), numbers(change().earlier(4)));
        assertEquals(List.of(4, 1, 2, 3), numbers(change().earlier(4)), "over the one that has begun");
        assertEquals(List.of(4, 1, 2, 3), numbers(change().earlier(4)), "it is the first");
        assertEquals(List.of(1, 4, 2, 3), numbers(change().later(4)));
        assertEquals(
                List.of(1, 4, 2, 3), numbers(Series.open(series.experiment().folder())), "it is stored");
    }

    @Test
    void aRunThatWaitsIsRemovedAndItsNumberIsKept() {
        assertEquals(List.of(1, 3, 4), numbers(change().without(2)));
        change().without(1);
        change().without(3);
        assertThrows(Problem.class, () -> change().without(4), "the only one");
    }

    @Test
    void aRunThatHasBegunStays() {
        series.member(series.runs().get(0));
        Problem begun = assertThrows(Problem.class, () -> change().without(1));
        assertEquals(
                "Run 1 has begun, or is no longer in the plan. Only runs that wait can be moved or removed.",
                begun.getMessage());
        assertThrows(Problem.class, () -> change().later(1));
    }
}
