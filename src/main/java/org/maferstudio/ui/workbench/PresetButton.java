package org.maferstudio.ui.workbench;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.Popovers;

/** Opens the commands on the user's presets: a name, and buttons to save, rename and delete. */
public final class PresetButton extends Button {
    /**
     * Creates a button.
     *
     * @param id of the button; its commands have it as a prefix
     */
    public PresetButton(PresetEdits edits, String id) {
        super(null, new Icon(Feather.BOOKMARK));
        setId(id);
        getStyleClass().add(Styles.BUTTON_ICON);
        setTooltip(new Tooltip(Texts.of("common.presets.help")));
        setAccessibleText(Texts.of("common.presets.help"));
        disableProperty().bind(edits.availableProperty().not());

        TextField name = new TextField();
        name.setId(id + "-name");
        name.textProperty().bindBidirectional(edits.nameProperty());
        FormField field =
                new FormField(Texts.of("common.presets.name.label"), Texts.of("common.presets.name.help"), name);
        field.bindMessage(edits.messageProperty());
        Button save = Buttons.secondary("", Feather.SAVE, edits::save);
        save.setId(id + "-save");
        save.textProperty()
                .bind(Bindings.when(edits.replacingProperty())
                        .then(Texts.of("common.presets.replace"))
                        .otherwise(Texts.of("common.presets.save")));
        save.disableProperty().bind(edits.savableProperty().not());
        name.setOnAction(event -> save.fire());
        Button rename = Buttons.secondary(Texts.of("common.presets.rename"), Feather.EDIT_2, edits::rename);
        rename.setId(id + "-rename");
        rename.disableProperty().bind(edits.renamableProperty().not());
        Button delete = Buttons.secondary(Texts.of("common.presets.delete"), Feather.TRASH_2, edits::delete);
        delete.setId(id + "-delete");
        delete.disableProperty().bind(edits.ownProperty().not());
        HBox buttons = new HBox(save, rename, delete);
        buttons.getStyleClass().add("form-row");
        VBox box = new VBox(field, buttons);
        box.getStyleClass().add("preset-commands");

        Popover floating = Popovers.of(box, Popover.ArrowLocation.TOP_LEFT);
        setOnAction(event -> edits.openProperty().set(true));
        edits.openProperty().addListener((property, old, now) -> {
            if (now) {
                floating.show(this);
                name.requestFocus();
                name.selectAll();
            } else {
                floating.hide();
            }
        });
        floating.setOnHidden(event -> edits.openProperty().set(false));
    }
}
