package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.PaneDialog;
import org.maferstudio.ui.controls.SegmentedChoice;
import org.maferstudio.ui.controls.WrappingText;

/** Asks what to crop, how faces are aligned, and where the crops go. */
final class FaceCropsDialog {
    private final PaneDialog dialog;

    /** Creates the view. */
    FaceCropsDialog(FaceCropsModel model) {
        ObservableValue<String> source = Bindings.createStringBinding(
                () -> model.sourceProperty().get() == null
                        ? Texts.of("datasets.crop.source.none")
                        : model.sourceProperty().get().line(),
                model.sourceProperty());
        ObservableValue<String> target = Bindings.createStringBinding(
                () -> model.targetProperty().get() == null
                        ? Texts.of("datasets.crop.source.none")
                        : model.targetProperty().get().toString(),
                model.targetProperty());
        Button other = Buttons.secondary(Texts.of("datasets.crop.choose"), Feather.FOLDER, model::chooseTarget);
        other.disableProperty().bind(model.sourceProperty().isNull());
        VBox form = new VBox(
                field(
                        Texts.of("datasets.crop.source.label"),
                        words(source),
                        Buttons.secondary(Texts.of("datasets.crop.choose"), Feather.FOLDER, model::chooseSource)),
                field(
                        Texts.of("datasets.crop.alignment.label"),
                        new SegmentedChoice<>(
                                FXCollections.observableArrayList(Alignment.values()),
                                FaceCropsDialog::title,
                                model.alignmentProperty())),
                field(Texts.of("datasets.crop.target.label"), words(target), other));
        VBox text = new VBox(
                Messages.problem(model.problemProperty()),
                words(Texts.of("datasets.crop.about")),
                heading(Texts.of("datasets.crop.alignment.label")),
                words(Texts.of("datasets.crop.alignment.about")),
                heading(Texts.of("datasets.crop.tables.label")),
                words(Texts.of("datasets.crop.tables.about")));
        text.getStyleClass().add("dialog-text");
        ScrollPane about = new ScrollPane(text);
        about.setFitToWidth(true);
        about.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Button start = Buttons.primary(Texts.of("datasets.crop.start"), Feather.CROP, model::start);
        start.disableProperty().bind(model.targetProperty().isNull());
        dialog = new PaneDialog(Texts.of("datasets.crop.title"), about, form, start, model.openProperty());
    }

    Node node() {
        return dialog;
    }

    private static String title(Alignment alignment) {
        return switch (alignment) {
            case NONE -> Texts.of("datasets.crop.alignment.none");
            case EYES -> Texts.of("datasets.crop.alignment.eyes");
            case FIVE_POINT -> Texts.of("datasets.crop.alignment.fivePoint");
        };
    }

    private static Node field(String title, Node... content) {
        VBox field = new VBox(heading(title));
        field.getChildren().addAll(content);
        field.getStyleClass().add("dialog-field");
        return field;
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

    private static Label words(ObservableValue<String> text) {
        Label words = words("");
        words.textProperty().bind(text);
        return words;
    }
}
