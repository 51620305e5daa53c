package org.maferstudio.ui.results.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Tags;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.workbench.DatasetTitles;
import org.maferstudio.ui.workbench.LiveRequest;
import org.maferstudio.ui.workbench.RecipeRequest;
import org.maferstudio.ui.workbench.Workbench;

class ExperimentTableTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private final List<String> told = new ArrayList<>();
    private Workspace workspace;
    private Workbench workbench;
    private ExperimentList list;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        list = new ExperimentList(workbench, jobs, told::add);
        workbench.experimentsChangedProperty().addListener((property, old, now) -> list.refresh(Optional.empty()));
        made("a", 8, Map.of("course.epochs", 3));
        made("b", 5, Map.of("course.epochs", 12));
        list.refresh(Optional.empty());
        list.table().openProperty().set(true);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void onlySettingsThatDifferAreColumnsUnlessAllAreRequested() {
        List<String> ids = ids();
        assertTrue(ids.contains("course.epochs"), ids::toString);
        assertFalse(ids.contains("course.seed"), ids::toString);
        assertEquals(List.of("12", "3"), values("course.epochs"));
        list.table().differingProperty().set(false);
        assertTrue(ids().contains("course.seed"));
    }

    @Test
    void theSecondLineOfARowSaysInWhatItDiffersFromTheOthers() {
        assertEquals("Waiting: Epochs 3", row("a").difference());
        assertEquals("Waiting: Epochs 12", row("b").difference());
        made("c", 5, Map.of("course.epochs", 12, "course.seed", 5));
        list.refresh(Optional.empty());
        assertTrue(row("c").difference().contains("Seed 5"), row("c")::difference);
    }

    @Test
    void theLastOfTheTypedTagsIsCompletedByTheTagsInUse() {
        list.edits().tag(row("a"), "paper, ablation");
        assertEquals(List.of("ablation"), list.completeTags("abl"));
        assertEquals(List.of("new, paper"), list.completeTags("new, Pa"));
        assertEquals(List.of(), list.completeTags("paper, "));
    }

    @Test
    void accuraciesStandInAColumnEach() {
        assertEquals(List.of("50.0", "80.0"), values("accuracy@native"));
        assertEquals(List.of("30.0", "30.0"), values("accuracy@8"));
    }

    @Test
    void numbersAreSortedAsNumbersAndNothingComesLast() {
        TableColumnKind epochs = column("course.epochs");
        List<String> sorted = new ArrayList<>(List.of("12", "", "3", "100"));
        sorted.sort(epochs.order());
        assertEquals(List.of("3", "12", "100", ""), sorted);
    }

    @Test
    void rowsAreGroupedByAnyColumnAndFiltered() {
        list.table().groupByProperty().set(column("course.epochs"));
        assertEquals(
                List.of("Epochs: 3", "Epochs: 12"),
                list.table().groups().stream()
                        .map(ExperimentTableModel.Group::title)
                        .toList());
        list.filterProperty().set("b");
        assertEquals(1, list.table().groups().size());
    }

    @Test
    void aNewNameTagsAndNotesAreKeptAndTakenBack() {
        list.edits().rename(row("a"), "  base  ");
        list.edits().tag(row("base"), "paper, ablation,, paper");
        list.edits().note(row("base"), "two epochs too few");
        ExperimentRow base = row("base");
        assertEquals(List.of("paper", "ablation"), base.tags());
        assertEquals("two epochs too few", base.notes());
        list.filterProperty().set("ablation");
        assertEquals(1, list.rows().size(), "tags are searched, too");
        list.filterProperty().set("");
        list.edits().undo().undo();
        list.edits().undo().undo();
        list.edits().undo().undo();
        assertEquals(List.of(), row("a").tags());
        assertEquals("", row("a").notes());
        list.edits().rename(row("a"), " ");
        assertEquals(List.of("The name of an experiment must have 1 to 80 characters."), told);
    }

    @Test
    void aDeletedExperimentIsInTheBinAndCanBeRestored() {
        Path place = row("a").folder();
        list.edits().discard(row("a"));
        assertEquals(List.of("b"), names());
        assertFalse(Files.exists(place));
        assertTrue(
                Files.exists(folder.resolve("bin").resolve(place.getFileName()).resolve("experiment.json")));
        assertEquals("Deleted a", list.edits().undo().titleProperty().get());
        list.edits().undo().undo();
        assertEquals(List.of("b", "a"), names());
        assertTrue(Files.exists(place));
    }

    @Test
    void whatIsTakenBackBeforeItHasArrivedInTheBinComesBack() {
        HeldJobs held = new HeldJobs();
        list = new ExperimentList(workbench, held, told::add);
        list.refresh(Optional.empty());
        held.releaseAll();
        Path place = row("a").folder();
        list.edits().discard(row("a"));
        list.edits().discard(row("a"));
        assertEquals("Deleted a", list.edits().undo().titleProperty().get());
        list.edits().undo().undo();
        assertEquals("", list.edits().undo().titleProperty().get(), "a second Delete of the same does nothing");
        held.releaseAll();
        assertTrue(Files.exists(place));
        assertEquals(List.of("b", "a"), names());
        assertEquals(List.of(), told);
    }

    @Test
    void whatTheFilterHidesIsNotDeleted() {
        list.selectedProperty().set(row("a"));
        list.filterProperty().set("b");
        list.discardSelected();
        assertEquals(List.of("b", "a"), names());
        list.filterProperty().set("");
        list.discardSelected();
        assertEquals(List.of("b"), names());
    }

    @Test
    void whatTheFilterHidesIsNotSelectedForAnything() {
        list.selectedProperty().set(row("a"));
        assertTrue(list.selectionShownProperty().get());
        list.filterProperty().set("b");
        assertFalse(list.selectionShownProperty().get());
        list.selectedProperty().set(row("b"));
        assertTrue(list.selectionShownProperty().get());
        list.refresh(Optional.empty());
        assertTrue(list.selectionShownProperty().get(), "rows are made anew");
    }

    @Test
    void aDatasetHasTheNameThatTheUserGaveItInColumnsAndFilter() {
        DatasetSource dataset = DatasetSource.of("/faces/fer");
        workspace.create(Recipe.DEFAULT.named("c").on(dataset), LocalDateTime.of(2026, 1, 2, 12, 0));
        list.refresh(Optional.empty());
        workbench.datasetTitlesProperty().set(new DatasetTitles(Map.of(dataset.line(), "My faces")));
        assertEquals("My faces", row("c").dataset());
        assertTrue(row("c").detail().contains("My faces"), row("c")::detail);
        list.filterProperty().set("my faces");
        assertEquals(1, list.rows().size());
    }

    @Test
    void anExperimentElsewhereIsNotMoved(@TempDir Path outside) {
        Path elsewhere = outside.resolve("elsewhere");
        Experiment.create(elsewhere, Recipe.DEFAULT.named("c"));
        list.refresh(Optional.of(elsewhere));
        list.edits().discard(row("c"));
        assertTrue(Files.exists(elsewhere));
        assertTrue(told.get(0).contains("Remove its folder by hand"), told::toString);
        assertEquals("", list.edits().undo().titleProperty().get(), "there is nothing to take back");
    }

    @Test
    void aRecipeIsClonedUnderAnotherNameOrRunAgainAsItIs() {
        List<RecipeRequest> wishes = new ArrayList<>();
        workbench.recipeRequestProperty().addListener((property, old, now) -> wishes.add(now));
        list.edits().cloneRecipe(row("a"));
        list.edits().runAgain(row("b"));
        assertEquals(new RecipeRequest(row("a").recipe().named("a copy"), RecipeRequest.How.EDIT), wishes.get(0));
        assertEquals(new RecipeRequest(row("b").recipe(), RecipeRequest.How.TRAIN), wishes.get(1));
        assertEquals("training", workbench.paneProperty().get());
    }

    @Test
    void aNetworkGoesLiveWithOneClick() {
        list.edits().showLive(row("a"));
        assertEquals(
                new LiveRequest(null, List.of(row("a").folder())),
                workbench.liveRequestProperty().get());
        assertEquals("live", workbench.paneProperty().get());
    }

    @Test
    void tagsOfAnExperimentThatHasNoneAreEmpty() {
        assertEquals(List.of(), Tags.of(Experiment.open(row("a").folder())));
    }

    private void made(String name, int right, Map<String, ?> fields) {
        Experiment experiment = Experiment.create(
                folder.resolve("experiments").resolve("2026-01-01-120000-" + name),
                RecipeJson.change(Recipe.DEFAULT.named(name), fields));
        experiment.write(MadeExperiments.predictions("test", Resolution.NATIVE, right));
        experiment.write(MadeExperiments.predictions("test", Resolution.of(8), 3));
    }

    private ExperimentRow row(String name) {
        return list.all().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return list.all().stream().map(ExperimentRow::name).toList();
    }

    private List<String> ids() {
        return list.table().columns().stream().map(TableColumnKind::id).toList();
    }

    private TableColumnKind column(String id) {
        return list.table().columns().stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ids()));
    }

    private List<String> values(String id) {
        return list.all().stream().map(column(id).text()).toList();
    }
}
