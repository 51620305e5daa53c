package org.maferstudio.ui.results;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.SegmentedChoice;
import org.maferstudio.ui.controls.SpotPane;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.results.selection.ExperimentResults;

/** The figures next to the matrix: the classes above, the rest in tabs below; bars, points and cells lead to samples. */
final class ResultsCharts extends VBox {
    /** How the classes are shown. */
    private enum Classes {
        BARS(Texts.of("results.charts.classes.bars")),
        TABLE(Texts.of("results.charts.classes.table"));

        private final String title;

        Classes(String title) {
            this.title = title;
        }
    }

    /** The minimum width for two figures side by side, in ems. */
    private static final double ROOM_FOR_TWO = 34;

    /** Of the tabs while nothing is above them. */
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    private final ResultsViewModel model;
    private final FigureRenderer figures;
    private final ObjectProperty<Classes> as = new SimpleObjectProperty<>(this, "as", Classes.BARS);
    private final TabPane tabs = new TabPane();
    private final Label letters = WrappingText.measure();

    /** Whether there is no room for the confidence figures side by side. */
    private final BooleanBinding stacked = Bindings.createBooleanBinding(
            () -> getWidth() < ROOM_FOR_TWO * letters.getFont().getSize(), widthProperty(), letters.fontProperty());

    private final SpotPane classes;
    private final SpotPane resolutions;
    private final SpotPane heatmap;
    private final FigurePane reliability;
    private final FigurePane coverage;
    private final FigurePane history;

    /** Over the figures of a model. */
    ResultsCharts(ResultsViewModel model, FigureRenderer figures) {
        this.model = model;
        this.figures = figures;
        getStyleClass().add("results-charts");
        classes = spots(FigureKind.CLASSES);
        resolutions = spots(FigureKind.RESOLUTION);
        heatmap = spots(FigureKind.HEATMAP);
        Tab heat = new Tab(Texts.of("results.charts.heatmap.tab"), heatmap);
        Tab trust = new Tab(Texts.of("results.charts.confidence"));
        Tab training = new Tab(FigureKind.HISTORY.title());
        reliability = another(FigureKind.RELIABILITY, trust.selectedProperty());
        coverage = another(FigureKind.COVERAGE, trust.selectedProperty());
        history = another(FigureKind.HISTORY);
        trust.setContent(confidence());
        training.setContent(new SpotPane(history));
        // With thousands of classes there is no figure by class, and the other figures use the space.
        BooleanBinding byClass = byClass();
        heat.disableProperty().bind(byClass.not());
        heat.disableProperty().addListener((property, old, now) -> {
            if (now && heat.isSelected()) {
                tabs.getSelectionModel().selectFirst();
            }
        });
        tabs.getTabs()
                .addAll(List.of(new Tab(Texts.of("results.resolution.label"), resolutions), heat, trust, training));
        showValues();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox upper = upper();
        // Curves under one another need the whole height, too.
        upper.visibleProperty()
                .bind(byClass.and(training.selectedProperty().not())
                        .and(trust.selectedProperty().and(stacked).not()));
        upper.managedProperty().bind(upper.visibleProperty());
        upper.visibleProperty().addListener((property, old, now) -> tabs.pseudoClassStateChanged(ALONE, !now));
        for (Region half : List.of(upper, tabs)) {
            VBox.setVgrow(half, Priority.ALWAYS);
            half.setPrefHeight(1);
        }
        getChildren().addAll(upper, tabs, letters);
    }

    /** A tab with the values that are no classes, while there are any. */
    private void showValues() {
        ValueTable table = new ValueTable();
        Tab tab = new Tab(Texts.of("results.charts.values"), table);
        Runnable update = () -> {
            table.show(model.shown().figuresProperty().get());
            if (table.getItems().isEmpty()) {
                tabs.getTabs().remove(tab);
            } else if (!tabs.getTabs().contains(tab)) {
                tabs.getTabs().add(1, tab);
            }
        };
        model.shown().figuresProperty().addListener((property, old, now) -> update.run());
        update.run();
    }

    /** Where the room is too low for both halves, they keep their height, and one scrolls to the other. */
    ScrollPane scrolled() {
        ScrollPane scrolled = new ScrollPane(this);
        scrolled.setFitToWidth(true);
        scrolled.setFitToHeight(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.getStyleClass().addAll("results-charts-scroll", "edge-to-edge");
        return scrolled;
    }

    private VBox upper() {
        ClassTable table = new ClassTable(model);
        classes.visibleProperty().bind(as.isEqualTo(Classes.BARS));
        table.visibleProperty().bind(as.isEqualTo(Classes.TABLE));
        model.shown().classes().watchedProperty().bind(table.visibleProperty());
        StackPane place = new StackPane(classes, table);
        table.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        Label heading = new Label(FigureKind.CLASSES.title());
        heading.getStyleClass().add("figure-heading");
        SegmentedChoice<Classes> how = new SegmentedChoice<>(List.of(Classes.values()), each -> each.title, as);
        HBox head = new HBox(heading, new Spacer(), how);
        head.getStyleClass().add("section-head");
        VBox upper = new VBox(head, place);
        upper.getStyleClass().add("class-accuracy");
        return upper;
    }

    /** Both figures of confidence, and why an experiment is not in them. */
    private VBox confidence() {
        Label why = new Label();
        WrappingText.wrapped(why);
        why.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        why.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.shown().figuresProperty().get().withoutConfidence(),
                        model.shown().figuresProperty()));
        why.visibleProperty().bind(why.textProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        GridPane both = sideBySide(reliability, coverage);
        VBox.setVgrow(both, Priority.ALWAYS);
        return new VBox(why, both);
    }

    /** Two figures side by side, or stacked if that would be too narrow. */
    private GridPane sideBySide(FigurePane first, FigurePane second) {
        GridPane both = new GridPane();
        both.addRow(0, first, second);
        for (FigurePane each : List.of(first, second)) {
            GridPane.setHgrow(each, Priority.ALWAYS);
            GridPane.setVgrow(each, Priority.ALWAYS);
            each.setPrefSize(1, 1);
        }
        ChangeListener<Boolean> arrange =
                (property, old, now) -> GridPane.setConstraints(second, now ? 0 : 1, now ? 1 : 0);
        arrange.changed(stacked, null, stacked.get());
        stacked.addListener(arrange);
        return both;
    }

    /** What can be saved, by the name of the menu's entry. */
    Map<String, Runnable> saveActions() {
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put(FigureKind.CLASSES.title(), classes::save);
        actions.put(FigureKind.RESOLUTION.title(), resolutions::save);
        actions.put(FigureKind.HEATMAP.title(), heatmap::save);
        actions.put(FigureKind.HISTORY.title(), history::save);
        return actions;
    }

    /** Whether the classes are few enough for figures of each. */
    private BooleanBinding byClass() {
        return Bindings.createBooleanBinding(
                () -> model.shown().figuresProperty().get().tooMany().isEmpty(),
                model.shown().figuresProperty());
    }

    /** One more figure of the shown experiments. */
    FigurePane another(FigureKind kind) {
        return another(kind, new SimpleObjectProperty<>(true).isNotNull());
    }

    /** A figure that is computed only while it is visible. */
    private FigurePane another(FigureKind kind, ObservableBooleanValue lookedAt) {
        FigurePane pane = new FigurePane(figures, kind.id());
        pane.suggest(
                () -> model.shown().figuresProperty().get().fileName(kind.id()),
                () -> model.shown().figuresProperty().get().header(kind));
        pane.figureProperty()
                .bind(Bindings.createObjectBinding(
                        () -> lookedAt.get()
                                ? model.shown().figuresProperty().get().figure(kind)
                                : null,
                        model.shown().figuresProperty(),
                        lookedAt));
        return pane;
    }

    /** A figure whose spots lead to samples of the experiments of its series. */
    private SpotPane spots(FigureKind kind) {
        FigurePane pane = another(kind);
        SpotPane spots = new SpotPane(pane, spot -> {
            List<ExperimentResults> all = model.shown().figuresProperty().get().sources(kind);
            if (spot == null) {
                model.samples().clear();
            } else if (spot.series() < all.size()) {
                model.choose(all.get(spot.series()), spot);
            }
        });
        Runnable mark = () -> spots.mark(spot -> {
            List<ExperimentResults> all = model.shown().figuresProperty().get().sources(kind);
            return spot.series() < all.size() && model.isChosen(all.get(spot.series()), spot);
        });
        model.samples().pickedProperty().addListener((property, old, now) -> mark.run());
        model.shown().figuresProperty().addListener((property, old, now) -> mark.run());
        return spots;
    }
}
