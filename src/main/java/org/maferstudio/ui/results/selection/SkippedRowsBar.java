package org.maferstudio.ui.results.selection;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Icon;

/** Reports damaged predictions and lists their skipped rows; hidden if there are none. */
public final class SkippedRowsBar extends VBox {
    private static final double MOST_LINES = 8;

    private final Label sentence = new Label();
    private final ListView<String> list = new ListView<>();

    /** Creates the view model. */
    public SkippedRowsBar(ObservableValue<ResultsFigures> figures) {
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button show = Buttons.secondary(
                Texts.of("results.predictions.skipped.list"), Feather.LIST, () -> open(!list.isVisible()));
        HBox line = new HBox(new Icon(Feather.ALERT_TRIANGLE), sentence, show);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("warning-bar");
        list.setFixedCellSize(24);
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.setAccessibleText(Texts.of("results.predictions.skipped.accessible"));
        list.getStyleClass().add("damage-list");
        getStyleClass().add("damage-bar");
        getChildren().addAll(line, list);
        managedProperty().bind(visibleProperty());
        list.managedProperty().bind(list.visibleProperty());
        figures.addListener((property, old, now) -> update(now.shown()));
        update(figures.getValue().shown());
    }

    private void update(List<ExperimentResults> shown) {
        List<String> damage = shown.stream()
                .flatMap(
                        each -> each.damage().stream().map(loss -> shown.size() > 1 ? each.name() + ": " + loss : loss))
                .toList();
        if (damage.equals(list.getItems()) && !damage.isEmpty()) {
            return;
        }
        setVisible(!damage.isEmpty());
        sentence.setText(Texts.of("results.predictions.skipped.bar", damage.size()));
        list.getItems().setAll(damage);
        open(false);
    }

    private void open(boolean shown) {
        list.setVisible(shown);
        list.setPrefHeight(2
                + list.getFixedCellSize() * Math.min(MOST_LINES, list.getItems().size()));
    }
}
