package org.maferstudio.ui.results.exchange;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.ui.parts.Buttons;
import org.maferstudio.ui.parts.Sheet;
import org.maferstudio.ui.parts.Words;

/** Says what goes into a bundle, and asks about the pictures. */
final class BundleSheet {
    private final Sheet sheet;

    /** Over its model. */
    BundleSheet(BundleExport export) {
        CheckBox pictures = new CheckBox("Pictures of the samples, at 48 pixels");
        pictures.selectedProperty().bindBidirectional(export.picturesProperty());
        Label warning =
                words("For FER2013 these are the dataset itself, and most licences of datasets forbid passing faces"
                        + " on. Without them a reviewer sees every number and the names of the samples.");
        warning.getStyleClass().add("bundle-warning");
        VBox form = new VBox(pictures, warning);
        sheet = new Sheet(
                "Bundle for a reviewer",
                content(export),
                form,
                Buttons.primary("Save\u2026", Feather.PACKAGE, export::save),
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
                words(
                        "One file that opens on any computer with this program: dropped on the window, through Open, or as"
                                + " mafer FILE.mafer. It can be looked at and not be changed; neither the dataset nor a"
                                + " graphics card is needed."),
                heading("What goes along"),
                words("The recipe, the course of the training, all predictions, embeddings and notes, and a checksum of"
                        + " each."),
                heading("What stays here"),
                words(
                        "The weights of the network, the log, the dataset, and where your files lie: of paths only the last"
                                + " name goes along."));
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
        Words.wrapped(words);
        return words;
    }
}
