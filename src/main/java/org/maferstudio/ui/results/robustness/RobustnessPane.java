package org.maferstudio.ui.results.robustness;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.SpotPane;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** Accuracy by the strength of a degradation: all shown experiments, the classes of the first, and differences. */
public final class RobustnessPane extends VBox {
    private final RobustnessViewModel model;
    private final FigurePane curves;
    private final FigurePane classes;

    /** Creates the view. */
    public RobustnessPane(RobustnessViewModel model, FigureRenderer figures) {
        this.model = model;
        getStyleClass().add("robustness");
        curves = figure(figures, "robustness", model::curves);
        classes = figure(figures, "robustness-classes", model::classes);
        Label note = new Label();
        WrappingText.wrapped(note);
        note.getStyleClass().add(Styles.TEXT_MUTED);
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        StackPane results = new StackPane(results(), empty());
        VBox.setVgrow(results, Priority.ALWAYS);
        getChildren().addAll(tools(), note, results);
    }

    /** Saves the curves. */
    public void save() {
        curves.save();
    }

    /** Saves the heat map of the classes. */
    public void saveClasses() {
        classes.save();
    }

    private FigurePane figure(FigureRenderer figures, String name, Supplier<Figure> figure) {
        FigurePane pane = new FigurePane(figures, name);
        pane.suggest(() -> model.fileName(name), model::header);
        pane.figureProperty().bind(Bindings.createObjectBinding(figure::get, model.comparisonProperty()));
        return pane;
    }

    private Node tools() {
        ComboBox<DegradationKind> kind = new ComboBox<>(FXCollections.observableArrayList(DegradationKind.values()));
        kind.setConverter(Titles.of(DegradationKind::title));
        kind.valueProperty().bindBidirectional(model.form().kindProperty());
        kind.setId("degradation");
        TextField strengths = new TextField();
        strengths.textProperty().bindBidirectional(model.form().strengthsProperty());
        strengths.setId("strengths");
        FormField typed = new FormField(
                Texts.of("results.robustness.strengths.label"),
                Texts.of("results.robustness.strengths.help"),
                strengths);
        typed.bindMessage(model.form().messageProperty());
        HBox.setHgrow(typed, Priority.ALWAYS);
        Button evaluate = Buttons.secondary(Texts.of("results.robustness.evaluate"), Feather.PLAY, model::evaluate);
        evaluate.setId("evaluate-degraded");
        evaluate.disableProperty().bind(model.form().messageProperty().isNotEmpty());
        evaluate.setMinWidth(USE_PREF_SIZE);
        HBox tools = new HBox(
                new FormField(
                        Texts.of("results.robustness.kind.label"), Texts.of("results.robustness.kind.help"), kind),
                typed,
                evaluate);
        tools.setAlignment(Pos.BOTTOM_LEFT);
        tools.getStyleClass().add("robustness-tools");
        return tools;
    }

    private Node results() {
        ReadOnlyObjectProperty<RobustnessComparison> comparison = model.comparisonProperty();
        GridPane both = new GridPane();
        both.addRow(
                0,
                headed(new Label(Texts.of("results.robustness.curves")), curves),
                headed(first(name -> Texts.of("results.robustness.classesOf", name)), classes));
        for (int percent : List.of(54, 46)) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            both.getColumnConstraints().add(column);
        }
        both.getChildren().forEach(each -> GridPane.setVgrow(each, Priority.ALWAYS));
        VBox.setVgrow(both, Priority.ALWAYS);
        both.setMinHeight(0);
        DifferenceTable differences = new DifferenceTable(comparison);
        Label about = first(name -> Texts.of("results.robustness.table.about", name));
        about.visibleProperty().bind(differences.visibleProperty());
        about.managedProperty().bind(about.visibleProperty());
        VBox results = new VBox(both, about, differences);
        results.getStyleClass().add("robustness");
        results.visibleProperty().bind(isEmpty().not());
        return results;
    }

    /** A label with the name of the first experiment. */
    private Label first(UnaryOperator<String> text) {
        Label label = new Label();
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.comparisonProperty().get().networks().stream()
                                .findFirst()
                                .map(network -> text.apply(network.name()))
                                .orElse(""),
                        model.comparisonProperty()));
        return label;
    }

    private static Node headed(Label heading, FigurePane figure) {
        heading.getStyleClass().add("figure-heading");
        SpotPane spots = new SpotPane(figure);
        VBox.setVgrow(spots, Priority.ALWAYS);
        VBox headed = new VBox(heading, spots);
        headed.setMinSize(0, 0);
        return headed;
    }

    private Node empty() {
        EmptyState none = new EmptyState(Feather.CLOUD_DRIZZLE, Texts.of("results.robustness.empty"));
        none.visibleProperty().bind(isEmpty());
        return none;
    }

    private BooleanBinding isEmpty() {
        return Bindings.createBooleanBinding(
                () -> model.comparisonProperty().get().networks().isEmpty(), model.comparisonProperty());
    }
}
