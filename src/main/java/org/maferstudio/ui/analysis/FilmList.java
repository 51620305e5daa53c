package org.maferstudio.ui.analysis;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.WrappingText;

/** What is being analysed, and the results that are there. */
final class FilmList extends VBox {
    private static final double QUEUE_SHARE = 0.6;

    private final AnalysisViewModel model;
    private final VBox queue = new VBox();
    private final ListView<AnalysedFilm> list = new ListView<>();

    FilmList(AnalysisViewModel model) {
        this.model = model;
        getStyleClass().add("film-list");
        Button anew = Buttons.secondary(Texts.of("analysis.list.new"), Feather.PLUS, model::showForm);
        anew.setId("analysis-new");
        anew.setMaxWidth(Double.MAX_VALUE);
        Label waiting = heading(Texts.of("analysis.list.queue"));
        queue.getStyleClass().add("film-queue");
        ScrollPane queued = new WrappedScroll(queue);
        queued.setFitToWidth(true);
        queued.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        queued.setFocusTraversable(false);
        queued.getStyleClass().add("film-scroll");
        queued.setMinHeight(0);
        // A long queue leaves room for the results, and a short one is seen whole.
        queued.maxHeightProperty().bind(heightProperty().multiply(QUEUE_SHARE));
        list.setPrefHeight(0);
        var busy = Bindings.isNotEmpty(model.queue().films());
        for (var part : List.of(waiting, queued)) {
            part.visibleProperty().bind(busy);
            part.managedProperty().bind(busy);
        }
        model.queue().films().addListener((ListChangeListener<QueuedFilm>) change -> listQueue());
        list.setItems(model.results());
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(Texts.of("analysis.list.results"));
        Label empty = WrappingText.wrapped(new Label(Texts.of("analysis.list.empty")));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(empty);
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        model.shownProperty().addListener((property, old, now) -> mark());
        model.results().addListener((ListChangeListener<AnalysedFilm>) change -> mark());
        getChildren().addAll(anew, waiting, queued, heading(Texts.of("analysis.list.results")), list);
        listQueue();
        mark();
    }

    /** As high as its content with wrapped lines; other scroll panes prefer the height of lines that do not wrap. */
    private static final class WrappedScroll extends ScrollPane {
        WrappedScroll(Region content) {
            super(content);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return snappedTopInset() + ((Region) getContent()).prefHeight(width) + snappedBottomInset();
        }
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private void listQueue() {
        queue.getChildren()
                .setAll(model.queue().films().stream()
                        .map(film -> new QueueRow(film, model.queue()))
                        .toList());
    }

    private void open() {
        AnalysedFilm chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.open(chosen);
        }
    }

    private void mark() {
        OpenFilm shown = model.shownProperty().get();
        list.getSelectionModel().clearSelection();
        for (int i = 0; shown != null && i < list.getItems().size(); i++) {
            if (list.getItems().get(i).table().equals(shown.results().table())) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private static final class Cell extends ListCell<AnalysedFilm> {
        private final Label title = WrappingText.wrapped(new Label());
        private final Label detail = WrappingText.wrapped(new Label());
        private final VBox box = new VBox(title, detail);

        Cell() {
            detail.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(AnalysedFilm film, boolean empty) {
            super.updateItem(film, empty);
            if (empty || film == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            title.setText(film.title());
            detail.setText(film.detail());
            setGraphic(box);
            setTooltip(new Tooltip(film.table().toString()));
            setAccessibleText(film.title() + ". " + film.detail());
        }
    }
}
