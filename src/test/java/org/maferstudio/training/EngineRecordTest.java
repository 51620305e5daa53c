package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.check.EnginePlan;
import org.maferstudio.network.check.EngineVerdict;
import org.maferstudio.recipe.RecipeJson;

class EngineRecordTest {
    @TempDir
    private Path folder;

    private static EngineVerdict verdict(Convolutions convolutions, String limit) {
        EnginePlan plan = new EnginePlan(convolutions, limit);
        return new EngineVerdict(
                "se-resnet-18", "training", "8 x 1 x 44 x 44", plan, List.of(), List.of(), List.of(), 1);
    }

    @Test
    void theRecordTellsTrainingFromInference() {
        assertEquals(
                Map.of("convolutions", "rewritten", "convolutions_inference", "plain", "instruction_set", "all"),
                EngineRecord.versions(List.of(verdict(Convolutions.REWRITTEN, ""), verdict(Convolutions.PLAIN, ""))));
        assertEquals(
                Map.of("convolutions", "plain, rewritten", "convolutions_inference", "plain", "instruction_set", "AVX"),
                EngineRecord.versions(List.of(
                        verdict(Convolutions.PLAIN, "AVX"),
                        verdict(Convolutions.REWRITTEN, "AVX"),
                        verdict(Convolutions.PLAIN, "AVX"))));
    }

    /** Asks to stop as soon as the engine is checked. */
    private static final class StopAtTheCheck implements Progress {
        private boolean checking;

        @Override
        public void report(double fraction, String message) {
            checking |= message.startsWith("Checking how the engine computes");
        }

        @Override
        public boolean stopRequested() {
            return checking;
        }
    }

    @Test
    @Tag("engine")
    void aTrainingThatIsStoppedWhileTheEngineIsCheckedIsStoppedAndHasNotFailed() {
        // At a shape that no other test computes, so that no verdict is kept.
        Experiment experiment = Experiment.create(
                folder.resolve("experiment"),
                RecipeJson.change(
                        TinyRecipe.on(TinyFaces.write(folder, 5, 2)),
                        Map.of("network.size", 19, "network.resize", 20, "course.batch", 7)));
        TrainingOutcome outcome = new Training(new StopAtTheCheck(), TrainingListener.NONE).resume(experiment);
        assertEquals(RunStatus.STOPPED, outcome.ending());
        ExperimentManifest manifest = experiment.manifest();
        assertEquals(RunStatus.STOPPED, manifest.state().status());
        assertEquals(0, manifest.state().step());
        assertTrue(
                !manifest.versions().containsKey("convolutions"),
                manifest.versions().toString());
    }
}
