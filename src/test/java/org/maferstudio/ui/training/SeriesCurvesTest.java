package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.FolderLock;
import org.maferstudio.experiment.History;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.HistoryFigure;

class SeriesCurvesTest {
    private static final HistoryRow ROW = new HistoryRow(1, 10, 640, 1.9, 0.3, 1.7, 0.41, 0.05, 0, 3);

    @TempDir
    private Path folder;

    @Test
    void theRunsThatAreTrainedNowComeFirstThenTheLastOnes() {
        Series series = Series.create(
                folder.resolve("s"),
                Recipe.DEFAULT,
                new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L)));
        List<SeriesRun> runs = series.runs();
        for (int i = 0; i < 5; i++) {
            begin(series, runs.get(i), RunStatus.FINISHED);
        }
        List<HistoryFigure> seen = new ArrayList<>();
        FolderLock trained = begin(series, runs.get(1), RunStatus.RUNNING).lock();
        new SeriesCurves(series, Progress.NONE, seen::add).report(0.5, "");
        trained.close();
        assertEquals(
                List.of("seed-2", "seed-5", "seed-4", "seed-3"),
                seen.get(0).series().stream().map(HistoryFigure.Series::name).toList());
    }

    @Test
    void withoutAValidationThereAreNoCurves() {
        Series series =
                Series.create(folder.resolve("s"), Recipe.DEFAULT, new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L)));
        List<HistoryFigure> seen = new ArrayList<>();
        new SeriesCurves(series, Progress.NONE, seen::add).report(0, "");
        assertEquals(List.of(), seen);
    }

    private static Experiment begin(Series series, SeriesRun run, RunStatus status) {
        Experiment experiment = series.member(run);
        experiment.write(History.empty().plus(ROW));
        experiment.update(manifest -> manifest.with(manifest.state().as(status)));
        return experiment;
    }
}
