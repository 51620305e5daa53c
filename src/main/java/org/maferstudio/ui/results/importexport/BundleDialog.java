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

/** Explains what a bundle includes, and asks whether to include images. */
final class BundleDialog {
    private final PaneDialog dialog;

    /** Creates the view. */
    BundleDialog(BundleExport export) {
        CheckBox pictures = new CheckBox(Texts.of("results.bundleDialog.images.label"));
        pictures.selectedProperty().bindBidirectional(export.imagesProperty());
        Label warning = words(Texts.of("results.bundleDialog.images.warning"));
        warning.getStyleClass().add("bundle-warning");
        VBox form = new VBox(pictures, warning);
        dialog = new PaneDialog(
                Texts.of("results.bundleDialog.title"),
                content(export),
                form,
                Buttons.primary(Texts.of("results.importExport.save"), Feather.PACKAGE, export::save),
                export.openProperty());
        dialog.getStyleClass().add("bundle-dialog");
    }

    Node node() {
        return dialog;
    }

    private static VBox content(BundleExport export) {
        Label name = new Label();
        name.textProperty().bind(export.nameProperty());
        name.getStyleClass().add(Styles.TEXT_BOLD);
        VBox content = new VBox(
                name,
                words(Texts.of("results.bundleDialog.about")),
                heading(Texts.of("results.bundleDialog.included.label")),
                words(Texts.of("results.bundleDialog.included.text")),
                heading(Texts.of("results.bundleDialog.excluded.label")),
                words(Texts.of("results.bundleDialog.excluded.text")));
        content.getStyleClass().add("dialog-text");
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
