package org.maferstudio.ui.networkimport;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.jobs.Job;

/** The check of a contract on labelled images, and what it suggests. */
final class DatasetCheckPane extends VBox {
    private final DatasetCheckModel model;

    DatasetCheckPane(DatasetCheckModel model) {
        this.model = model;
        getStyleClass().add("network-import-lines");
        getChildren()
                .addAll(
                        start(),
                        NetworkImportDialog.line(model.noteProperty()),
                        NetworkImportDialog.line(report(CheckReport::sentence)),
                        NetworkImportDialog.line(report(CheckReport::agreement)),
                        suggestion(
                                report(CheckReport::orderSentence),
                                Buttons.secondary(
                                        Texts.of("networkimport.check.useOrder"), Feather.LIST, model::useOrder)),
                        suggestion(
                                report(CheckReport::preparationSentence),
                                Buttons.secondary(
                                        Texts.of("networkimport.check.usePreparation"),
                                        Feather.SLIDERS,
                                        model::usePreparation)));
    }

    /** The button, and beside it how far it is, or what it does as long as there is no result. */
    private Node start() {
        Button start = Buttons.secondary(Texts.of("networkimport.check.start"), Feather.CHECK_SQUARE, model::start);
        start.setId("network-import-check");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.disableProperty().bind(model.readyExpression().not());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty()
                .bind(model.runningProperty().flatMap(Job::fractionProperty).orElse(-1));
        Button cancel = Buttons.secondary(Texts.of("networkimport.check.cancel"), Feather.X, model::cancel);
        HBox running = row(bar, cancel);
        Label about = NetworkImportDialog.muted(Texts.of("networkimport.check.about"));
        return row(
                start,
                NetworkImportDialog.shownIf(model.runningProperty().isNotNull(), running),
                NetworkImportDialog.shownIf(
                        model.runningProperty()
                                .isNull()
                                .and(model.reportProperty().isNull()),
                        about));
    }

    private ObservableValue<String> report(Function<CheckReport, String> text) {
        return model.reportProperty().map(text).orElse("");
    }

    private static Node suggestion(ObservableValue<String> sentence, Button use) {
        use.setMinWidth(Region.USE_PREF_SIZE);
        Label warning = NetworkImportDialog.warning(sentence);
        warning.setMaxWidth(Double.MAX_VALUE);
        HBox suggestion = row(warning, use);
        suggestion.visibleProperty().bind(sentence.map(text -> !text.isEmpty()));
        suggestion.managedProperty().bind(suggestion.visibleProperty());
        return suggestion;
    }

    /** Controls side by side; texts among them take the width that is left. */
    private static HBox row(Node... parts) {
        HBox row = new HBox(parts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("network-import-row");
        for (Node part : parts) {
            if (part instanceof Label label) {
                HBox.setHgrow(label, Priority.ALWAYS);
            }
        }
        return row;
    }
}
