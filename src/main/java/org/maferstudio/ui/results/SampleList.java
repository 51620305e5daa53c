package org.maferstudio.ui.results;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.report.Numbers;
import org.maferstudio.results.Prediction;
import org.maferstudio.ui.parts.Buttons;

/** The samples of the selected cell, the surest first. */
final class SampleList extends VBox {
    private final Label title = new Label();

    /** Over the samples of a model; {@code close} clears the selection. */
    SampleList(ObservableList<Prediction> samples, Runnable close) {
        getStyleClass().add("sample-list");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, Buttons.icon(Feather.X, "Back to the classes (Esc)", close));
        head.getStyleClass().add("section-head");
        TableView<Prediction> table = new TableView<>(samples);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Prediction, String> name = new TableColumn<>("Sample");
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().sample()));
        TableColumn<Prediction, String> sure = new TableColumn<>("Sure, in %");
        sure.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(Numbers.percent(row.getValue().confidence())));
        sure.getStyleClass().add("number");
        sure.setMinWidth(96);
        sure.setMaxWidth(96);
        table.getColumns().add(name);
        table.getColumns().add(sure);
        table.setPlaceholder(new Label("No samples in this cell."));
        table.setAccessibleText("Samples of the selected cell");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, table);
    }

    /** Says whose samples these are. */
    void setTitle(String text) {
        title.setText(text);
    }
}
