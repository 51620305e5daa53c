package org.maferstudio.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.fixture.StepTimes;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.RecipePreset;

/**
 * Plans, lists and gathers a series of 1,000 runs on a small dataset, whose outcomes were never trained but are written by the
 * program's own writer: 350 images each, as the drawn faces have for validation. Prints seconds, seconds of the processors,
 * which other programs do not change, and peak memory.
 */
final class SeriesBenchmark {
    private static final int IMAGES = 350;

    private SeriesBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path temporary = Files.createTempDirectory("mafer-series");
        Path folder = temporary.resolve("s");
        // To draw the faces of "drawn" would take longer than all that is measured here.
        DatasetSource faces = TinyFaces.write(temporary, 64, 32);
        SeriesDraft draft = new SeriesDraft(
                preset -> RecipePreset.DEMO_BASE.recipe().on(faces).fixedHere(),
                List.of(Sweep.parse("lr=log 1e-4..1e-1 x 50"), Sweep.parse("wd=0,0.0001")),
                new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L)),
                SeriesDraft.Search.GRID);
        StepTimes times = new StepTimes();
        draft.runs();
        times.end("made the runs (once more than needed)");
        Series planned = new SeriesPlanning(folder, draft).create(Progress.NONE).orElseThrow();
        times.end("planned " + planned.runs().size() + " runs");
        FakeRuns.finishAll(planned, IMAGES, run -> 0.5 + run.number() % 40 / 100.0);
        times.end("wrote their outcomes (not part of the measurement)");
        Series series = Series.open(folder);
        SeriesResults results = SeriesResults.read(series);
        SeriesDescription.of(results, "accuracy");
        times.end("listed " + results.runs().size() + " runs in "
                + results.settings().size() + " settings");
        SeriesGathering.gather(series);
        times.end("gathered");
        SeriesReader reader = new SeriesReader();
        reader.read(reader.open(folder).orElseThrow());
        FakeRuns.finish(series, series.runs().get(0), IMAGES, 0.9);
        times.begin();
        reader.read(reader.open(folder).orElseThrow());
        times.end("listed again after one run has changed, as in the window (not part of it)");
        StepTimes.printPeak();
    }
}
