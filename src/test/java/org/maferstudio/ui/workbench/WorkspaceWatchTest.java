package org.maferstudio.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.recipe.Recipe;

class WorkspaceWatchTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Workbench workbench;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private int told() {
        return workbench.experimentsChangedProperty().get();
    }

    @Test
    void whatTheCommandLineWritesIsReported() throws IOException {
        WorkspaceWatch watch = new WorkspaceWatch(workbench, new DirectJobs());
        watch.check();
        watch.check();
        assertEquals(0, told(), "nothing happened");
        Experiment made = Experiment.create(folder.resolve("experiments/2026-01-01-120000-made"), Recipe.DEFAULT);
        watch.check();
        assertEquals(1, told(), "it appeared");
        Files.setLastModifiedTime(
                made.folder().resolve("experiment.json"),
                FileTime.from(Instant.now().plusSeconds(5)));
        watch.check();
        assertEquals(2, told(), "it went on");
        Files.createDirectories(made.folder().resolve("predictions"));
        Files.setLastModifiedTime(
                made.folder().resolve("predictions"),
                FileTime.from(Instant.now().plusSeconds(9)));
        watch.check();
        assertEquals(3, told(), "it was evaluated");
        watch.check();
        assertEquals(3, told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicates.csv", "doubts.csv", "tags.txt", "history.csv"})
    void aFileThatIsShownIsSeenWhenItComesAndWhenItChanges(String name) throws IOException {
        Experiment made = Experiment.create(folder.resolve("experiments/2026-01-01-120000-made"), Recipe.DEFAULT);
        FileTime before = Files.getLastModifiedTime(made.folder());
        WorkspaceWatch watch = new WorkspaceWatch(workbench, new DirectJobs());
        watch.check();
        Path file = made.folder().resolve(name);
        Files.writeString(file, "split,sample\n");
        // Some file systems keep the time of a folder.
        Files.setLastModifiedTime(made.folder(), before);
        watch.check();
        assertEquals(1, told(), "it came");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        watch.check();
        assertEquals(2, told(), "it changed");
    }

    @Test
    void aNewFileOfAnyNameIsSeenByTheTimeOfTheFolder() throws IOException {
        Experiment made = Experiment.create(folder.resolve("experiments/2026-01-01-120000-made"), Recipe.DEFAULT);
        WorkspaceWatch watch = new WorkspaceWatch(workbench, new DirectJobs());
        watch.check();
        Files.setLastModifiedTime(made.folder(), FileTime.from(Instant.now().plusSeconds(5)));
        watch.check();
        assertEquals(1, told());
    }

    @Test
    void aSlowDiskIsCheckedOnceAtATime() {
        HeldJobs held = new HeldJobs();
        WorkspaceWatch watch = new WorkspaceWatch(workbench, held);
        watch.check();
        watch.check();
        assertEquals(1, held.size());
        held.releaseAll();
        watch.check();
        assertEquals(1, held.size());
    }

    @Test
    void aMissingWorkspaceIsNoFailureAndIsCheckedAgain() throws IOException {
        DirectJobs jobs = new DirectJobs();
        WorkspaceWatch watch = new WorkspaceWatch(workbench, jobs);
        watch.check();
        Files.delete(folder.resolve("experiments"));
        watch.check();
        Files.createDirectories(folder.resolve("experiments/new"));
        watch.check();
        assertEquals(1, told());
        assertEquals(0, jobs.untold().size());
    }
}
