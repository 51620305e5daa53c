package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.parts.Buttons;

/** The datasets that were opened before, and the buttons that add one. */
final class DatasetShelf extends VBox {
    private final DatasetsViewModel model;
    private final ListView<String> list = new ListView<>();

    DatasetShelf(DatasetsViewModel model, Runnable showOrigins) {
        this.model = model;
        getStyleClass().add("dataset-shelf");
        list.setItems(model.shelf());
        list.setAccessibleText(Texts.of("datasets.datasets"));
        list.setCellFactory(view -> new Line());
        list.setOnMouseClicked(event -> openSelected());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        model.datasetProperty().addListener((property, old, now) -> mark());
        model.shelf().addListener((ListChangeListener<String>) change -> mark());
        mark();
        Button origins =
                Buttons.secondary(Texts.of("datasets.where-to-get-datasets"), Feather.HELP_CIRCLE, showOrigins);
        origins.getStyleClass().add(Styles.FLAT);
        origins.setMaxWidth(Double.MAX_VALUE);
        origins.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(list, origins);
    }

    private void openSelected() {
        String line = list.getSelectionModel().getSelectedItem();
        if (line != null && !line.equals(model.openLine())) {
            model.openShelf(line);
        }
    }

    private void mark() {
        if (model.openLine().isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(model.openLine());
        }
    }

    private final class Line extends ListCell<String> {
        private final Label name = new Label();
        private final Label place = new Label();
        private final VBox words = new VBox(name, place);

        Line() {
            place.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            words.setMinWidth(0);
            words.setPrefWidth(1);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            name.setText(model.shelfTitle(line));
            place.setText(Objects.equals(line, ShelfLines.DRAWN) ? Texts.of("datasets.made-by-the-program") : line);
            setTooltip(new Tooltip(line));
            setGraphic(words);
        }
    }
}
