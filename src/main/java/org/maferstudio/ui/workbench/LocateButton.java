package org.maferstudio.ui.workbench;

import atlantafx.base.theme.Styles;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Icon;

/**
 * Asks for the location of an experiment's dataset, which a bundle does not contain; hidden if its images are shown.
 */
public final class LocateButton extends MenuButton {
    /** Of a dataset. */
    public LocateButton(DatasetPlace dataset) {
        super(Texts.of("common.locate.title"), new Icon(Feather.MAP_PIN));
        getStyleClass().add(Styles.SMALL);
        setTooltip(new Tooltip(Texts.of("common.locate.help")));
        MenuItem open = new MenuItem();
        open.textProperty().bind(dataset.openNameProperty().map(name -> Texts.of("common.locate.open", name)));
        open.visibleProperty().bind(dataset.openNameProperty().isNotEmpty());
        open.setOnAction(event -> dataset.locateOpen());
        MenuItem folder = new MenuItem(Texts.of("common.locate.folder"));
        folder.setOnAction(event -> dataset.locateFolder());
        MenuItem files = new MenuItem(Texts.of("common.locate.files"));
        files.setOnAction(event -> dataset.locateFiles());
        getItems().addAll(open, folder, files);
        visibleProperty().bind(dataset.missingProperty());
        managedProperty().bind(visibleProperty());
    }
}
