package org.maferstudio.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.ui.controls.FileDialogs;

class ExperimentOpenerTest {
    @TempDir
    private Path folder;

    @Test
    void aBundleFromAnywhereOpensReadOnlyAndIsDeletedWithTheWindow() {
        Experiment made = Experiment.create(folder.resolve("elsewhere"), Recipe.DEFAULT.named("base"));
        Path file = folder.resolve("from a reviewer.mafer");
        Bundle.write(made, file);
        DirectJobs jobs = new DirectJobs();
        Path unpacked;
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            Workbench workbench = new Workbench(workspace);
            try (ExperimentOpener openings = new ExperimentOpener(workbench, jobs, FileDialogs.CANCEL)) {
                assertTrue(openings.canOpen(file));
                openings.open(file);
                unpacked = workbench.experimentProperty().get();
                assertEquals("results", workbench.paneProperty().get());
                assertTrue(Experiment.open(unpacked).isBundle());
                assertEquals("from a reviewer", unpacked.getFileName().toString());
                workbench.toOpenProperty().set(file);
                assertEquals(unpacked, workbench.experimentProperty().get(), "it is not unpacked twice");
                openings.open(made.folder());
                assertEquals(made.folder(), workbench.experimentProperty().get());
            }
        }
        assertFalse(Files.exists(unpacked));
    }

    @Test
    void whatIsNoBundleIsRejectedInWordsAndChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mafer"), "no zip");
        DirectJobs jobs = new DirectJobs();
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"));
                ExperimentOpener openings = new ExperimentOpener(new Workbench(workspace), jobs, FileDialogs.CANCEL)) {
            openings.open(file);
            assertEquals(1, jobs.untold().size());
            assertTrue(jobs.untold().get(0).getMessage().contains("is not a bundle"), jobs.untold()::toString);
            assertFalse(openings.canOpen(folder));
        }
    }
}
