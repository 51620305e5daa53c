package org.maferstudio.ui.datasets;

import atlantafx.base.controls.Message;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.workbench.PaneView;

/** The pane of datasets: what was opened before at the left, the open one at the right. */
public final class DatasetsView implements PaneView {
    private final BorderPane root = new BorderPane();
    private final StackPane place = new StackPane();
    private final DatasetsViewModel model;
    private final DatasetPage page;
    private final Button add;
    private boolean origins;

    /** Creates the pane. */
    public DatasetsView(DatasetsViewModel model, FigureRenderer figures, Thumbnails<Sample> thumbnails) {
        this.model = model;
        this.page = new DatasetPage(model, figures, thumbnails);
        this.add = Buttons.primary(Texts.of("datasets.view.addFolder"), Feather.FOLDER_PLUS, model::chooseFolder);
        root.getStyleClass().add("datasets");
        Message problem = Messages.problem(model.problemProperty());
        VBox top = new VBox(problem);
        top.getStyleClass().add("dataset-problem");
        top.visibleProperty().bind(problem.visibleProperty());
        top.managedProperty().bind(problem.visibleProperty());
        root.setTop(top);
        root.setLeft(new RecentDatasets(model, () -> showOrigins(true)));
        root.setCenter(new StackPane(place, new FaceCropsDialog(model.crops()).node()));
        root.setOnDragOver(this::accept);
        root.setOnDragDropped(this::drop);
        model.datasetProperty().addListener((property, old, now) -> showOrigins(false));
        model.questionProperty().addListener((property, old, now) -> showOrigins(false));
        model.busyProperty().addListener((property, old, now) -> fill());
        fill();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Button> primaryAction() {
        return Optional.of(add);
    }

    @Override
    public List<Node> secondaryActions() {
        return List.of(
                Buttons.secondary(Texts.of("datasets.view.cropFaces"), Feather.CROP, model::showFaceCrops),
                Buttons.secondary(Texts.of("datasets.view.addFiles"), Feather.FILE_PLUS, model::chooseFiles));
    }

    private void showOrigins(boolean wanted) {
        origins = wanted;
        fill();
    }

    private void fill() {
        Node content = content();
        if (place.getChildren().isEmpty() || place.getChildren().get(0) != content) {
            place.getChildren().setAll(content);
        }
    }

    private Node content() {
        if (origins) {
            return new DatasetOrigins(() -> showOrigins(false));
        }
        if (model.questionProperty().get() != null) {
            return new ClassMappingPane(model.questionProperty().get(), model);
        }
        if (model.datasetProperty().get() != null) {
            return page;
        }
        String busy = model.busyProperty().get();
        return busy.isEmpty()
                ? new EmptyState(
                        Feather.DATABASE,
                        Texts.of("datasets.view.empty"),
                        Buttons.secondary(
                                Texts.of("datasets.view.openDrawn"),
                                Feather.SMILE,
                                () -> model.openRecent(RecentDatasetLines.DRAWN)))
                : new EmptyState(Feather.DATABASE, busy);
    }

    private void accept(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.open(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
