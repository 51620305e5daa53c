package org.maferstudio.training;

import java.nio.file.Path;
import java.time.Duration;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Progress;

/** The process that {@link KillTest} kills: goes on with an experiment, with a checkpoint every quarter of a second. */
final class KilledTraining {
    private KilledTraining() {}

    public static void main(String[] args) {
        TrainingListener printing = new TrainingListener() {
            @Override
            public void onMessage(String line) {
                System.out.println(line);
            }
        };
        new Training(Progress.NONE, printing, new Training.Limits(Duration.ofMillis(250), 1 << 30))
                .resume(Experiment.open(Path.of(args[0])));
    }
}
