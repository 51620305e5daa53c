package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.ComputeHost;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.Recipe;

class WriterClaimTest {
    @TempDir
    private Path folder;

    private void claimBy(WriterClaim.Holder holder) throws IOException {
        Files.writeString(folder.resolve(WriterClaim.NAME), Json.gson().toJson(holder));
    }

    private static WriterClaim.Holder process(ProcessHandle process) {
        return new WriterClaim.Holder(
                ComputeHost.name(),
                process.pid(),
                process.info().startInstant().map(Object::toString).orElse(""),
                "",
                0);
    }

    @Test
    void aFolderIsClaimedOnceUntilItIsReleased() throws IOException {
        WriterClaim claim = WriterClaim.take(folder).orElseThrow();
        assertTrue(WriterClaim.take(folder).isEmpty());
        assertEquals(
                ProcessHandle.current().pid(),
                WriterClaim.holder(folder).orElseThrow().process());
        claim.release();
        assertTrue(WriterClaim.holder(folder).isEmpty());
        assertTrue(WriterClaim.take(folder).isPresent());
    }

    @Test
    void theClaimOfAProcessThatHasEndedIsTakenOver() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        WriterClaim.Holder holder = process(ended.toHandle());
        ended.waitFor();
        claimBy(holder);
        assertTrue(WriterClaim.holder(folder).isEmpty());
        assertTrue(WriterClaim.take(folder).isPresent());
        assertTrue(WriterClaim.take(folder).isEmpty(), "now it is that of this process");
    }

    @Test
    void aNumberThatWasGivenToALaterProcessIsNoClaim() throws IOException {
        claimBy(new WriterClaim.Holder(
                ComputeHost.name(), ProcessHandle.current().pid(), "2020-01-31T12:00:00Z", "", 0));
        assertTrue(WriterClaim.take(folder).isPresent());
    }

    @Test
    void theClaimOfAnotherComputerStaysAndTheProblemSaysHowToEndIt() throws IOException {
        Experiment experiment = Experiment.create(folder.resolve("e"), Recipe.DEFAULT);
        experiment.update(manifest -> manifest.with(manifest.state().as(RunStatus.RUNNING)));
        assertEquals(RunStatus.INTERRUPTED, experiment.status());
        Files.writeString(
                experiment.folder().resolve(WriterClaim.NAME),
                Json.gson().toJson(new WriterClaim.Holder("node-7", 1, "", "17_3", 0)));
        assertEquals(RunStatus.RUNNING, experiment.status());
        Problem problem = assertThrows(Problem.class, experiment::lock);
        assertTrue(problem.getMessage().contains("node-7"), problem.getMessage());
        assertTrue(problem.getMessage().contains(WriterClaim.NAME), problem.getMessage());
        WriterClaim.remove(experiment.folder());
        experiment.lock().close();
    }

    @Test
    void anUnreadableClaimCountsForAMinute() throws IOException {
        Path file = Files.writeString(folder.resolve(WriterClaim.NAME), "{\"ho");
        assertTrue(WriterClaim.take(folder).isEmpty());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(90)));
        assertTrue(WriterClaim.take(folder).isPresent());
    }

    @Test
    void anExperimentIsLockedByOneWriter() {
        Experiment experiment = Experiment.create(folder.resolve("e"), Recipe.DEFAULT);
        try (FolderLock lock = experiment.lock()) {
            assertThrows(Problem.class, experiment::lock);
            assertTrue(Files.exists(lock.folder().resolve(WriterClaim.NAME)));
        }
        assertFalse(Files.exists(experiment.folder().resolve(WriterClaim.NAME)));
    }
}
