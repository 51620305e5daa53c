package org.maferstudio.ui.results.labelreview;

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
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LabelIssue;
import org.maferstudio.experiment.LabelIssues;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.selection.SelectionViewModel;
import org.maferstudio.ui.workbench.Workbench;

class LabelReviewViewModelTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private Workspace workspace;
    private Experiment experiment;
    private SelectedSamples samples;
    private SelectionViewModel shown;
    private LabelReviewViewModel model;

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
        for (LabelReviewRow row : model.rows()) {
            assertTrue(row.prediction().confidence() <= last);
            last = row.prediction().confidence();
        }
        assertEquals("14 errors, 0 marked", model.countsProperty().get());
    }

    @Test
    void marksAndNotesAreSavedInTheExperimentAndUndone() {
        model.mark(List.of("0-8", "1-8"), LabelIssue.Verdict.WRONG);
        model.note("0-8", "smiles");
        assertEquals("14 errors, 2 marked", model.countsProperty().get());
        assertEquals(
                List.of(
                        new LabelIssue("test", "0-8", LabelIssue.Verdict.WRONG, "smiles"),
                        new LabelIssue("test", "1-8", LabelIssue.Verdict.WRONG, "")),
                LabelIssues.read(experiment));
        assertEquals("smiles", looking().rows().get(0).issue().note(), "another window reads them");
        model.undo().undo();
        assertEquals("", LabelIssues.read(experiment).get(0).note());
        model.undo().undo();
        assertEquals(List.of(), LabelIssues.read(experiment));
        assertEquals("14 errors, 0 marked", model.countsProperty().get());
        assertEquals("", model.undo().titleProperty().get());
    }

    @Test
    void marksOfAnotherWindowAreReadOnRefresh() {
        LabelIssues.write(experiment, List.of(new LabelIssue("test", "0-8", LabelIssue.Verdict.WRONG, "theirs")));
        model.refresh();
        assertEquals("14 errors, 1 marked", model.countsProperty().get());
        model.mark(List.of("1-8"), LabelIssue.Verdict.UNCLEAR);
        assertEquals(2, LabelIssues.read(experiment).size(), "theirs is kept");
        LabelIssues.write(experiment, List.of());
        model.refresh();
        assertEquals("14 errors, 0 marked", model.countsProperty().get());
    }

    @Test
    void aMarkBeforeTheFileIsReadLosesNothingOfIt() {
        LabelIssue theirs = new LabelIssue("test", "0-8", LabelIssue.Verdict.WRONG, "");
        LabelIssue ours = new LabelIssue("test", "1-8", LabelIssue.Verdict.UNCLEAR, "");
        LabelIssues.write(experiment, List.of(theirs));
        HeldJobs held = new HeldJobs();
        List<String> told = new ArrayList<>();
        StoredLabelIssues kept = new StoredLabelIssues(held, told::add, () -> {});
        kept.open(Optional.of(experiment.folder()));
        kept.update(List.of(ours));
        held.releaseAll();
        held.releaseAll();
        assertEquals(Set.of(ours, theirs), Set.copyOf(LabelIssues.read(experiment)));
        assertEquals(List.of(), told);
    }

    @Test
    void onlyTheMarkedAreListedWhereThatIsRequested() {
        model.mark(List.of("3-9"), LabelIssue.Verdict.UNCLEAR);
        model.markedProperty().set(true);
        assertEquals(
                List.of("3-9"),
                model.rows().stream().map(LabelReviewRow::sample).toList());
        shown.resolutionProperty().set(Resolution.of(8));
        assertEquals(
                List.of("3-9"),
                model.rows().stream().map(LabelReviewRow::sample).toList(),
                "a label has no resolution");
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
        model.mark(List.of("0-8"), LabelIssue.Verdict.WRONG);
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
    void aDamagedFileIsReportedAndTheErrorsRemain() throws IOException {
        Files.writeString(experiment.folder().resolve("doubts.csv"), "who,why\na,b\n");
        StringBuilder told = new StringBuilder();
        LabelReviewViewModel other = looking(told);
        assertEquals(14, other.rows().size());
        assertTrue(
                told.toString().contains("doubts.csv must have the columns split, sample, verdict, note"),
                told::toString);
        assertFalse(told.toString().contains("\n"));
    }

    private LabelReviewViewModel looking() {
        StringBuilder told = new StringBuilder();
        LabelReviewViewModel made = looking(told);
        assertEquals("", told.toString());
        return made;
    }

    private LabelReviewViewModel looking(StringBuilder told) {
        shown = new SelectionViewModel(jobs, told::append, LocatedDatasets.of(workspace));
        samples = new SelectedSamples(new Workbench(workspace), jobs);
        LabelReviewViewModel made = new LabelReviewViewModel(jobs, new Answer(), shown, samples, told::append);
        shown.figuresProperty().addListener((property, old, now) -> samples.update(now.shown(), now.resolution()));
        shown.load(List.of(experiment.folder()));
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
