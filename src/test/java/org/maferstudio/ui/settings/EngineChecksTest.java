package org.maferstudio.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.check.EnginePlan;
import org.maferstudio.network.check.EngineVerdict;
import org.maferstudio.ui.workbench.EngineInfo;

class EngineChecksTest {
    private static final EngineInfo INFO =
            new EngineInfo("PyTorch 2.7.1", "CPU", List.of(), Optional.empty(), "", List.of(), 2);

    private final ObjectProperty<EngineInfo> engine = new SimpleObjectProperty<>();

    private static EngineVerdict verdict(Convolutions convolutions, String limit) {
        EnginePlan plan = new EnginePlan(convolutions, limit);
        return new EngineVerdict(
                "se-resnet-18", "training", "8 x 1 x 44 x 44", plan, List.of(), List.of(), List.of(), 1);
    }

    private String sentence(EngineVerdict... verdicts) {
        EngineChecks checks = new EngineChecks(new DirectJobs(), engine, () -> List.of(verdicts));
        checks.update();
        return checks.sentenceProperty().get();
    }

    @Test
    void nothingIsReadBeforeTheEngineIsLoaded() {
        assertEquals("", sentence(verdict(Convolutions.PLAIN, "")));
    }

    @Test
    void theChecksAreSummedUp() {
        engine.set(INFO);
        assertEquals(
                "No network has been checked on this CPU yet. Each network is checked before its first training or"
                        + " evaluation.",
                sentence());
        assertEquals(
                "1 check passed on this CPU. No network needs a workaround.",
                sentence(verdict(Convolutions.PLAIN, "")));
        assertEquals(
                "3 checks passed on this CPU. With rewritten convolutions: 1; with a limited instruction set: 1."
                        + " Run mafer devices for details.",
                sentence(
                        verdict(Convolutions.PLAIN, ""),
                        verdict(Convolutions.REWRITTEN, ""),
                        verdict(Convolutions.PLAIN, "AVX")));
    }
}
