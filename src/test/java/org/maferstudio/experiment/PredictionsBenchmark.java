package org.maferstudio.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.fixture.StepTimes;
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
    private PredictionsBenchmark() {}

    public static void main(String[] args) {
        StepTimes times = new StepTimes();
        Experiment experiment = Experiment.open(Path.of(args[0]));
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            times.begin();
            List<Resolution> resolutions = EvaluatedExperiments.resolutions(experiment, "test");
            List<Predictions> all = new ArrayList<>();
            all.add(experiment.readPartially("test", resolutions.get(0)).predictions());
            all.addAll(resolutions.subList(1, resolutions.size()).parallelStream()
                    .map(resolution -> experiment
                            .readPartially("test", resolution, all.get(0).rows())
                            .predictions())
                    .toList());
            times.end(
                    "read " + all.stream().mapToInt(each -> each.rows().size()).sum() + " predictions");
            ResolutionSweep sweep = ResolutionSweep.of(all);
            times.end("computed the sweep of " + sweep.points().size() + " resolutions");
        }
        StepTimes.printPeak();
    }
}
