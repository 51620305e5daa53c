package org.maferstudio.ui.results;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maferstudio.report.Figure;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.parts.FigurePane;
import org.maferstudio.ui.parts.Figures;
import org.maferstudio.ui.parts.Segments;
import org.maferstudio.ui.parts.Words;
import org.maferstudio.ui.results.shown.ExperimentResults;
import org.maferstudio.ui.results.shown.ResultsFigures;

/** The figures beside the matrix: the classes above, the rest in tabs below; bars, points and cells lead to samples. */
final class ResultsCharts extends VBox {
    /** How the classes are shown. */
    private enum Classes {
        BARS(Texts.of("results.bars")),
        TABLE(Texts.of("results.table"));

        private final String title;

        Classes(String title) {
            this.title = title;
        }
    }

    private final ResultsViewModel model;
    private final Figures figures;
    private final ObjectProperty<Classes> as = new SimpleObjectProperty<>(this, "as", Classes.BARS);
    private final TabPane tabs = new TabPane();
    private final SpotPane classes;
    private final SpotPane resolutions;
    private final SpotPane heatmap;
    private final FigurePane reliability;
    private final FigurePane coverage;
    private final FigurePane history;

    /** Over the figures of a model. */
    ResultsCharts(ResultsViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
        getStyleClass().add("results-charts");
        classes = spots("classes", ResultsFigures::classes, ResultsFigures::comparable);
        resolutions = spots("resolution", ResultsFigures::resolutions, ResultsFigures::swept);
        heatmap = spots("heatmap", ResultsFigures::heatmap, ResultsFigures::swept);
        Tab heat = new Tab(Texts.of("results.heat-map"), heatmap);
        Tab trust = new Tab(Texts.of("results.confidence"));
        Tab training = new Tab(Texts.of("results.training"));
        reliability = another("reliability", ResultsFigures::reliability, trust.selectedProperty());
        coverage = another("coverage", ResultsFigures::coverage, trust.selectedProperty());
        history = another("history", ResultsFigures::history);
        trust.setContent(confidence());
        training.setContent(history);
        // With classes by the thousand there is nothing to say of each, and the rest has the room for itself.
        BooleanBinding byClass = byClass();
        heat.disableProperty().bind(byClass.not());
        heat.disableProperty().addListener((property, old, now) -> {
            if (now && heat.isSelected()) {
                tabs.getSelectionModel().selectFirst();
            }
        });
        tabs.getTabs().addAll(List.of(new Tab(Texts.of("results.resolution"), resolutions), heat, trust, training));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox upper = upper();
        // Four curves under one another need the whole height, too.
        upper.visibleProperty().bind(byClass.and(training.selectedProperty().not()));
        upper.managedProperty().bind(upper.visibleProperty());
        for (Region half : List.of(upper, tabs)) {
            VBox.setVgrow(half, Priority.ALWAYS);
            half.setPrefHeight(1);
            half.setMinHeight(0);
        }
        getChildren().addAll(upper, tabs);
    }

    private VBox upper() {
        ClassTable table = new ClassTable(model);
        classes.visibleProperty().bind(as.isEqualTo(Classes.BARS));
        table.visibleProperty().bind(as.isEqualTo(Classes.TABLE));
        model.shown().classes().watchedProperty().bind(table.visibleProperty());
        StackPane place = new StackPane(classes, table);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        Label heading = new Label(Texts.of("results.accuracy-of-each-class"));
        heading.getStyleClass().add("figure-heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Segments<Classes> how =
                new Segments<>(FXCollections.observableArrayList(Classes.values()), each -> each.title, as);
        HBox head = new HBox(heading, space, how);
        head.getStyleClass().add("section-head");
        return new VBox(head, place);
    }

    /** Both figures of confidence, and why an experiment is not in them. */
    private Node confidence() {
        Label why = new Label();
        Words.wrapped(why);
        why.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        why.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.shown().figuresProperty().get().withoutConfidence(),
                        model.shown().figuresProperty()));
        why.visibleProperty().bind(why.textProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        Node both = beside(reliability, coverage);
        VBox.setVgrow(both, Priority.ALWAYS);
        return new VBox(why, both);
    }

    private static Node beside(FigurePane left, FigurePane right) {
        HBox both = new HBox(left, right);
        for (FigurePane each : List.of(left, right)) {
            HBox.setHgrow(each, Priority.ALWAYS);
            each.setPrefWidth(1);
        }
        return both;
    }

    /** What can be saved, by the name of the menu's entry. */
    Map<String, Runnable> saveActions() {
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put(Texts.of("results.accuracy-of-each-class"), classes::save);
        actions.put(Texts.of("results.accuracy-by-resolution"), resolutions::save);
        actions.put(Texts.of("results.class-by-resolution"), heatmap::save);
        actions.put(Texts.of("results.training"), history::save);
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
        return another(name, make, new SimpleObjectProperty<>(true).isNotNull());
    }

    /** One that is made only while it is looked at. */
    private FigurePane another(String name, Function<ResultsFigures, Figure> make, ObservableBooleanValue lookedAt) {
        FigurePane pane = new FigurePane(figures, name);
        pane.suggest(() -> model.shown().figuresProperty().get().fileName(name));
        pane.figureProperty()
                .bind(Bindings.createObjectBinding(
                        () -> lookedAt.get()
                                ? make.apply(model.shown().figuresProperty().get())
                                : null,
                        model.shown().figuresProperty(),
                        lookedAt));
        return pane;
    }

    /** A picture whose spots lead to samples of the experiments of its series. */
    private SpotPane spots(
            String name,
            Function<ResultsFigures, Figure> make,
            Function<ResultsFigures, List<ExperimentResults>> series) {
        FigurePane pane = another(name, make);
        SpotPane spots = new SpotPane(pane, spot -> {
            List<ExperimentResults> all =
                    series.apply(model.shown().figuresProperty().get());
            if (spot == null) {
                model.samples().clear();
            } else if (spot.series() < all.size()) {
                model.choose(all.get(spot.series()), spot);
            }
        });
        Runnable mark = () -> spots.mark(spot -> {
            List<ExperimentResults> all =
                    series.apply(model.shown().figuresProperty().get());
            return spot.series() < all.size() && model.isChosen(all.get(spot.series()), spot);
        });
        model.samples().pickedProperty().addListener((property, old, now) -> mark.run());
        model.shown().figuresProperty().addListener((property, old, now) -> mark.run());
        return spots;
    }
}
