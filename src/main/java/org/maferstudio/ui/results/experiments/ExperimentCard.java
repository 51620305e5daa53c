package org.maferstudio.ui.results.experiments;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;

/** Name, tags, notes and actions of the selected experiment; edits are saved when a field loses focus. */
final class ExperimentCard extends VBox {
    private final ExperimentList list;
    private final TextField name = new TextField();
    private final TextField tags = new TextField();
    private final TextArea notes = new TextArea();
    private final Label folder = new Label();
    private final Button live;
    private final Button calibrate;
    private final Button again;
    private final Button delete;
    private ExperimentRow shown;

    ExperimentCard(ExperimentList list) {
        this.list = list;
        getStyleClass().add("experiment-card");
        tags.setPromptText(Texts.of("results.experiments.card.tags.prompt"));
        TextFields.bindAutoCompletion(tags, request -> list.completeTags(request.getUserText()));
        notes.setPromptText(Texts.of("results.experiments.card.notes.prompt"));
        notes.setWrapText(true);
        notes.setPrefRowCount(6);
        VBox.setVgrow(notes, Priority.ALWAYS);
        folder.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        folder.setWrapText(true);
        name.setOnAction(event -> save());
        tags.setOnAction(event -> save());
        for (Node field : List.of(name, tags, notes)) {
            field.focusedProperty().addListener((property, old, now) -> {
                if (!now) {
                    save();
                }
            });
        }
        again = Buttons.secondary(
                Texts.of("results.experiments.card.runAgain.label"), Feather.REPEAT, () -> list.edits()
                        .runAgain(shown));
        again.setTooltip(new Tooltip(Texts.of("results.experiments.card.runAgain.tooltip")));
        Button copy =
                Buttons.secondary(Texts.of("results.experiments.card.clone.label"), Feather.COPY, () -> list.edits()
                        .cloneRecipe(shown));
        copy.setTooltip(new Tooltip(Texts.of("results.experiments.card.clone.tooltip")));
        live = Buttons.secondary(Texts.of("results.experiments.card.live.label"), Feather.VIDEO, () -> list.edits()
                .showLive(shown));
        live.setTooltip(new Tooltip(Texts.of("results.experiments.card.live.tooltip")));
        calibrate = Buttons.secondary(
                Texts.of("results.experiments.card.calibrate.label"), Feather.SLIDERS, () -> list.edits()
                        .calibrate(shown));
        calibrate.setTooltip(new Tooltip(Texts.of("results.experiments.card.calibrate.tooltip")));
        delete = Buttons.secondary(
                Texts.of("results.experiments.card.delete.label"), Feather.TRASH_2, list::discardSelected);
        delete.setTooltip(new Tooltip(Texts.of("results.experiments.card.delete.tooltip")));
        for (Button button : List.of(live, calibrate, again, copy, delete)) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren()
                .addAll(
                        caption(Texts.of("results.experiments.card.name.label"), name),
                        name,
                        caption(Texts.of("results.experiments.card.tags.label"), tags),
                        tags,
                        caption(Texts.of("results.experiments.column.notes"), notes),
                        notes,
                        folder,
                        live,
                        calibrate,
                        copy,
                        again,
                        delete);
        list.selectedProperty().addListener((property, old, now) -> show(now));
        // Nothing is done to what the filter hides.
        disableProperty().bind(list.selectionShownProperty().not());
        show(list.selectedProperty().get());
    }

    private static Label caption(String text, Node of) {
        Label caption = new Label(text);
        caption.setLabelFor(of);
        caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return caption;
    }

    private void show(ExperimentRow row) {
        if (shown != null && !shown.isSameAs(row)) {
            save();
        }
        boolean typing =
                row != null && row.isSameAs(shown) && (name.isFocused() || tags.isFocused() || notes.isFocused());
        shown = row;
        boolean onlyLook = row != null && row.readOnly();
        List.of(name, tags, notes).forEach(each -> each.setEditable(!onlyLook));
        again.setDisable(onlyLook);
        delete.setDisable(onlyLook);
        live.setDisable(row == null || !row.hasNetwork());
        calibrate.setDisable(row == null || !row.hasNetwork());
        if (typing) {
            return;
        }
        name.setText(row == null ? "" : row.name());
        tags.setText(row == null ? "" : String.join(", ", row.tags()));
        notes.setText(row == null ? "" : row.notes());
        folder.setText(row == null ? "" : row.folder().getFileName().toString());
    }

    private void save() {
        if (shown != null && !shown.readOnly()) {
            ExperimentRow row = shown;
            list.edits().rename(row, name.getText());
            list.edits().tag(row, tags.getText());
            list.edits().note(row, notes.getText());
        }
    }
}
