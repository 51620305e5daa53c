package org.maferstudio.series;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.RecipePreset;

/**
 * Plans, lists and gathers a series of 1,000 runs on drawn faces, whose outcomes were never trained but are written by the
 * program's own writer: 350 images each, as the drawn faces have for validation. Prints seconds and peak memory.
 */
final class SeriesBenchmark {
    private static final int IMAGES = 350;

    private SeriesBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("mafer-series").resolve("s");
        SeriesDraft draft = new SeriesDraft(
                preset -> RecipePreset.DEMO_BASE.recipe().fixedHere(),
                List.of(Sweep.parse("lr=log 1e-4..1e-1 x 50"), Sweep.parse("wd=0,0.0001")),
                new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L)),
                SeriesDraft.Search.GRID);
        long start = System.nanoTime();
        draft.runs();
        report("made the runs (once more than needed)", start);
        start = System.nanoTime();
        Series planned = new SeriesPlanning(folder, draft).create(Progress.NONE).orElseThrow();
        report("planned " + planned.runs().size() + " runs", start);
        start = System.nanoTime();
        FakeRuns.finishAll(planned, IMAGES, run -> 0.5 + run.number() % 40 / 100.0);
        report("wrote their outcomes (not part of the measurement)", start);
        start = System.nanoTime();
        Series series = Series.open(folder);
        SeriesResults results = SeriesResults.read(series);
        SeriesDescription.of(results, "accuracy");
        report(
                "listed " + results.runs().size() + " runs in "
                        + results.settings().size() + " settings",
                start);
        start = System.nanoTime();
        SeriesGathering.gather(series);
        report("gathered", start);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "peak of the heap and Java's other pools: %d MB%n", peak >> 20);
    }

    private static void report(String what, long start) {
        System.out.printf(Locale.ROOT, "%6.2f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
