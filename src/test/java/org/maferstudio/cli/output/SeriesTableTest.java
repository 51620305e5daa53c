package org.maferstudio.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.Sweep;

class SeriesTableTest {
    @TempDir
    private Path folder;

    @Test
    void aRunThatFailedIsListedWithItsReason() {
        SeriesDraft draft = new SeriesDraft(
                preset -> Recipe.DEFAULT, List.of(Sweep.parse("lr=0.1,0.2")), SeriesPlan.ONCE, SeriesDraft.Search.GRID);
        Series series =
                Series.create(folder.resolve("s"), Recipe.DEFAULT, draft.replications(), draft.varied(), draft.runs());
        Experiment second = series.member(series.runs().get(1));
        second.update(manifest ->
                manifest.with(new ExperimentManifest.State(RunStatus.FAILED, 3, 7, null, "The disk is full.")));
        List<String> lines = new SeriesTable(SeriesResults.read(series), "accuracy").lines("");
        assertTrue(lines.get(0).endsWith("2 runs: 1 waiting, 1 failed"), lines.get(0));
        assertEquals("lr   runs  accuracy  sd  95 % interval  mean_class_accuracy  macro_f1", lines.get(1));
        assertEquals(
                "Run 2 (lr-0.2): failed in epoch 3 of "
                        + Recipe.DEFAULT.course().epochs() + ". The disk is full.",
                lines.get(4));
    }

    @Test
    void jobsAreCountedByStateAndReason() {
        List<Slurm.Job> jobs = List.of(
                new Slurm.Job("7_1", "RUNNING", "None"),
                new Slurm.Job("7_2", "PENDING", "Resources"),
                new Slurm.Job("7_3", "PENDING", "Resources"),
                new Slurm.Job("7_4", "CANCELLED", "None"));
        assertEquals("; in the queue: 2 pending (Resources), 1 running", SeriesTable.queue(jobs));
        assertEquals("", SeriesTable.queue(List.of()));
    }
}
