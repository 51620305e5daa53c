package org.maferstudio.experiment;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/**
 * Reads the predictions of an experiment at all resolutions, as the window does, and computes their sweep. Prints seconds,
 * seconds of the processors, and peak memory.
 *
 * <p>Arguments: the experiment's folder, and the number of rounds.
 */
final class PredictionsBenchmark {
    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static long reported;

    private PredictionsBenchmark() {}

    public static void main(String[] args) {
        Experiment experiment = Experiment.open(Path.of(args[0]));
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            long start = System.nanoTime();
            List<Resolution> resolutions = EvaluatedExperiments.resolutions(experiment, "test");
            List<Predictions> all = new ArrayList<>();
            all.add(experiment.readPartially("test", resolutions.get(0)).predictions());
            all.addAll(resolutions.subList(1, resolutions.size()).parallelStream()
                    .map(resolution -> experiment
                            .readPartially("test", resolution, all.get(0).rows())
                            .predictions())
                    .toList());
            report("read " + all.stream().mapToInt(each -> each.rows().size()).sum() + " predictions", start);
            start = System.nanoTime();
            ResolutionSweep sweep = ResolutionSweep.of(all);
            report("computed the sweep of " + sweep.points().size() + " resolutions", start);
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
