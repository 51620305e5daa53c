package org.maferstudio.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.Evaluation;

/**
 * Evaluates networks of a series where they were not evaluated before.
 *
 * @param notes receives remarks, such as samples of unknown classes
 */
record MissingPredictions(DeviceConfig device, Progress progress, Consumer<String> notes) {
    /** The resolutions at which a run was not evaluated on a split. */
    static List<Resolution> of(Experiment member, String split, List<Resolution> wanted) {
        List<Resolution> missing = new ArrayList<>(wanted);
        missing.removeAll(EvaluatedExperiments.resolutions(member, split));
        return missing;
    }

    /** Evaluates a run at some resolutions; false if a stop was requested. */
    boolean evaluate(Experiment member, String split, List<Resolution> resolutions) {
        if (resolutions.isEmpty()) {
            return true;
        }
        Evaluation.Result result = new Evaluation(member, progress)
                .run(new Evaluation.Request(Optional.empty(), Optional.of(split), resolutions, device));
        result.notes().forEach(notes);
        return result.predictions().size() == resolutions.size();
    }
}
