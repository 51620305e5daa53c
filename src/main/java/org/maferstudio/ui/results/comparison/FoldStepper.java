package org.maferstudio.ui.results.comparison;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;

/** Steps through the training runs of series, with two buttons or the arrow keys; their mean precedes the first. */
public final class FoldStepper extends HBox {
    private final ComparisonViewModel model;

    /** Creates the view. */
    public FoldStepper(ComparisonViewModel model) {
        this.model = model;
        getStyleClass().add("fold-stepper");
        Label now = new Label();
        now.textProperty()
                .bind(Bindings.createStringBinding(this::words, model.foldProperty(), model.foldCountProperty()));
        Button back = Buttons.icon(Feather.CHEVRON_LEFT, Texts.of("results.comparison.folds.previous"), () -> step(-1));
        Button on = Buttons.icon(Feather.CHEVRON_RIGHT, Texts.of("results.comparison.folds.next"), () -> step(1));
        back.disableProperty().bind(model.foldProperty().isEqualTo(ComparisonViewModel.MEAN));
        on.disableProperty().bind(model.foldProperty().greaterThanOrEqualTo(model.foldCountProperty()));
        now.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(back, now, on);
        managedProperty().bind(visibleProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                step(event.getCode() == KeyCode.LEFT ? -1 : 1);
                event.consume();
            }
        });
    }

    private String words() {
        int fold = model.foldProperty().get();
        int all = model.foldCountProperty().get();
        return fold == ComparisonViewModel.MEAN
                ? Texts.of("results.comparison.folds.mean")
                : Texts.of("results.position", fold, all);
    }

    private void step(int by) {
        int next = model.foldProperty().get() + by;
        if (next >= ComparisonViewModel.MEAN
                && next <= model.foldCountProperty().get()) {
            model.foldProperty().set(next);
        }
    }
}
