package org.maferstudio.series;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
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
    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static long reported;

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
        SeriesReader reader = new SeriesReader();
        reader.read(reader.open(folder).orElseThrow());
        FakeRuns.finish(series, series.runs().get(0), IMAGES, 0.9);
        start = System.nanoTime();
        reader.read(reader.open(folder).orElseThrow());
        report("listed again after one run has changed, as in the window (not part of it)", start);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "peak of the heap and Java's other pools: %d MB%n", peak >> 20);
    }

    private static void report(String what, long start) {
        long cpu = CPU.getProcessCpuTime();
        System.out.printf(
                Locale.ROOT,
                "%6.2f s  %6.2f s of CPU  %s%n",
                (System.nanoTime() - start) / 1e9,
                (cpu - reported) / 1e9,
                what);
        reported = cpu;
    }
}
