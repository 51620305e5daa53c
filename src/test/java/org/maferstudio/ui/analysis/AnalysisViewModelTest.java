package org.maferstudio.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.analysis.AnalysisListener;
import org.maferstudio.analysis.AnalysisProgress;
import org.maferstudio.analysis.AnalysisRequest;
import org.maferstudio.analysis.AnalysisResults;
import org.maferstudio.analysis.FilmTable;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.OutputValue;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.report.figures.ExpressionTimelineFigure;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.Workbench;

/** The pane's doings without a toolkit; an analyser of the test's own writes the results. */
class AnalysisViewModelTest {
    private static final int FRAMES = 60;

    @TempDir
    private Path folder;

    private final List<AnalysisRequest> analysed = new ArrayList<>();
    private Workspace workspace;
    private Workbench workbench;
    private Path shipped;
    private Path film;
    private Path chosen;
    private Path target;
    private AnalysisViewModel model;

    @BeforeEach
    void open() throws Exception {
        workspace = Workspace.open(folder.resolve("workspace"));
        workbench = new Workbench(workspace);
        Experiment experiment = Experiment.create(
                folder.resolve("shipped"), RecipePreset.DEMO_BASE.recipe().named("Shipped"));
        Files.createDirectories(experiment.checkpoints());
        Files.writeString(experiment.checkpoints().resolve("best.safetensors"), "");
        shipped = experiment.folder();
        film = FilmFixture.film(folder.resolve("grey.mkv"), FRAMES);
        model = model(new DirectJobs(), this::analyse);
    }

    private AnalysisViewModel model(Jobs jobs, FilmAnalyser analyser) {
        AnalysisViewModel made = new AnalysisViewModel(
                workbench,
                jobs,
                new ChosenFiles(() -> chosen, () -> target),
                new AnalysisServices(analyser, () -> List.of(shipped)));
        made.refresh();
        return made;
    }

    @AfterEach
    void close() {
        model.close();
        workspace.close();
    }

    private boolean analyse(AnalysisRequest request, List<Path> experiments, AnalysisListener listener) {
        analysed.add(request);
        assertEquals(List.of(shipped.toAbsolutePath().normalize()), experiments);
        listener.onProgress(new AnalysisProgress(30, OptionalLong.of(FRAMES), 30, 1.2, 4));
        if (listener.stopRequested()) {
            return false;
        }
        try {
            FilmFixture.results(request.table(), request.film().getFileName().toString(), FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    @Test
    void aFilmIsAnalysedAndItsResultsAreShown() {
        assertFalse(model.form().completeProperty().get());
        chosen = film;
        model.chooseFilms();
        model.start();
        assertEquals(
                workspace.folder().resolve("videos").resolve("grey.csv"),
                analysed.get(0).table());
        assertEquals(List.of(), model.form().films());
        assertEquals(List.of(), model.queue().films());
        OpenFilm shown = model.shownProperty().get();
        assertEquals("grey.mkv", shown.title());
        assertEquals("60 frames, 0:02 · Baseline, Multi-resolution", shown.detail());
        shown.player().seek(40);
        assertEquals(40, FilmFixture.number(shown.player().shownProperty().get().image()));
    }

    @Test
    void resultsAreThereAgainAfterARestartAndTheFilmCanBeLocated() {
        model.add(List.of(film));
        model.start();
        AnalysisViewModel later = model(new DirectJobs(), this::analyse);
        assertEquals(1, later.results().size());
        later.open(later.results().get(0));
        FilmPlayer player = later.shownProperty().get().player();
        assertTrue(player.problemProperty().get().startsWith("The video grey.mkv is not where it was"));
        chosen = film;
        later.locateFilm();
        assertEquals("", later.shownProperty().get().player().problemProperty().get());
        later.close();
    }

    @Test
    void aFilmBesideItsTableIsFound() throws Exception {
        Path table = FilmFixture.results(folder.resolve("grey.csv"), "grey.mkv", FRAMES);
        model.add(List.of(table));
        assertEquals("", model.shownProperty().get().player().problemProperty().get());
    }

    @Test
    void aFailureStaysInTheQueueAndIsTriedAgain() {
        List<Integer> tries = new ArrayList<>();
        model = model(new DirectJobs(), (request, experiments, listener) -> {
            tries.add(1);
            if (tries.size() == 1) {
                throw Problem.input("The disk is full.");
            }
            return analyse(request, experiments, listener);
        });
        model.add(List.of(film));
        model.start();
        QueuedFilm failed = model.queue().films().get(0);
        assertEquals(RunStatus.FAILED, failed.jobProperty().get().getState());
        assertNull(model.shownProperty().get());
        model.queue().retry(failed);
        assertEquals(List.of(), model.queue().films());
        assertEquals("grey.mkv", model.shownProperty().get().title());
    }

    @Test
    void resultsOfOtherSettingsAreReplacedOnlyOnRequest() throws Exception {
        model = model(new DirectJobs(), (request, experiments, listener) -> {
            if (AnalysisResults.areComplete(request)) {
                throw Problem.input("Already analysed by other networks.");
            }
            return analyse(request, experiments, listener);
        });
        Path table = workspace.folder().resolve("videos").resolve("grey.csv");
        FilmFixture.results(table, "grey.mkv", 10);
        model.add(List.of(film));
        model.start();
        QueuedFilm failed = model.queue().films().get(0);
        assertEquals(RunStatus.FAILED, failed.jobProperty().get().getState());
        assertEquals(10, FilmTable.read(table).frames().size());
        model.queue().replace(failed);
        assertEquals(List.of(), model.queue().films());
        assertEquals(FRAMES, FilmTable.read(table).frames().size());
    }

    @Test
    void filmsOfOneNameInTwoFoldersHaveTheirOwnResults() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other")).resolve("grey.mkv");
        Files.copy(film, other);
        model.add(List.of(film, other));
        model.start();
        assertEquals(
                List.of("grey.csv", "other-grey.csv"),
                analysed.stream()
                        .map(request -> request.table().getFileName().toString())
                        .toList());
    }

    @Test
    void theVideosOfFoldersAreAdded() throws Exception {
        Path other = Files.createDirectories(folder.resolve("many/inner"));
        Files.copy(film, other.resolve("a.mkv"));
        Files.copy(film, folder.resolve("many/b.mkv"));
        model.add(List.of(film, folder.resolve("many")));
        assertEquals(
                List.of(film, folder.resolve("many/b.mkv"), other.resolve("a.mkv")),
                model.form().films());
        model.add(List.of(Files.createDirectories(folder.resolve("none"))));
        assertTrue(
                model.problemProperty().get().contains("has no videos"),
                model.problemProperty().get());
    }

    @Test
    void aFilmThatWaitsIsStoppedAndRemovedAndTheNextIsAnalysed() throws Exception {
        Path other = FilmFixture.film(folder.resolve("other.mkv"), 10);
        HeldJobs jobs = new HeldJobs();
        model = model(jobs, this::analyse);
        jobs.releaseAll();
        model.add(List.of(film, other));
        model.start();
        assertEquals(2, model.queue().films().size());
        model.queue().remove(model.queue().films().get(0));
        jobs.releaseAll();
        assertEquals(
                List.of("other"), analysed.stream().map(AnalysisRequest::name).toList());
    }

    @Test
    void aStoppedAnalysisContinues() {
        HeldJobs jobs = new HeldJobs();
        List<QueuedFilm> stopping = new ArrayList<>();
        model = model(jobs, (request, experiments, listener) -> {
            stopping.forEach(film -> model.queue().stop(film));
            return analyse(request, experiments, listener);
        });
        jobs.releaseAll();
        model.add(List.of(film));
        model.start();
        QueuedFilm queued = model.queue().films().get(0);
        stopping.add(queued);
        jobs.releaseAll();
        assertEquals(RunStatus.STOPPED, queued.jobProperty().get().getState());
        assertEquals(0.5, queued.jobProperty().get().getFraction());
        stopping.clear();
        model.queue().retry(queued);
        jobs.releaseAll();
        assertEquals(List.of(), model.queue().films());
    }

    @Test
    void whoPreparesTheNextAnalysisIsNotInterrupted() {
        HeldJobs jobs = new HeldJobs();
        model = model(jobs, this::analyse);
        jobs.releaseAll();
        model.add(List.of(film));
        model.start();
        model.add(List.of(folder.resolve("next.mp4")));
        jobs.releaseAll();
        assertNull(model.shownProperty().get());
        assertEquals(1, model.results().size());
        assertEquals(1, model.form().films().size());
    }

    @Test
    void theRowsOfTheSelectedPartAreExported() throws Exception {
        model.add(List.of(film));
        model.start();
        model.shownProperty().get().player().select(10, 12);
        target = folder.resolve("part.csv");
        model.exportPart();
        List<String> rows = Files.readAllLines(target);
        assertEquals(4, rows.size());
        assertTrue(rows.get(0).startsWith("input,frame,time,face"), rows.get(0));
        assertTrue(rows.get(1).startsWith("grey.mkv,10,0.4"), rows.get(1));
        assertTrue(rows.get(3).startsWith("grey.mkv,12,"), rows.get(3));
    }

    @Test
    void theMeansAreOfTheSelectedPart() {
        model.add(List.of(film));
        model.start();
        OpenFilm shown = model.shownProperty().get();
        int happy = shown.readings().networks().get(0).labels().indexOf("happiness");
        assertEquals(30 / 55.0, shown.means(0).shares()[happy], 1e-9);
        assertEquals("Whole video (60 frames)", shown.partTitle());
        shown.player().select(0, 4);
        assertEquals(1, shown.means(0).shares()[happy], 1e-9);
        assertEquals(1, shown.means(1).unsure(), 1e-9);
        assertEquals("0:00.00 to 0:00.20 (5 frames)", shown.partTitle());
    }

    @Test
    void aTableWithoutFramesIsShownWithoutMeans() throws Exception {
        Path table = FilmFixture.results(folder.resolve("grey.csv"), "grey.mkv", FRAMES);
        Files.write(table, Files.readAllLines(table).subList(0, 1));
        model.add(List.of(table));
        OpenFilm shown = model.shownProperty().get();
        assertEquals("This video has no analysed frames.", shown.partTitle());
        assertTrue(Double.isNaN(shown.means(0).probabilities()[0]));
        shown.player().seek(3);
        shown.player().select(0, 1);
        shown.player().playingProperty().set(true);
        shown.player().advance(1);
        assertNull(shown.player().partProperty().get());
    }

    @Test
    void valuesOfANetworkAreAveragedAndHaveALaneOfTheFigure() throws Exception {
        model.add(List.of(FilmFixture.resultsWithValence(folder.resolve("grey.csv"), "grey.mkv", FRAMES)));
        OpenFilm shown = model.shownProperty().get();
        assertEquals(
                List.of(OutputValue.of("valence")),
                shown.readings().networks().get(0).values());
        assertEquals(List.of(), shown.readings().networks().get(1).values());
        shown.player().select(0, 10);
        assertEquals(-0.45, shown.means(0).values()[0], 1e-9);
        assertTrue(
                shown.meansText().endsWith(String.format("%nnetwork\tvalue\tmean%nBaseline\tvalence\t-0.4500%n")),
                shown.meansText());
        ExpressionTimelineFigure figure = shown.figure().orElseThrow();
        assertEquals(List.of(new ExpressionTimelineFigure.Scale("valence", -1, 1)), figure.values());
        ExpressionTimelineFigure.Series first = figure.series().get(0);
        assertEquals(-0.45, first.means().get(0), 1e-9);
        assertEquals(-0.41, first.bins().get(9).values().get(0), 1e-9);
        // The second network does not predict it.
        assertTrue(Double.isNaN(figure.series().get(1).means().get(0)));
        assertTrue(Double.isNaN(figure.series().get(1).bins().get(0).values().get(0)));
        assertEquals(
                List.of("valence", "\u22120.45", "\u2013"),
                figure.table().orElseThrow().rows().get(7));
    }

    @Test
    void theFigureIsOfTheSelectedPart() {
        model.add(List.of(film));
        model.start();
        model.select(0.4, 0.79);
        ExpressionTimelineFigure figure = model.shownProperty().get().figure().orElseThrow();
        assertEquals(0.4, figure.from(), 1e-9);
        assertEquals(0.8, figure.to(), 1e-9);
        assertEquals(2, figure.series().size());
        ExpressionTimelineFigure.Series first = figure.series().get(0);
        assertEquals("Baseline", first.name());
        assertEquals(10, first.bins().size());
        int happy = figure.labels().indexOf("happiness");
        assertEquals(0.7, first.bins().get(3).probabilities().get(happy), 1e-9);
        assertEquals(1, first.shares().get(happy), 1e-9);
        assertEquals("grey-timeline", model.shownProperty().get().figureName());
    }

    @Test
    void theSampleVideoIsAddedOnce() {
        model.addSample();
        model.addSample();
        assertEquals(1, model.form().films().size());
        assertTrue(Files.isRegularFile(model.form().films().get(0)));
    }

    @Test
    void aTableOfAnotherProgramIsExplained() throws Exception {
        chosen = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        model.chooseResults();
        assertTrue(
                model.problemProperty().get().contains("does not have the columns of an analysis"),
                model.problemProperty().get());
        assertNull(model.shownProperty().get());
    }
}
