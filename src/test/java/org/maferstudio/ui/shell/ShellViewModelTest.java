package org.maferstudio.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.job.TimeLeft;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.workbench.LogBuffer;
import org.maferstudio.ui.workbench.Workbench;

class ShellViewModelTest {
    private final HeldJobs jobs = new HeldJobs();
    private final LogBuffer log = new LogBuffer();
    private Workspace workspace;
    private Workbench workbench;
    private ShellViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        model = new ShellViewModel(workbench, jobs, log);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theStatusBarShowsTheJobThatRunsUntilItIsOver() {
        Job[] seen = new Job[1];
        Job job = jobs.start(
                "Reading", progress -> seen[0] = model.runningProperty().get(), value -> {});
        assertNull(model.runningProperty().get(), "it only waits");
        assertEquals(1, model.runningCountProperty().get());
        jobs.releaseAll();
        assertSame(job, seen[0]);
        assertNull(model.runningProperty().get());
        assertEquals(0, model.runningCountProperty().get());
    }

    @Test
    void refreshReadsTheExperimentsAndTheDatasetAgain() {
        model.refresh();
        assertEquals(1, workbench.experimentsChangedProperty().get());
        assertEquals(1, workbench.datasetRereadProperty().get());
    }

    @Test
    void onlyWorkThatIsKeptMakesClosingAsk() {
        jobs.start("Reading", progress -> 0, value -> {});
        Job training = jobs.start(JobPlan.of("Training", progress -> 0).weighing(JobPlan.Weight.KEPT));
        assertEquals(List.of(training), model.jobsAtStake());
        jobs.releaseAll();
        assertEquals(List.of(), model.jobsAtStake());
    }

    @Test
    void warningsAreCountedUntilTheLogIsOpened() {
        log.publish(new LogRecord(Level.INFO, "all is well"));
        log.publish(new LogRecord(Level.WARNING, "the disk is nearly full"));
        assertEquals(1, model.unseenWarningsProperty().get());
        assertEquals(2, model.logLines().size());
        model.markLogSeen();
        assertEquals(0, model.unseenWarningsProperty().get());
    }

    @ParameterizedTest(name = "{0} s are said as ''{1}''")
    @CsvSource(
            textBlock =
                    """
            0,     1 s left
            59,    59 s left
            90,    2 min left
            340,   6 min left
            5399,  1 h 30 min left
            86400, 24 h 0 min left
            259200, 3 days left
            """)
    void timeLeftAsPeopleSayIt(long seconds, String words) {
        assertEquals(words, TimeLeft.words(Duration.ofSeconds(seconds)));
    }

    @Test
    void aJobThatReportsItsTimeLeftIsNotEstimated() {
        Instant start = Instant.EPOCH;
        Job job = new Job("Training", JobPlan.Weight.KEPT);
        job.begin(start);
        job.report(0.5, "epoch 1 of 2", start.plusSeconds(60));
        assertEquals("1 min left", ShellViewModel.timeLeft(job));
        job.report(0.5, "epoch 1 of 2", Duration.ofSeconds(45), start.plusSeconds(60));
        assertEquals("45 s left", ShellViewModel.timeLeft(job));
    }
}
