package org.maferstudio.series.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.IncludedSeries;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.series.FakeRuns;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Sweep;

class SeriesHtmlTest {
    @TempDir
    private Path folder;

    private String report(Series series) throws IOException {
        Path file = folder.resolve("report.html");
        SeriesHtml.write(file, SeriesResults.read(series), "accuracy");
        return Files.readString(file);
    }

    @Test
    void theIncludedNetworksHaveTheirSettingsBestOneAndFigures() throws IOException {
        String page = report(IncludedSeries.open(folder.resolve("gallery")));
        assertTrue(
                page.contains("<td>Baseline</td><td>3/3</td><td>63.6</td><td>0.1</td><td>63.2\u201363.9</td>"), page);
        assertTrue(
                page.contains("Not told apart from it by these runs: Multi-resolution."), "one seed has no interval");
        assertTrue(page.contains("on the test split"));
        assertEquals(8, page.split("<svg", -1).length - 1, "four figures, light and dark");
        assertFalse(page.contains("evaluated on test.</p>"), "nothing was chosen on validation");
    }

    @Test
    void whatIsMissingIsSaidInItsPlace() throws IOException {
        SeriesDraft draft = new SeriesDraft(
                preset -> Recipe.DEFAULT,
                List.of(Sweep.parse("lr=0.001, 0.003")),
                new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L)),
                SeriesDraft.Search.GRID);
        Series series =
                Series.create(folder.resolve("s"), Recipe.DEFAULT, draft.replications(), draft.varied(), draft.runs());
        series.runs().subList(0, 3).forEach(run -> FakeRuns.finish(series, run, 100, 0.6));
        String page = report(series);
        assertTrue(page.contains("No run was evaluated at a lower resolution."));
        assertTrue(page.contains("No setting of this series was evaluated on test."));
        assertTrue(page.contains("<h2>Unfinished runs</h2>"));
        assertTrue(page.contains("Not all runs are finished."));
    }
}
