package org.maferstudio.ui.embedding;

import atlantafx.base.controls.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.report.figures.EmbeddingFigure;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.workbench.PaneView;

/** The Embedding pane: up to four embeddings, with their settings, legend and faces at the right. */
public final class EmbeddingView implements PaneView {
    private final BorderPane root = new BorderPane();
    private final GridPane grid = new GridPane();
    private final EmbeddingViewModel model;
    private final EmbeddingSidebar side;
    private final FaceImages faces;
    private final FigurePane figure;
    private final Button layOut;
    private final Button pause;
    private final Button stop;

    /** Creates the pane. */
    public EmbeddingView(EmbeddingViewModel model, FigureRenderer figures, Thumbnails<Sample> thumbnails) {
        this.model = model;
        root.getStyleClass().add("embedding");
        figure = new FigurePane(figures, "embedding");
        side = new EmbeddingSidebar(model, thumbnails);
        faces = (id, receiver) -> model.images()
                .sample(id)
                .map(sample -> thumbnails.request(sample, receiver))
                .orElse(() -> {});
        layOut = Buttons.primary(Texts.of("embedding.view.compute"), Feather.PLAY, model::layOut);
        layOut.setId("embedding-lay-out");
        layOut.disableProperty().bind(model.runningProperty().or(Bindings.isEmpty(model.panels())));
        pause = Buttons.secondary(Texts.of("embedding.view.pause"), Feather.PAUSE, () -> model.pausedProperty()
                .set(!model.pausedProperty().get()));
        pause.textProperty()
                .bind(Bindings.when(model.pausedProperty())
                        .then(Texts.of("embedding.view.resume"))
                        .otherwise(Texts.of("embedding.view.pause")));
        pause.visibleProperty().bind(model.runningProperty());
        pause.managedProperty().bind(model.runningProperty());
        stop = Buttons.secondary(Texts.of("embedding.view.stop"), Feather.SQUARE, model::stop);
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(model.runningProperty());
        Message problem = Messages.problem(model.problemProperty());
        grid.getStyleClass().add("embedding-grid");
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox middle = new VBox(problem, grid);
        middle.getStyleClass().add("embedding-middle");
        root.setCenter(middle);
        root.setRight(side);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !model.panels().isEmpty()) {
                model.select(model.panels().get(0), Set.of());
            }
        });
        // There may be other images now, such as of a dataset that was located.
        model.images().hintProperty().addListener((property, old, now) -> canvases()
                .forEach(DotCanvas::forgetFaces));
        model.panels().addListener((ListChangeListener<Panel>) change -> arrange());
        arrange();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Button> primaryAction() {
        return Optional.of(layOut);
    }

    @Override
    public List<Node> secondaryActions() {
        Button save = Buttons.secondary(Texts.of("embedding.view.saveFigure"), Feather.DOWNLOAD, this::save);
        save.disableProperty().bind(Bindings.isEmpty(model.panels()));
        Button place = Buttons.secondary(Texts.of("embedding.view.place"), Feather.PLUS_CIRCLE, model::place);
        place.setId("embedding-place");
        place.disableProperty().bind(model.runningProperty().or(Bindings.isEmpty(model.panels())));
        return List.of(pause, stop, place, save);
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private Stream<DotCanvas> canvases() {
        return grid.getChildren().stream()
                .filter(PanelPane.class::isInstance)
                .map(PanelPane.class::cast)
                .map(PanelPane::canvas);
    }

    private void save() {
        List<EmbeddingFigure.Panel> panels = new ArrayList<>();
        model.panels().stream()
                .filter(panel -> panel.embedding() != null)
                .forEach(panel -> panels.add(new EmbeddingFigure.Panel(panel.title(), panel.embedding())));
        if (panels.isEmpty()) {
            model.problemProperty().set(Texts.of("embedding.view.error.nothingToSave"));
            return;
        }
        figure.setFigure(new EmbeddingFigure(panels));
        figure.save();
    }

    private void arrange() {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        int count = model.panels().size();
        if (count == 0) {
            EmptyState empty = new EmptyState(Feather.CLOUD, Texts.of("embedding.view.empty"));
            GridPane.setHgrow(empty, Priority.ALWAYS);
            GridPane.setVgrow(empty, Priority.ALWAYS);
            grid.add(empty, 0, 0);
            return;
        }
        int columns = count == 1 ? 1 : 2;
        int rows = (count + columns - 1) / columns;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(row);
        }
        for (int i = 0; i < count; i++) {
            PanelPane pane = new PanelPane(model.panels().get(i), model, faces);
            pane.canvas().hoveredProperty().addListener((property, old, now) -> {
                if (!Objects.equals(old, now)) {
                    side.hover(now);
                    canvases().filter(other -> other != pane.canvas()).forEach(other -> other.linkedProperty()
                            .set(now));
                }
            });
            int line = i / columns;
            grid.add(pane, i % columns, line);
        }
    }
}
