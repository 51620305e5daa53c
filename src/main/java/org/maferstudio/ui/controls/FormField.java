package org.maferstudio.ui.controls;

import atlantafx.base.theme.Styles;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A labelled control of a form, with its error below in red and its help in a tooltip. */
public final class FormField extends VBox {
    private final Label message = new Label();

    /**
     * Creates a labelled control.
     *
     * @param help a sentence for the tooltip
     */
    public FormField(String label, String help, Control control) {
        getStyleClass().add("form-field");
        Label caption = new Label(label);
        caption.setLabelFor(control);
        control.setAccessibleText(label);
        if (help.isBlank()) {
            throw new IllegalArgumentException("a field helps whoever fills it in, and " + label + " does not");
        }
        Tooltip tip = new Tooltip(help);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.seconds(30));
        caption.setTooltip(tip);
        control.setTooltip(tip);
        control.setMaxWidth(Double.MAX_VALUE);
        message.getStyleClass().addAll("form-message", Styles.DANGER);
        message.setWrapText(true);
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        message.textProperty()
                .addListener((property, old, now) ->
                        control.pseudoClassStateChanged(Styles.STATE_DANGER, now != null && !now.isEmpty()));
        getChildren().addAll(caption, control, message);
    }

    /** A field for a number, checked while it is typed; the unit follows the label. */
    public static FormField number(String label, String unit, String help, NumberInput input) {
        return number(
                unit.isEmpty() ? label : label + " (" + unit + ")",
                help,
                input.textProperty(),
                input.messageProperty());
    }

    /** A field for a number as text, with what is wrong with it. */
    public static FormField number(String label, String help, StringProperty typed, ObservableStringValue wrong) {
        TextField text = new TextField();
        text.getStyleClass().add("number");
        text.setAlignment(Pos.CENTER_RIGHT);
        text.textProperty().bindBidirectional(typed);
        FormField field = new FormField(label, help, text);
        field.bindMessage(wrong);
        return field;
    }

    /** Shows what is wrong with the control's content; empty for nothing. */
    public void bindMessage(ObservableStringValue text) {
        message.textProperty().bind(text);
    }

    /** A row of two or more fields of equal width. */
    public static HBox row(FormField... fields) {
        HBox row = new HBox(fields);
        row.getStyleClass().add("form-row");
        for (FormField field : fields) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(1);
        }
        return row;
    }
}
