package org.maferstudio.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Progress;
import org.maferstudio.network.check.EngineVerdict;
import org.maferstudio.recipe.Recipe;

/** Checks the engine before a training, and records how it computes the network on this processor. */
final class EngineRecord {
    private static final String ALL = "all";

    private EngineRecord() {}

    /**
     * Checks the engine for all steps and validations of a training, including a smaller last batch.
     *
     * @return messages for the user: none if the engine works as usual; empty if a stop was requested
     * @throws org.maferstudio.job.Problem if it cannot compute the network correctly
     */
    static Optional<List<String>> of(Experiment experiment, TrainingSession session, Progress progress) {
        Recipe recipe = session.recipe();
        Optional<List<EngineVerdict>> checked = session.network()
                .check(session.batches().plan().sizes(), recipe.network().size(), progress);
        return checked.map(verdicts -> {
            if (!verdicts.isEmpty()) {
                Map<String, String> how = versions(verdicts);
                experiment.update(manifest -> manifest.withVersions(how));
            }
            verdicts.stream().filter(EngineVerdict::unlimited).forEach(each -> experiment.log(each.sentence()));
            return verdicts.stream()
                    .filter(verdict -> !verdict.unlimited())
                    .map(EngineVerdict::sentence)
                    .toList();
        });
    }

    /**
     * The recorded values; one limit applies to all.
     *
     * @param verdicts of a training's batches, at least one, followed by that of inference
     */
    static Map<String, String> versions(List<EngineVerdict> verdicts) {
        EngineVerdict inference = verdicts.get(verdicts.size() - 1);
        String training = verdicts.subList(0, verdicts.size() - 1).stream()
                .map(EngineVerdict::convolutions)
                .distinct()
                .collect(Collectors.joining(", "));
        Map<String, String> how = new LinkedHashMap<>();
        how.put("convolutions", training);
        how.put("convolutions_inference", inference.convolutions());
        how.put("instruction_set", inference.limitedTo().isEmpty() ? ALL : inference.limitedTo());
        return how;
    }
}
