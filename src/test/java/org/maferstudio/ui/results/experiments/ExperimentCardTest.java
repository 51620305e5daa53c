package org.maferstudio.ui.results.experiments;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.workbench.Workbench;

@Tag("ui")
@ExtendWith(FxExtension.class)
class ExperimentCardTest {
    @Test
    void nothingCanBeDoneToAnExperimentThatTheFilterHides(@TempDir Path folder) {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        MadeExperiments.evaluated(folder, "b", 5, 3);
        try (Workspace workspace = Workspace.open(folder)) {
            ExperimentList list = new ExperimentList(new Workbench(workspace), new DirectJobs(), why -> {});
            list.refresh(Optional.of(folder.resolve("experiments/2026-01-01-120000-a")));
            ExperimentCard card = FxWindow.onFx(() -> new ExperimentCard(list));
            assertFalse(card.isDisabled());
            FxWindow.onFx(() -> {
                list.filterProperty().set("b");
                return true;
            });
            assertTrue(card.isDisabled(), "it still shows a");
        }
    }
}
