package org.maferstudio.ui.results.evaluation;

import atlantafx.base.controls.Popover;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.TestTimeEvaluation;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Popovers;
import org.maferstudio.ui.controls.Titles;

/** Asks on what to evaluate, below the button that opens it. */
public final class EvaluationPopup {
    private final Popover popup;
    private final ComboBox<String> split;

    /** Over the form of a model; {@code start} begins. */
    public EvaluationPopup(EvaluationForm form, Runnable start) {
        split = new ComboBox<>(form.splits());
        split.valueProperty().bindBidirectional(form.splitProperty());
        TextField resolutions = new TextField();
        resolutions.textProperty().bindBidirectional(form.resolutionsProperty());
        FormField field = new FormField(
                Texts.of("results.evaluate.resolutions.label"),
                Texts.of("results.evaluate.resolutions.help"),
                resolutions);
        field.bindMessage(form.messageProperty());
        ComboBox<Optional<TestTimeEvaluation.Method>> method = new ComboBox<>();
        method.getItems().setAll(EvaluationForm.methods());
        method.setConverter(Titles.of(EvaluationPopup::title));
        method.valueProperty().bindBidirectional(form.methodProperty());
        Button begin = Buttons.primary(Texts.of("results.evaluate.start"), Feather.PLAY, () -> {
            hide();
            start.run();
        });
        begin.setDefaultButton(true);
        begin.disableProperty().bind(form.messageProperty().isNotEmpty());
        HBox buttons = new HBox(begin);
        buttons.getStyleClass().add("popup-buttons");
        VBox content = new VBox(
                new FormField(Texts.of("results.evaluate.split.label"), Texts.of("results.evaluate.split.help"), split),
                field,
                new FormField(
                        Texts.of("results.evaluate.method.label"), Texts.of("results.evaluate.method.help"), method),
                buttons);
        content.getStyleClass().add("popup-form");
        popup = Popovers.of(content, Popover.ArrowLocation.TOP_RIGHT);
    }

    private static String title(Optional<TestTimeEvaluation.Method> method) {
        if (method.isEmpty()) {
            return Texts.of("results.evaluate.method.usual");
        }
        return switch (method.get()) {
            case FLIP -> Texts.of("results.evaluate.method.flip");
            case BATCH_STATISTICS -> Texts.of("results.evaluate.method.batchStatistics");
            case LANCZOS -> Texts.of("results.evaluate.method.lanczos");
        };
    }

    /** Opens it below a button. */
    public void show(Node button) {
        popup.show(button);
        split.requestFocus();
    }

    private void hide() {
        popup.hide();
    }
}
