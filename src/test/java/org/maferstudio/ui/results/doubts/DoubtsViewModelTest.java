package org.maferstudio.ui.results.doubts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Doubt;
import org.maferstudio.experiment.Doubts;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.parts.Desk;
import org.maferstudio.ui.parts.FileDialogs;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.shown.ShownViewModel;

class DoubtsViewModelTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private Workspace workspace;
    private Experiment experiment;
    private SelectedSamples samples;
    private ShownViewModel shown;
    private DoubtsViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        experiment = MadeExperiments.evaluated(folder, "a", 8, 3);
        model = looking();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theSurestErrorsComeFirst() {
        assertEquals(14, model.rows().size());
        assertEquals("0-8", model.rows().get(0).sample());
        assertTrue(model.rows().stream().noneMatch(row -> row.prediction().correct()));
        float last = 1;
        for (DoubtRow row : model.rows()) {
            assertTrue(row.prediction().confidence() <= last);
            last = row.prediction().confidence();
        }
        assertEquals("14 errors, 0 marked", model.countsProperty().get());
    }

    @Test
    void marksAndNotesAreKeptBesideTheExperimentAndTakenBack() {
        model.mark(List.of("0-8", "1-8"), Doubt.Verdict.WRONG);
        model.note("0-8", "smiles");
        assertEquals("14 errors, 2 marked", model.countsProperty().get());
        assertEquals(
                List.of(
                        new Doubt("test", "0-8", Doubt.Verdict.WRONG, "smiles"),
                        new Doubt("test", "1-8", Doubt.Verdict.WRONG, "")),
                Doubts.read(experiment));
        assertEquals("smiles", looking().rows().get(0).doubt().note(), "another window reads them");
        model.undo().undo();
        assertEquals("", Doubts.read(experiment).get(0).note());
        model.undo().undo();
        assertEquals(List.of(), Doubts.read(experiment));
        assertEquals("14 errors, 0 marked", model.countsProperty().get());
        assertEquals("", model.undo().titleProperty().get());
    }

    @Test
    void marksOfAnotherWindowAreReadOnRefresh() {
        Doubts.write(experiment, List.of(new Doubt("test", "0-8", Doubt.Verdict.WRONG, "theirs")));
        model.refresh();
        assertEquals("14 errors, 1 marked", model.countsProperty().get());
        model.mark(List.of("1-8"), Doubt.Verdict.UNCLEAR);
        assertEquals(2, Doubts.read(experiment).size(), "theirs is kept");
        Doubts.write(experiment, List.of());
        model.refresh();
        assertEquals("14 errors, 0 marked", model.countsProperty().get());
    }

    @Test
    void aMarkBeforeTheFileIsReadLosesNothingOfIt() {
        Doubt theirs = new Doubt("test", "0-8", Doubt.Verdict.WRONG, "");
        Doubt ours = new Doubt("test", "1-8", Doubt.Verdict.UNCLEAR, "");
        Doubts.write(experiment, List.of(theirs));
        HeldJobs held = new HeldJobs();
        List<String> told = new ArrayList<>();
        KeptDoubts kept = new KeptDoubts(held, told::add, () -> {});
        kept.open(Optional.of(experiment.folder()));
        kept.put(List.of(ours));
        held.releaseAll();
        held.releaseAll();
        assertEquals(Set.of(ours, theirs), Set.copyOf(Doubts.read(experiment)));
        assertEquals(List.of(), told);
    }

    @Test
    void onlyTheMarkedAreListedWhereThatIsAskedFor() {
        model.mark(List.of("3-9"), Doubt.Verdict.UNCLEAR);
        model.markedProperty().set(true);
        assertEquals(List.of("3-9"), model.rows().stream().map(DoubtRow::sample).toList());
        shown.resolutionProperty().set(Resolution.of(8));
        assertEquals(List.of("3-9"), model.rows().stream().map(DoubtRow::sample).toList(), "a label has no resolution");
    }

    @Test
    void selectedErrorsAreShownAsFaces() {
        model.show(model.rows().subList(0, 2));
        assertEquals(
                List.of("0-8", "1-8"),
                samples.samples().stream().map(each -> each.sample()).toList());
    }

    @Test
    void whatIsListedIsExportedWithItsMarks() throws IOException {
        model.mark(List.of("0-8"), Doubt.Verdict.WRONG);
        model.note("0-8", "a smile, surely");
        model.markedProperty().set(true);
        model.export();
        assertEquals(
                """
                sample,split,label,predicted,confidence,verdict,note
                0-8,test,anger,disgust,0.8200,wrong,"a smile, surely"
                """,
                Files.readString(folder.resolve("doubtful-labels.csv")));
    }

    @Test
    void aDamagedFileIsToldAndLeavesTheErrors() throws IOException {
        Files.writeString(experiment.folder().resolve("doubts.csv"), "who,why\na,b\n");
        StringBuilder told = new StringBuilder();
        DoubtsViewModel other = looking(told);
        assertEquals(14, other.rows().size());
        assertTrue(
                told.toString().contains("doubts.csv needs the columns split, sample, verdict, note"), told::toString);
        assertFalse(told.toString().contains("\n"));
    }

    private DoubtsViewModel looking() {
        StringBuilder told = new StringBuilder();
        DoubtsViewModel made = looking(told);
        assertEquals("", told.toString());
        return made;
    }

    private DoubtsViewModel looking(StringBuilder told) {
        shown = new ShownViewModel(jobs, told::append, LocatedDatasets.of(workspace));
        samples = new SelectedSamples(new Desk(workspace), jobs);
        DoubtsViewModel made = new DoubtsViewModel(jobs, new Answer(), shown, samples, told::append);
        shown.figuresProperty().addListener((property, old, now) -> samples.lookAt(now.shown(), now.resolution()));
        shown.look(List.of(experiment.folder()));
        return made;
    }

    /** Saves where the test looks. */
    private final class Answer implements FileDialogs {
        @Override
        public Optional<Path> chooseFolder(String title) {
            return Optional.empty();
        }

        @Override
        public List<Path> chooseFiles(String title, List<String> endings) {
            return List.of();
        }

        @Override
        public Optional<Path> chooseTarget(String title, String suggestedName, List<String> endings) {
            return Optional.of(folder.resolve(suggestedName));
        }
    }
}
