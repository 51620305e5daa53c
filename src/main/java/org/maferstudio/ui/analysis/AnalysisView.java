package org.maferstudio.ui.analysis;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.workbench.PaneView;

/** The pane of videos: queue and results at the left, the form or the shown results at the right. */
public final class AnalysisView implements PaneView {
    private final AnalysisViewModel model;
    private final FigureRenderer figures;
    private final BorderPane root = new BorderPane();
    private final StackPane place = new StackPane();
    private final FormPane form;
    private final Button start;

    /** Creates the pane. */
    public AnalysisView(AnalysisViewModel model, FigureRenderer figures) {
        this.model = model;
        this.figures = figures;
        this.form = new FormPane(model);
        root.getStyleClass().add("analysis");
        start = Buttons.primary(Texts.of("analysis.start.button"), Feather.PLAY, model::start);
        start.setId("analysis-start");
        start.disableProperty()
                .bind(model.shownProperty()
                        .isNotNull()
                        .or(Bindings.not(model.form().completeProperty())));
        VBox problem = new VBox(Messages.problem(model.problemProperty()));
        problem.getStyleClass().add("film-problem");
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        root.setTop(problem);
        root.setLeft(new FilmList(model));
        root.setCenter(place);
        root.setOnDragOver(this::accept);
        root.setOnDragDropped(this::drop);
        model.shownProperty().addListener((property, old, now) -> fill());
        model.openingProperty().addListener((property, old, now) -> fill());
        fill();
    }

    private void fill() {
        OpenFilm shown = model.shownProperty().get();
        if (model.openingProperty().get() != null) {
            place.getChildren()
                    .setAll(new EmptyState(
                            Feather.FILM,
                            Texts.of(
                                    "analysis.open.reading",
                                    model.openingProperty().get().getFileName())));
        } else if (shown == null) {
            place.getChildren().setAll(form);
        } else {
            place.getChildren().setAll(new ResultPane(shown, model, figures));
        }
    }

    private void accept(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.add(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Button> primaryAction() {
        return Optional.of(start);
    }

    @Override
    public List<Node> secondaryActions() {
        return List.of(
                Buttons.secondary(Texts.of("analysis.form.films.add"), Feather.FILM, model::chooseFilms),
                Buttons.secondary(Texts.of("analysis.open.button"), Feather.FOLDER, model::chooseResults));
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
