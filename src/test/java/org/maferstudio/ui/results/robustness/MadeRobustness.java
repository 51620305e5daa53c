package org.maferstudio.ui.results.robustness;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.results.MadeExperiments;

/** Experiments that were evaluated on blurred images: seven classes of ten samples. */
final class MadeRobustness {
    private MadeRobustness() {}

    /** So many of each class are right: unchanged, and blurred by 1, 2, ... px. */
    static Experiment blurred(Path workspace, String name, int unchanged, int... right) {
        Experiment experiment = MadeExperiments.evaluated(workspace, name, unchanged, 3);
        DegradedPredictions degraded = new DegradedPredictions(experiment, Optional.empty());
        for (int i = 0; i < right.length; i++) {
            List<Degradation> blur = Degradation.parseAll("blur=" + (i + 1));
            degraded.write(blur.get(0), MadeExperiments.predictions("test", Resolution.NATIVE, right[i]));
        }
        return experiment;
    }
}
