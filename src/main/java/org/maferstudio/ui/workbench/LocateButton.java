package org.maferstudio.ui.workbench;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.controls.Icon;

/**
 * Asks for the location of an experiment's dataset, which a bundle does not contain; hidden if its images are shown.
 */
public final class LocateButton extends MenuButton {
    /** Of a dataset; files and folders are asked for by these dialogs. */
    public LocateButton(DatasetPlace dataset, FileDialogs dialogs) {
        super(Texts.of("parts.locate.title"), new Icon(Feather.MAP_PIN));
        getStyleClass().add(Styles.SMALL);
        setTooltip(new Tooltip(Texts.of("parts.locate.help")));
        MenuItem open = new MenuItem();
        open.textProperty().bind(dataset.openNameProperty().map(name -> Texts.of("parts.locate.open", name)));
        open.visibleProperty().bind(dataset.openNameProperty().isNotEmpty());
        open.setOnAction(event -> dataset.locateOpen());
        MenuItem folder = new MenuItem(Texts.of("parts.locate.folder"));
        folder.setOnAction(event -> dialogs.chooseFolder(Texts.of("parts.locate.folder"))
                .ifPresent(chosen -> dataset.locate(List.of(chosen))));
        MenuItem files = new MenuItem(Texts.of("parts.locate.files"));
        files.setOnAction(
                event -> dataset.locate(dialogs.chooseFiles(Texts.of("parts.locate.files"), List.of("zip", "csv"))));
        getItems().addAll(open, folder, files);
        visibleProperty().bind(dataset.missingProperty());
        managedProperty().bind(visibleProperty());
    }
}
