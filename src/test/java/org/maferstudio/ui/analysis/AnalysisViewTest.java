package org.maferstudio.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.Workbench;

/** Through the pane by mouse and keyboard: a film is analysed, played, searched and measured. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class AnalysisViewTest {
    private static final int FRAMES = 100;

    @TempDir
    private Path folder;

    private FxWindow window;
    private BackgroundJobs jobs;
    private Workspace workspace;
    private AnalysisViewModel model;
    private FilmPlayer player;
    private Path target;

    @BeforeEach
    void analyse(FxWindow opened) throws Exception {
        window = opened;
        Experiment experiment = Experiment.create(
                folder.resolve("shipped"), RecipePreset.DEMO_BASE.recipe().named("Shipped"));
        Files.createDirectories(experiment.checkpoints());
        Files.writeString(experiment.checkpoints().resolve("best.safetensors"), "");
        Path film = FilmFixture.film(folder.resolve("grey.mkv"), FRAMES);
        workspace = Workspace.open(folder.resolve("w"));
        jobs = new BackgroundJobs(Platform::runLater, problem -> {
            throw new AssertionError(problem);
        });
        FilmAnalyser analyser = (request, experiments, listener) -> {
            try {
                FilmFixture.results(request.table(), "grey.mkv", FRAMES);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        FileDialogs dialogs = new ChosenFiles(() -> null, () -> target);
        model = FxWindow.onFx(() -> new AnalysisViewModel(
                new Workbench(workspace),
                jobs,
                dialogs,
                new AnalysisServices(analyser, () -> List.of(experiment.folder()))));
        window.show(() -> {
            AnalysisView view = new AnalysisView(
                    model, new FigureRenderer(jobs, dialogs, new SimpleObjectProperty<>(FigureStyle.light())));
            view.shown();
            VBox.setVgrow(view.node(), Priority.ALWAYS);
            return new VBox(view.primaryAction().orElseThrow(), view.node());
        });
        FxWindow.onFx(() -> {
            model.add(List.of(film));
            return true;
        });
        window.waitUntil(
                "a network is offered", () -> model.form().completeProperty().get());
        window.clickOn("#analysis-start");
        window.waitUntil(
                "the first frame is shown",
                () -> model.shownProperty().get() != null
                        && model.shownProperty().get().player().shownProperty().get() != null);
        player = model.shownProperty().get().player();
    }

    @AfterEach
    void close() {
        FxWindow.onFx(() -> {
            model.close();
            return true;
        });
        window.waitUntil("all work is done", () -> jobs.busyProperty().get() == 0);
        jobs.close();
        workspace.close();
    }

    private static Point2D on(Node node, double share) {
        return FxWindow.onFx(() -> {
            Bounds place = node.localToScreen(node.getLayoutBounds());
            return new Point2D(place.getMinX() + share * place.getWidth(), place.getCenterY());
        });
    }

    private void waitForImage(int index) {
        window.waitUntil("the image is that of row " + index, () -> {
            FilmPlayer.Shown shown = player.shownProperty().get();
            return player.indexProperty().get() == index
                    && shown.index() == index
                    && FilmFixture.number(shown.image()) == index;
        });
    }

    @Test
    void aClickOnTheTimelineAndTheArrowsShowThatVeryFrame() {
        Node timeline = window.find(".film-timeline");
        window.robot().clickOn(on(timeline, 0.605));
        waitForImage(60);
        window.robot().push(KeyCode.RIGHT);
        waitForImage(61);
        window.robot().push(KeyCode.LEFT).push(KeyCode.LEFT);
        waitForImage(59);
        window.robot().push(KeyCode.SHIFT, KeyCode.LEFT);
        waitForImage(34);
        window.robot().push(KeyCode.END);
        waitForImage(FRAMES - 1);
        window.robot().push(KeyCode.HOME);
        waitForImage(0);
        assertTrue(
                FxWindow.onFx(timeline::getAccessibleText).contains("Timeline at 0:00.00. Baseline: Happiness 70 %."));
    }

    @Test
    void aValueHasABarAndALaneBelowItsNetwork() throws Exception {
        Path table = FilmFixture.resultsWithValence(folder.resolve("valued.csv"), "grey.mkv", FRAMES);
        double before = FxWindow.onFx(() -> window.find(".film-timeline").prefHeight(-1));
        FxWindow.onFx(() -> {
            model.add(List.of(table));
            return true;
        });
        window.waitUntil(
                "the other results are shown", () -> model.shownProperty().get().player() != player);
        player = model.shownProperty().get().player();
        window.waitUntil(
                "there is a lane",
                () -> window.robot().lookup(".film-lane").queryAll().size() == 3);
        Node timeline = window.find(".film-timeline");
        assertTrue(FxWindow.onFx(() -> timeline.prefHeight(-1)) > before);
        FxWindow.onFx(() -> {
            player.seek(20);
            return true;
        });
        assertTrue(
                FxWindow.onFx(timeline::getAccessibleText).contains("Baseline: Happiness 70 %, Valence \u22120.30."),
                timeline.getAccessibleText());
        Label number = (Label) window.find(".value-number");
        assertEquals("\u22120.30", FxWindow.onFx(number::getText));
    }

    @Test
    void theBarsAreThoseOfTheShownFrame() {
        List<String> names = FxWindow.onFx(() -> {
            player.seek(60);
            return window.find(".film-right").lookupAll(".film-shown-class").stream()
                    .map(node -> ((Label) node).getText())
                    .toList();
        });
        assertEquals(List.of("Sadness", "unsure"), names);
        assertEquals("no face", FxWindow.onFx(() -> {
            player.seek(FRAMES - 1);
            return ((Label) window.find(".film-shown-class")).getText();
        }));
    }

    @Test
    void aDragSelectsAPartAndItsMeansAreShownAndCopied() {
        Node timeline = window.find(".film-timeline");
        window.robot().drag(on(timeline, 0.401), MouseButton.PRIMARY).dropTo(on(timeline, 0.599));
        window.waitUntil("a part is selected", () -> new FrameRange(40, 59)
                .equals(player.partProperty().get()));
        Node means = window.find(".film-means");
        assertTrue(FxWindow.onFx(() -> means.lookupAll(".label").stream()
                .anyMatch(node -> ((Label) node).getText().equals("0:01.60 to 0:02.40 (20 frames)"))));
        window.robot()
                .clickOn(window.robot()
                        .from(window.find(".film-result"))
                        .lookup("Copy means")
                        .<Node>query());
        assertTrue(FxWindow.onFx(() -> Clipboard.getSystemClipboard().getString())
                .contains("Baseline\thappiness\t0.3750\t0.5000"));
        target = folder.resolve("part.svg");
        window.robot()
                .clickOn(window.robot()
                        .from(window.find(".film-result"))
                        .lookup("Save figure…")
                        .<Node>query());
        window.waitUntil("the figure is saved", () -> Files.exists(target));
        window.robot()
                .clickOn(window.robot()
                        .from(window.find(".film-result"))
                        .lookup("Copy figure")
                        .<Node>query());
        window.waitUntil(
                "the figure is copied", () -> Clipboard.getSystemClipboard().hasImage());
        double wide =
                FxWindow.onFx(() -> Clipboard.getSystemClipboard().getImage().getWidth());
        assertEquals(
                3 * model.shownProperty().get().figure().orElseThrow().size().width(), wide, 1);
        window.robot().clickOn(timeline).push(KeyCode.ESCAPE);
        window.waitUntil("nothing is selected", () -> player.partProperty().get() == null);
    }

    @Test
    void spacePlaysAndAPartIsPlayedAgain() {
        Node timeline = window.find(".film-timeline");
        window.robot().clickOn(on(timeline, 0.9));
        FxWindow.onFx(() -> {
            player.select(30, 35);
            return true;
        });
        window.robot().push(KeyCode.L).push(KeyCode.SPACE);
        window.waitUntil("it plays the part", () -> player.indexProperty().get() == 33);
        window.waitUntil("it begins again", () -> player.indexProperty().get() == 31);
        window.robot().push(KeyCode.SPACE);
        window.waitUntil("it pauses", () -> !player.playingProperty().get());
        window.robot().push(KeyCode.ESCAPE).push(KeyCode.I);
        window.waitUntil("the part begins here", () -> player.partProperty().get() != null);
    }

    @Test
    void theResultsAreListedAndTheFormComesBack() {
        window.waitUntil("the results are listed", () -> model.results().size() == 1);
        window.clickOn("#analysis-new");
        window.waitUntil("the form is there", () -> model.shownProperty().get() == null);
        window.find(".film-drop");
        window.clickOn(".film-list .list-cell");
        window.waitUntil("the results are shown", () -> model.shownProperty().get() != null);
    }
}
