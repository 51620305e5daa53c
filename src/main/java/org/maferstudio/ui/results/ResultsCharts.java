package org.maferstudio.ui.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maferstudio.datasets.Sample;
import org.maferstudio.report.Figure;
import org.maferstudio.ui.parts.FigurePane;
import org.maferstudio.ui.parts.Figures;
import org.maferstudio.ui.parts.Thumbnails;
import org.maferstudio.ui.results.samples.SampleList;
import org.maferstudio.ui.results.shown.ResultsFigures;

/** The figures beside the matrix: the classes (or the samples of a cell) above, the rest in tabs below. */
final class ResultsCharts extends VBox {
    private final ResultsViewModel model;
    private final Figures figures;
    private final FigurePane classes;
    private final FigurePane resolutions;
    private final FigurePane heatmap;
    private final FigurePane history;

    /** Over the figures of a model. */
    ResultsCharts(ResultsViewModel model, Figures figures, Thumbnails<Sample> thumbnails) {
        this.model = model;
        this.figures = figures;
        getStyleClass().add("results-charts");
        classes = another("classes", ResultsFigures::classes);
        resolutions = another("resolution", ResultsFigures::resolutions);
        heatmap = another("heatmap", ResultsFigures::heatmap);
        history = another("history", ResultsFigures::history);
        SampleList samples = new SampleList(model.cells(), thumbnails);
        samples.visibleProperty().bind(model.cells().cellProperty().isNotNull());
        VBox bars = new VBox(heading("Accuracy of each class"), classes);
        VBox.setVgrow(classes, Priority.ALWAYS);
        bars.visibleProperty().bind(samples.visibleProperty().not());
        StackPane upper = new StackPane(bars, samples);
        // With classes by the thousand there is nothing to say of each, and the rest has the room for itself.
        BooleanBinding byClass = byClass();
        Tab heat = tab("Heat map", heatmap);
        heat.disableProperty().bind(byClass.not());
        Tab training = tab("Training", history);
        TabPane lower = new TabPane(tab("By resolution", resolutions), heat, training);
        // Four curves under one another need the whole height, too.
        upper.visibleProperty()
                .bind(byClass.and(
                        samples.visibleProperty().or(training.selectedProperty().not())));
        upper.managedProperty().bind(upper.visibleProperty());
        heat.disableProperty().addListener((property, old, now) -> {
            if (now && heat.isSelected()) {
                lower.getSelectionModel().selectFirst();
            }
        });
        // Samples need the whole height: their gallery, and the selected ones in detail.
        lower.visibleProperty()
                .bind(samples.visibleProperty().not().or(upper.visibleProperty().not()));
        lower.managedProperty().bind(lower.visibleProperty());
        lower.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Region half : List.of(upper, lower)) {
            VBox.setVgrow(half, Priority.ALWAYS);
            half.setPrefHeight(1);
            half.setMinHeight(0);
        }
        getChildren().addAll(upper, lower);
    }

    /** What can be saved, by the name of the menu's entry. */
    Map<String, Runnable> saveActions() {
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put("Accuracy of each class", classes::save);
        actions.put("Accuracy by resolution", resolutions::save);
        actions.put("Class by resolution", heatmap::save);
        actions.put("Training", history::save);
        return actions;
    }

    /** Whether the classes are few enough for figures of each. */
    private BooleanBinding byClass() {
        return Bindings.createBooleanBinding(
                () -> model.shown().figuresProperty().get().tooMany().isEmpty(),
                model.shown().figuresProperty());
    }

    /** One more picture of what is shown. */
    FigurePane another(String name, Function<ResultsFigures, Figure> make) {
        FigurePane pane = new FigurePane(figures, name);
        pane.figureProperty()
                .bind(Bindings.createObjectBinding(
                        () -> make.apply(model.shown().figuresProperty().get()),
                        model.shown().figuresProperty()));
        return pane;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().addAll("figure-heading");
        return heading;
    }

    private static Tab tab(String title, FigurePane content) {
        return new Tab(title, content);
    }
}
