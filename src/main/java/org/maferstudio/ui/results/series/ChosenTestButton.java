package org.maferstudio.ui.results.series;

import atlantafx.base.controls.Popover;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Popovers;
import org.maferstudio.ui.controls.WrappingText;

/** Says what an evaluation on test means before it starts one. */
final class ChosenTestButton {
    private static final double TEXT_WIDTH = 380;

    private ChosenTestButton() {}

    /** The button of a view model. */
    static Button of(ChosenTest model) {
        Label question = WrappingText.wrapped(new Label());
        question.setPrefWidth(TEXT_WIDTH);
        question.textProperty().bind(model.questionProperty());
        HBox buttons = new HBox();
        buttons.getStyleClass().add("popup-buttons");
        VBox content = new VBox(question, buttons);
        content.getStyleClass().add("popup-form");
        Popover popup = Popovers.of(content, Popover.ArrowLocation.TOP_RIGHT);
        Button start = Buttons.primary(Texts.of("results.series.test.start"), Feather.PLAY, () -> {
            popup.hide();
            model.start();
        });
        start.setId("series-test-start");
        start.setDefaultButton(true);
        buttons.getChildren().add(start);
        Button open = Buttons.secondary(Texts.of("results.series.test.button"), Feather.CHECK_CIRCLE, () -> {});
        open.setId("series-test");
        open.setOnAction(event -> {
            popup.show(open);
            start.requestFocus();
        });
        open.disableProperty().bind(model.availableProperty().not());
        return open;
    }
}
