package org.maferstudio.training;

import java.util.List;
import java.util.Map;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.network.EngineVerdict;

/** Has the engine checked before a training, and writes down how it computes the network on this processor. */
final class EngineRecord {
    private static final String ALL = "all";

    private EngineRecord() {}

    /**
     * Checks the engine for the steps and the validations of a training.
     *
     * @return what people should know: nothing where the engine computes as it always does
     * @throws org.maferstudio.job.Problem if it does not compute the network correctly in any way
     */
    static List<String> of(Experiment experiment, Session session) {
        Recipe recipe = session.recipe();
        List<EngineVerdict> verdicts = session.network()
                .check(recipe.course().batch(), recipe.network().size());
        if (!verdicts.isEmpty()) {
            EngineVerdict training = verdicts.get(0);
            String limit = training.limitedTo();
            Map<String, String> how =
                    Map.of("convolutions", training.convolutions(), "instruction_set", limit.isEmpty() ? ALL : limit);
            experiment.update(facts -> facts.withVersions(how));
        }
        verdicts.stream().filter(EngineVerdict::unlimited).forEach(each -> experiment.log(each.sentence()));
        return verdicts.stream()
                .filter(verdict -> !verdict.unlimited())
                .map(EngineVerdict::sentence)
                .toList();
    }
}
