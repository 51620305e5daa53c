package org.maferstudio.ui.results.importexport;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.report.painting.PrintColours;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.PaneDialog;
import org.maferstudio.ui.controls.SegmentedChoice;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** Chooses how a figure leaves the program, with the figure before one's eyes. */
final class FigureDialog {
    private final FigureExport export;
    private final PaneDialog dialog;

    /** Creates the view. */
    FigureDialog(FigureExport export, FigureRenderer figures) {
        this.export = export;
        Button save = Buttons.primary(Texts.of("results.importExport.save"), Feather.DOWNLOAD, export::save);
        save.disableProperty().bind(Bindings.createBooleanBinding(() -> !export.savable(), whatever()));
        dialog = new PaneDialog(
                Texts.of("results.figureDialog.title"), preview(figures), form(), save, export.openProperty());
        dialog.getStyleClass().add("figure-dialog");
    }

    Node node() {
        return dialog;
    }

    /** Whatever decides what is in the file. */
    private javafx.beans.Observable[] whatever() {
        return new javafx.beans.Observable[] {
            export.figureProperty(),
            export.formatProperty(),
            export.dpi().valueProperty(),
            export.fontSize().valueProperty()
        };
    }

    private Region preview(FigureRenderer figures) {
        FigurePreview picture = new FigurePreview(export, figures);
        TextArea text = new TextArea();
        text.setEditable(false);
        text.getStyleClass().add("figure-text");
        text.textProperty().bind(Bindings.createStringBinding(export::text, whatever()));
        BooleanBinding table = Bindings.createBooleanBinding(
                () -> export.formatProperty().get().isTable(), export.formatProperty());
        text.visibleProperty().bind(table.and(text.textProperty().isNotEmpty()));
        picture.visibleProperty().bind(table.not());
        EmptyState none = new EmptyState(
                Feather.IMAGE,
                Bindings.createStringBinding(
                        () -> export.problemProperty().get().isEmpty()
                                ? Texts.of("results.figureDialog.noTable")
                                : export.problemProperty().get(),
                        export.problemProperty()));
        none.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                                () -> !export.problemProperty().get().isEmpty(), export.problemProperty())
                        .or(table.and(text.textProperty().isEmpty())));
        return new StackPane(picture, text, none);
    }

    private VBox form() {
        ComboBox<FigureKind> content = new ComboBox<>(FXCollections.observableArrayList(FigureKind.values()));
        content.valueProperty().bindBidirectional(export.contentProperty());
        content.setConverter(Titles.of(FigureKind::title));
        content.setVisibleRowCount(FigureKind.values().length);
        ComboBox<Resolution> resolution = new ComboBox<>(export.resolutions());
        resolution.valueProperty().bindBidirectional(export.resolutionProperty());
        resolution.setConverter(Titles.of(Resolution::title));
        FormField at = new FormField(
                Texts.of("results.resolution.label"), Texts.of("results.figureDialog.resolution.help"), resolution);
        at.disableProperty().bind(when(what -> !what.atOneResolution()));
        VBox cells = group(
                Texts.of("results.figureDialog.cells.label"),
                new SegmentedChoice<>(
                        FXCollections.observableArrayList(Normalisation.values()),
                        Normalisation::title,
                        export.cellsProperty()));
        cells.disableProperty().bind(when(what -> what != FigureKind.CONFUSION));
        FormField dpi = FormField.number(
                Texts.of("results.figureDialog.dpi.label"),
                Texts.of("results.figureDialog.dpi.unit"),
                Texts.of("results.figureDialog.dpi.help"),
                export.dpi());
        dpi.disableProperty().bind(export.formatProperty().isNotEqualTo(FigureFormat.PNG));
        Label size = new Label();
        size.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        size.setWrapText(true);
        size.textProperty().bind(Bindings.createStringBinding(export::size, whatever()));
        VBox colours = group(
                Texts.of("results.figureDialog.colours.label"),
                new SegmentedChoice<>(
                        FXCollections.observableArrayList(PrintColours.values()),
                        PrintColours::title,
                        export.coloursProperty()));
        FormField letters = FormField.number(
                Texts.of("results.figureDialog.fontSize.label"),
                Texts.of("results.figureDialog.fontSize.unit"),
                Texts.of("results.figureDialog.fontSize.help"),
                export.fontSize());
        BooleanBinding table = Bindings.createBooleanBinding(
                () -> export.formatProperty().get().isTable(), export.formatProperty());
        colours.disableProperty().bind(table);
        letters.disableProperty().bind(table);
        return new VBox(
                new FormField(
                        Texts.of("results.figureDialog.figure.label"),
                        Texts.of("results.figureDialog.figure.help"),
                        content),
                paperNote(),
                at,
                cells,
                colours,
                group(
                        Texts.of("results.figureDialog.file.label"),
                        new SegmentedChoice<>(
                                FXCollections.observableArrayList(FigureFormat.values()),
                                FigureFormat::title,
                                export.formatProperty())),
                FormField.row(dpi, letters),
                size,
                note(export.withoutProperty()));
    }

    /** Which experiments are not in the figure; gone where all are. */
    private static Label note(ObservableStringValue text) {
        Label note = new Label();
        note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.WARNING);
        WrappingText.wrapped(note);
        note.textProperty().bind(text);
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private Label paperNote() {
        Label note = new Label(Texts.of("results.figureDialog.paperNote"));
        note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        WrappingText.wrapped(note);
        note.visibleProperty().bind(when(what -> what == FigureKind.PAPER));
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private BooleanBinding when(java.util.function.Predicate<FigureKind> holds) {
        return Bindings.createBooleanBinding(
                () -> holds.test(export.contentProperty().get()), export.contentProperty());
    }

    private static VBox group(String title, Node content) {
        VBox group = new VBox(new Label(title), content);
        group.getStyleClass().add("form-field");
        return group;
    }
}
