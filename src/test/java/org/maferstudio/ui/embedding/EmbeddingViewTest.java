package org.maferstudio.ui.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Sample;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.image.RasterImage;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.workbench.PlacementRequest;
import org.maferstudio.ui.workbench.Workbench;

/** One walk through the pane by mouse and keyboard. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class EmbeddingViewTest {
    @TempDir
    private Path folder;

    @Test
    void dotsAreHoveredClickedDrawnAroundHiddenAndLeft(FxWindow window) {
        new Embeddings(EmbeddingViewModelTest.experiment(folder, "a"))
                .write(EmbeddingViewModelTest.embedding("test@native", List.of(Resolution.NATIVE)));
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder)) {
            Workbench workbench = new Workbench(workspace);
            EmbeddingViewModel model = FxWindow.onFx(() ->
                    new EmbeddingViewModel(workbench, jobs, FileDialogs.CANCEL, (e, r, p, u) -> Optional.empty()));
            show(window, model, jobs);
            window.waitUntil(
                    "the kept picture is shown",
                    () -> !model.panels().isEmpty()
                            && model.panels().get(0).cloudProperty().get() != null
                            && jobs.busyProperty().get() == 0);
            DotCanvas canvas = (DotCanvas) window.find(".embedding-plane");
            window.waitUntil("it is laid out", () -> canvas.plane() != null);

            window.robot().moveTo(place(canvas, model, 1));
            window.waitUntil(
                    "the dot under the mouse", () -> canvas.hoveredProperty().get() != null);
            assertEquals("s1", canvas.hoveredProperty().get().row().sample());

            window.robot().clickOn(place(canvas, model, 4), MouseButton.PRIMARY);
            window.waitUntil(
                    "a dot is selected", () -> workbench.selectionProperty().get() != null);
            assertEquals(Set.of("s4"), workbench.selectionProperty().get().samples());
            window.robot().push(KeyCode.ESCAPE);
            window.waitUntil(
                    "nothing is selected", () -> workbench.selectionProperty().get() == null);

            Point2D first = place(canvas, model, 0);
            Point2D last = place(canvas, model, 2);
            window.robot()
                    .moveTo(first.add(-12, -12))
                    .press(MouseButton.PRIMARY)
                    .moveTo(new Point2D(last.getX() + 12, first.getY() - 12))
                    .moveTo(new Point2D(last.getX() + 12, first.getY() + 12))
                    .moveTo(first.add(-12, 12))
                    .moveTo(first.add(-12, -10))
                    .release(MouseButton.PRIMARY);
            window.waitUntil(
                    "a lasso selects", () -> workbench.selectionProperty().get() != null);
            assertEquals(
                    Set.of("s0", "s1", "s2"),
                    workbench.selectionProperty().get().samples());

            ToggleButton happy = (ToggleButton) window.find(".legend-entry");
            FxWindow.onFx(() -> {
                happy.requestFocus();
                return null;
            });
            window.robot().push(KeyCode.SPACE);
            assertEquals(Set.of("0"), model.dots().hiddenProperty().get());
            window.robot().clickOn(canvas).push(KeyCode.PLUS).push(KeyCode.LEFT).push(KeyCode.DIGIT0);
            window.robot().push(KeyCode.ESCAPE);
            assertNull(workbench.selectionProperty().get());

            window.robot().push(KeyCode.RIGHT);
            Set<String> said = new TreeSet<>();
            for (KeyCode arrow : List.of(KeyCode.LEFT, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT)) {
                said.add(spoken(canvas));
                window.robot().push(arrow);
            }
            assertTrue(said.size() > 1, said.toString());
            assertTrue(said.iterator().next().contains("\nTrue class: "), said.toString());
            window.robot().push(KeyCode.ENTER);
            String chosen =
                    workbench.selectionProperty().get().samples().iterator().next();
            assertTrue(spoken(canvas).startsWith(chosen + "\n"), spoken(canvas));
        }
    }

    @Test
    void aPlacedFaceIsHoveredAsAnotherAndNotChosen(FxWindow window) {
        Embeddings embeddings = new Embeddings(EmbeddingViewModelTest.experiment(folder, "a"));
        Embedding embedding = EmbeddingViewModelTest.embedding("test@native", List.of(Resolution.NATIVE));
        embeddings.write(embedding);
        // Its data equal those of an embedded face, and it lies over another one.
        float[] under = embedding.positions().rows()[4];
        embeddings.writePlaced(new PlacedFaces(
                "test@native", embedding.labels(), List.of(embedding.rows().get(1)), new Points(new float[][] {
                    under.clone()
                })));
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder)) {
            Workbench workbench = new Workbench(workspace);
            EmbeddingViewModel model = FxWindow.onFx(() ->
                    new EmbeddingViewModel(workbench, jobs, FileDialogs.CANCEL, (e, r, p, u) -> Optional.empty()));
            show(window, model, jobs);
            window.waitUntil(
                    "the placed face is shown",
                    () -> !model.panels().isEmpty()
                            && model.panels().get(0).placedProperty().get() != null
                            && jobs.busyProperty().get() == 0);
            DotCanvas canvas = (DotCanvas) window.find(".embedding-plane");
            window.waitUntil("it is laid out", () -> canvas.plane() != null);
            window.robot().moveTo(place(canvas, model, 4));
            window.waitUntil(
                    "the diamond under the mouse",
                    () -> canvas.hoveredProperty().get() != null);
            HoveredDot dot = FxWindow.onFx(canvas.hoveredProperty()::get);
            assertEquals(HoveredDot.Source.PLACED, dot.source());
            assertEquals("s1", dot.row().sample());
            assertArrayEquals(under, canvas.at(dot).orElseThrow(), "marked where it was placed");
            assertTrue(DotText.of(embedding.labels(), dot).endsWith("\nPlaced afterwards"));
            window.robot().clickOn(place(canvas, model, 4), MouseButton.PRIMARY);
            assertNull(workbench.selectionProperty().get(), "the experiment has no results of it");
        }
    }

    @Test
    void aFaceOfTheLiveViewIsAWhiteDiamondWhoseImageIsShownUnderTheMouse(FxWindow window) {
        Path experiment = EmbeddingViewModelTest.experiment(folder, "a").folder();
        Embedding embedding = EmbeddingViewModelTest.embedding("test@native", List.of(Resolution.NATIVE));
        new Embeddings(Experiment.open(experiment)).write(embedding);
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder)) {
            Workbench workbench = new Workbench(workspace);
            List<Sample> placed = new ArrayList<>();
            EmbeddingViewModel model = FxWindow.onFx(() -> new EmbeddingViewModel(
                    workbench,
                    jobs,
                    FileDialogs.CANCEL,
                    EmbeddingViewModelTest.placingFaces(
                            placed, embedding.positions().rows()[4])));
            show(window, model, jobs);
            RasterImage image = new RasterImage(2, 2, 1, new byte[] {9, 9, 9, 9});
            FxWindow.onFx(() -> {
                workbench.place(new PlacementRequest(List.of(new PlacementRequest.Face(experiment, "A", image))));
                return null;
            });
            window.waitUntil(
                    "the face is placed",
                    () -> !model.panels().isEmpty()
                            && model.panels().get(0).placedProperty().get() != null
                            && jobs.busyProperty().get() == 0);
            DotCanvas canvas = (DotCanvas) window.find(".embedding-plane");
            window.waitUntil("it is laid out", () -> canvas.plane() != null);
            Point2D at = place(canvas, model, 4);
            assertEquals(Color.WHITE, FxWindow.onFx(() -> {
                Point2D inside = canvas.screenToLocal(at);
                return canvas.snapshot(null, null).getPixelReader().getColor((int) inside.getX(), (int) inside.getY());
            }));
            window.robot().moveTo(at);
            window.waitUntil(
                    "the diamond under the mouse",
                    () -> canvas.hoveredProperty().get() != null);
            assertEquals(
                    "Live face 1",
                    FxWindow.onFx(canvas.hoveredProperty()::get).row().sample());
            window.waitUntil("its words and its image", () -> {
                Node hovered = window.find(".embedding-hovered");
                return hovered.lookupAll(".label").stream()
                                .anyMatch(label -> ((Label) label).getText().contains("True class: unknown"))
                        && hovered.lookupAll(".image-view").stream()
                                .anyMatch(view -> ((ImageView) view).getImage() != null
                                        && ((ImageView) view).getImage().getWidth() == 2);
            });
        }
    }

    private static void show(FxWindow window, EmbeddingViewModel model, BackgroundJobs jobs) {
        window.show(() -> {
            FigureRenderer figures =
                    new FigureRenderer(jobs, FileDialogs.CANCEL, new SimpleObjectProperty<>(FigureStyle.light()));
            EmbeddingView view = new EmbeddingView(
                    model,
                    figures,
                    new Thumbnails<>(jobs, sample -> sample.pixels().read(), 64));
            view.shown();
            return new StackPane(view.node());
        });
    }

    @Test
    void manyNetworksAreSearchedByName(FxWindow window) {
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
            new Embeddings(EmbeddingViewModelTest.experiment(folder, name))
                    .write(EmbeddingViewModelTest.embedding("test@native", List.of(Resolution.NATIVE)));
        }
        try (BackgroundJobs jobs = new BackgroundJobs(Platform::runLater, problem -> {
                    throw new AssertionError(problem);
                });
                Workspace workspace = Workspace.open(folder)) {
            Workbench workbench = new Workbench(workspace);
            EmbeddingViewModel model = FxWindow.onFx(() ->
                    new EmbeddingViewModel(workbench, jobs, FileDialogs.CANCEL, (e, r, p, u) -> Optional.empty()));
            show(window, model, jobs);
            window.waitUntil("networks are listed", () -> model.choices().size() == 7);
            ListView<?> list = (ListView<?>) window.find("#embedding-networks");
            assertEquals(7, list.getItems().size());
            TextField search = (TextField) window.find("#embedding-network-search");
            String last = model.choices().get(6).title();
            FxWindow.onFx(() -> {
                search.setText(last.toUpperCase(Locale.ROOT));
                return null;
            });
            assertTrue(list.getItems().size() < 7 && !list.getItems().isEmpty(), last);
            assertTrue(
                    model.choices().stream()
                            .anyMatch(choice -> choice.chosenProperty().get()),
                    "those that are not listed stay chosen");
        }
    }

    /** What a screen reader says of the dot under the keyboard. */
    private static String spoken(DotCanvas canvas) {
        return FxWindow.onFx(() -> {
            Node item = (Node) canvas.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
            return (String) item.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        });
    }

    private static Point2D place(DotCanvas canvas, EmbeddingViewModel model, int index) {
        return FxWindow.onFx(() -> {
            float[] at = model.panels().get(0).cloudProperty().get().positions().rows()[index];
            return canvas.localToScreen(
                    canvas.plane().px(at, canvas.getWidth()), canvas.plane().py(at, canvas.getHeight()));
        });
    }
}
