package org.maferstudio.ui.results;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.report.Numbers;
import org.maferstudio.results.Prediction;
import org.maferstudio.ui.parts.Buttons;
import org.maferstudio.ui.parts.ThumbnailPlace;
import org.maferstudio.ui.parts.Thumbnails;

/** The samples of the selected cell, the surest first: picture, what the network thought, how sure it was. */
final class SampleList extends VBox {
    private static final double SIDE = 44;

    private final CellSamples cells;
    private final Thumbnails<Sample> thumbnails;

    /** Over the samples of a model; its button clears the selection. */
    SampleList(CellSamples cells, Thumbnails<Sample> thumbnails) {
        this.cells = cells;
        this.thumbnails = thumbnails;
        getStyleClass().add("sample-list");
        Label title = new Label();
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(Region.USE_PREF_SIZE);
        cells.samples().addListener((ListChangeListener<Prediction>) change -> title.setText(cells.title()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, Buttons.icon(Feather.X, "Back to the classes (Esc)", cells::clear));
        head.getStyleClass().add("section-head");
        TableView<Prediction> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        cells.hintProperty().addListener((property, old, now) -> table.refresh());
        getChildren().addAll(head, hint(), table);
    }

    private Label hint() {
        Label hint = new Label();
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "sample-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.textProperty().bind(cells.hintProperty());
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private TableView<Prediction> table() {
        TableView<Prediction> table = new TableView<>(cells.samples());
        table.getStyleClass().add("edge-to-edge");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Prediction, Prediction> name = new TableColumn<>("Sample");
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        name.setCellFactory(column -> new Line());
        name.setSortable(false);
        TableColumn<Prediction, String> sure = new TableColumn<>("Sure, in %");
        sure.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(Numbers.percent(row.getValue().confidence())));
        sure.getStyleClass().add("number");
        sure.setSortable(false);
        sure.setMinWidth(96);
        sure.setMaxWidth(96);
        table.getColumns().add(name);
        table.getColumns().add(sure);
        table.setPlaceholder(new Label("No samples in this cell."));
        table.setAccessibleText("Samples of the selected cell");
        return table;
    }

    /** The picture, and beside it the name and what the network thought. */
    private final class Line extends TableCell<Prediction, Prediction> {
        private final ThumbnailPlace<Sample> place = new ThumbnailPlace<>(thumbnails, SIDE);
        private final Label name = new Label();
        private final Label guesses = new Label();
        private final VBox words = new VBox(name, guesses);
        private final HBox line = new HBox(place, words);
        private final Tooltip tooltip = new Tooltip();

        Line() {
            guesses.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            words.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("sample-line");
        }

        @Override
        protected void updateItem(Prediction prediction, boolean empty) {
            super.updateItem(prediction, empty);
            if (empty || prediction == null) {
                place.clear();
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Optional<Sample> picture = cells.picture(prediction);
            picture.ifPresentOrElse(place::show, place::clear);
            place.setVisible(picture.isPresent());
            place.setManaged(picture.isPresent());
            String id = prediction.sample();
            name.setText(id.substring(id.lastIndexOf('/') + 1));
            guesses.setText(cells.guesses(prediction));
            tooltip.setText(id + "\n" + guesses.getText());
            setTooltip(tooltip);
            setGraphic(line);
        }
    }
}
