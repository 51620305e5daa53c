package org.maferstudio.report.findings;

import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.texts.Texts;

/**
 * One way to train or to use a network.
 *
 * @param name for tables
 * @param runs its experiments, which differ in their seed at most; at least one
 */
public record Setting(String name, List<Experiment> runs) {
    public Setting {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a setting needs at least one run");
        }
    }

    /** The manifests of the runs that were trained with this program, or were trained so and then bundled. */
    List<ExperimentManifest> trained() {
        return runs.stream()
                .map(Experiment::manifest)
                .filter(manifest -> manifest.state().status() != RunStatus.IMPORTED)
                .toList();
    }

    /**
     * Checks that runs at the same place can be paired.
     *
     * @throws Problem if both were trained, and with another seed
     */
    void checkPairs(Setting other) {
        if (trained().size() < runs.size() || other.trained().size() < other.runs.size()) {
            return;
        }
        IntStream.range(0, Math.min(runs.size(), other.runs.size())).forEach(i -> {
            long here = trained().get(i).recipe().course().seed();
            long there = other.trained().get(i).recipe().course().seed();
            if (runs.size() > 1 && other.runs.size() > 1 && here != there) {
                throw Problem.input(Texts.of("report.findings.error.seeds", i + 1, name, here, other.name, there));
            }
        });
    }
}
