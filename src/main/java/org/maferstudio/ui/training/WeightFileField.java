package org.maferstudio.ui.training;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.recipe.FieldTexts;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Popovers;

/** A field for a weight file, with buttons to select and clear it, and the result of its check. */
final class WeightFileField {
    private final WeightFileCheck check;
    private final String name;
    private final Popover floating;

    /**
     * Creates a field.
     *
     * @param name used in the ids of its buttons
     */
    WeightFileField(WeightFileCheck check, String name) {
        this.check = check;
        this.name = name;
        ListView<String> layers = new ListView<>(check.layers());
        layers.setAccessibleText(Texts.of("training.form.weights.layerReport"));
        Label title = new Label(Texts.of("training.form.weights.layerReport"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        VBox report = new VBox(title, layers);
        report.getStyleClass().add("base-report");
        floating = Popovers.of(report, Popover.ArrowLocation.LEFT_CENTER);
    }

    /** The field over its place in the recipe. */
    FormField over(RecipeInput input, Runnable choose) {
        FieldTexts texts = FieldTexts.shown();
        String none = texts.none(input.field());
        TextField file = new TextField();
        file.setEditable(false);
        file.setPromptText(none);
        file.textProperty().bind(input.textProperty().map(WeightFileField::name));
        FormField field = new FormField(texts.label(input.field()), texts.help(input.field()), file);
        field.bindMessage(check.messageProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(input.textProperty());
        Button pick = Buttons.secondary(Texts.of("training.form.choose"), Feather.FILE, choose);
        pick.setId("choose-" + name);
        Button look = Buttons.secondary(Texts.of("training.form.weights.layers"), Feather.LIST, () -> {});
        look.setId(name + "-layers");
        look.setOnAction(event -> floating.show(look));
        look.disableProperty().bind(Bindings.isEmpty(check.layers()));
        Button clear = Buttons.icon(Feather.X, Texts.of("training.form.weights.clear", none), () -> input.textProperty()
                .set(""));
        clear.setId("clear-" + name);
        clear.disableProperty().bind(input.textProperty().isEmpty());
        HBox buttons = new HBox(pick, look, clear);
        buttons.getStyleClass().add("form-row");
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        sentence.textProperty().bind(check.sentenceProperty());
        sentence.visibleProperty().bind(sentence.textProperty().isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        sentence.setTooltip(whole);
        field.getChildren().addAll(buttons, sentence);
        return field;
    }

    private static String name(String path) {
        int names = path.isEmpty() ? 0 : Path.of(path).getNameCount();
        // Checkpoints of all trainings have the same name, so their folders are shown.
        return names == 0
                ? path
                : Path.of(path).subpath(Math.max(0, names - 3), names).toString();
    }
}
