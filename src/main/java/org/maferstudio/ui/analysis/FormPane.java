package org.maferstudio.ui.analysis;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.workbench.NetworkChoice;

/** The form of a new analysis: films, networks, which frames, and where the results go. */
final class FormPane extends ScrollPane {
    private final AnalysisViewModel model;
    private final VBox films = new VBox();

    FormPane(AnalysisViewModel model) {
        this.model = model;
        getStyleClass().add("film-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        films.getStyleClass().add("film-chosen");
        model.form().films().addListener((ListChangeListener<Path>) change -> listFilms());
        Label promise = WrappingText.wrapped(new Label(Texts.of("analysis.form.promise")));
        promise.getStyleClass().add(Styles.TEXT_MUTED);
        VBox page = new VBox(dropPlace(), films, networks(), frames(), folder(), promise);
        page.getStyleClass().add("film-form");
        HBox centred = new HBox(page);
        centred.setAlignment(Pos.TOP_CENTER);
        HBox.setHgrow(page, Priority.ALWAYS);
        setContent(centred);
        listFilms();
    }

    private Node dropPlace() {
        Label line = WrappingText.wrapped(new Label(Texts.of("analysis.form.films.drop")));
        line.setTextAlignment(TextAlignment.CENTER);
        Button add = Buttons.secondary(Texts.of("analysis.form.films.add"), Feather.FILM, model::chooseFilms);
        add.setId("analysis-add");
        Button sample = Buttons.secondary(Texts.of("analysis.form.films.sample"), Feather.SMILE, model::addSample);
        FlowPane buttons = new FlowPane(add, sample);
        buttons.setAlignment(Pos.CENTER);
        buttons.getStyleClass().add("button-flow");
        VBox place = new VBox(new Icon(Feather.FILM), line, buttons);
        place.setAlignment(Pos.CENTER);
        place.getStyleClass().add("film-drop");
        return place;
    }

    private void listFilms() {
        films.getChildren().clear();
        for (Path film : model.form().films()) {
            Label name = new Label(film.getFileName().toString());
            name.setTooltip(new Tooltip(film.toString()));
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            Button remove = Buttons.icon(
                    Feather.X,
                    Texts.of("analysis.form.films.remove", film.getFileName()),
                    () -> model.form().films().remove(film));
            remove.getStyleClass().add(Styles.SMALL);
            HBox row = new HBox(new Icon(Feather.FILM), name, remove);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("film-chosen-row");
            films.getChildren().add(row);
        }
        films.setManaged(!films.getChildren().isEmpty());
    }

    private Node networks() {
        ComboBox<NetworkChoice> first = new ComboBox<>(model.form().networks().networks());
        first.setId("analysis-first");
        first.valueProperty().bindBidirectional(model.form().networks().firstProperty());
        ComboBox<NetworkChoice> second = new ComboBox<>(model.form().networks().seconds());
        second.setId("analysis-second");
        second.valueProperty().bindBidirectional(model.form().networks().secondProperty());
        return FormField.row(
                new FormField(Texts.of("analysis.form.network.label"), Texts.of("analysis.form.network.help"), first),
                new FormField(
                        Texts.of("analysis.form.compareWith.label"),
                        Texts.of("analysis.form.compareWith.help"),
                        second));
    }

    private Node frames() {
        AnalysisForm form = model.form();
        FormField every = FormField.number(
                Texts.of("analysis.form.every.label"), "", Texts.of("analysis.form.every.help"), form.every());
        FormField from = FormField.number(
                Texts.of("analysis.form.from.label"),
                Texts.of("analysis.form.from.help"),
                form.fromProperty(),
                form.fromMessage());
        FormField to = FormField.number(
                Texts.of("analysis.form.to.label"),
                Texts.of("analysis.form.to.help"),
                form.toProperty(),
                form.toMessage());
        prompt(from, Texts.of("analysis.form.from.prompt"));
        prompt(to, Texts.of("analysis.form.to.prompt"));
        return FormField.row(every, from, to);
    }

    private static void prompt(FormField field, String text) {
        field.getChildren().stream().filter(TextField.class::isInstance).forEach(input -> ((TextField) input)
                .setPromptText(text));
    }

    private Node folder() {
        TextField path = new TextField();
        path.setEditable(false);
        path.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.form().folderProperty().get().toString(),
                        model.form().folderProperty()));
        FormField field =
                new FormField(Texts.of("analysis.form.folder.label"), Texts.of("analysis.form.folder.help"), path);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button browse = Buttons.secondary(Texts.of("analysis.form.folder.browse"), Feather.FOLDER, model::chooseFolder);
        HBox row = new HBox(field, browse);
        row.getStyleClass().addAll("form-row", "form-row-bottom");
        return row;
    }
}
