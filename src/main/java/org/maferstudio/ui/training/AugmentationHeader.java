package org.maferstudio.ui.training;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.augmentation.AugmentationStep;
import org.maferstudio.recipe.AugmentationPreset;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;

/** The header of the random transforms: presets, and a preview of all transforms together. */
final class AugmentationHeader extends VBox {
    AugmentationHeader(RecipeForm form, AugmentationPreview preview) {
        getStyleClass().add("form-field");
        MenuButton takeOver = new MenuButton(Texts.of("training.form.augmentation.apply"));
        takeOver.getItems()
                .setAll(Arrays.stream(AugmentationPreset.values())
                        .map(preset -> item(preset, form))
                        .toList());
        HBox line = new HBox(
                takeOver,
                Buttons.secondary(Texts.of("training.form.augmentation.nextFace"), Feather.USER, preview::another));
        line.getStyleClass().add("form-row");
        Label problem = new Label();
        problem.getStyleClass().addAll("form-message", Styles.DANGER);
        problem.setWrapText(true);
        problem.textProperty().bind(preview.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(line, problem, new PreviewStrip(AugmentationStep.ALL, preview));
    }

    private static MenuItem item(AugmentationPreset preset, RecipeForm form) {
        MenuItem item = new MenuItem(preset.title());
        item.setOnAction(event -> form.load(preset.augmentation()));
        return item;
    }
}
