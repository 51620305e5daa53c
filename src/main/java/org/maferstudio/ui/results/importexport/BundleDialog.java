package org.maferstudio.ui.results.importexport;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.PaneDialog;
import org.maferstudio.ui.controls.WrappingText;

/** Says what goes into a bundle, and asks about the pictures. */
final class BundleDialog {
    private final PaneDialog sheet;

    /** Over its model. */
    BundleDialog(BundleExport export) {
        CheckBox pictures = new CheckBox(Texts.of("results.pictures-of-the-samples-at-48"));
        pictures.selectedProperty().bindBidirectional(export.picturesProperty());
        Label warning = words(Texts.of("results.bundleDialog.images.warning"));
        warning.getStyleClass().add("bundle-warning");
        VBox form = new VBox(pictures, warning);
        sheet = new PaneDialog(
                Texts.of("results.bundleDialog.title"),
                content(export),
                form,
                Buttons.primary(Texts.of("results.save"), Feather.PACKAGE, export::save),
                export.openProperty());
        sheet.getStyleClass().add("bundle-sheet");
    }

    Node node() {
        return sheet;
    }

    private static VBox content(BundleExport export) {
        Label name = new Label();
        name.textProperty().bind(export.nameProperty());
        name.getStyleClass().add(Styles.TEXT_BOLD);
        VBox content = new VBox(
                name,
                words(Texts.of("results.one-file-that-opens-on-any")),
                heading(Texts.of("results.what-goes-along")),
                words(Texts.of("results.the-recipe-the-course-of-the")),
                heading(Texts.of("results.what-stays-here")),
                words(Texts.of("results.the-weights-of-the-network-the")));
        content.getStyleClass().add("sheet-words");
        return content;
    }

    private static Label heading(String text) {
        Label heading = words(text);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        return heading;
    }

    private static Label words(String text) {
        Label words = new Label(text);
        WrappingText.wrapped(words);
        return words;
    }
}
