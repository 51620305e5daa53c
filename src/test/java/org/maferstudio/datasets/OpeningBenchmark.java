package org.maferstudio.datasets;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.job.Progress;

/**
 * Opens a dataset as a training does: lists it, learns of each image whether it can be read, and computes the fingerprint.
 * Prints seconds, seconds of the processors, which other programs change less, and peak memory. A second run finds the
 * index of the first one in the cache folder (on Linux {@code XDG_CACHE_HOME}).
 *
 * <p>Argument: a folder, zip or csv.
 */
final class OpeningBenchmark {
    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static long reported;

    private OpeningBenchmark() {}

    public static void main(String[] args) {
        long begun = System.nanoTime();
        long start = begun;
        try (Dataset dataset = Datasets.open(DatasetSource.of(args[0]), Progress.NONE)) {
            report("listed " + dataset.samples().size() + " images", start);
            start = System.nanoTime();
            PixelCache cache = PixelCache.fill(dataset.samples(), Progress.NONE);
            report("learnt of each image", start);
            start = System.nanoTime();
            String fingerprint = Fingerprint.of(dataset, cache);
            report("computed the fingerprint " + fingerprint.substring(0, 8), start);
            reported = 0;
            report("together", begun);
        }
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
