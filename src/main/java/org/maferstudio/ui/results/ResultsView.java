package org.maferstudio.ui.results;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.results.Normalisation;
import org.maferstudio.ui.parts.Buttons;
import org.maferstudio.ui.parts.EmptyState;
import org.maferstudio.ui.parts.FigurePane;
import org.maferstudio.ui.parts.Figures;
import org.maferstudio.ui.parts.Icon;
import org.maferstudio.ui.parts.PaneView;
import org.maferstudio.ui.parts.ProblemBar;
import org.maferstudio.ui.parts.Segments;
import org.maferstudio.ui.parts.Thumbnails;
import org.maferstudio.ui.results.beyond.DatasetsPane;
import org.maferstudio.ui.results.beyond.PaperPane;
import org.maferstudio.ui.results.evaluation.EvaluationPopup;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.results.experiments.ExperimentTable;
import org.maferstudio.ui.results.shown.HeadlineView;
import org.maferstudio.ui.results.shown.Page;
import org.maferstudio.ui.results.shown.ResultsFigures;

/** The pane of results: experiments at the left, the matrix in the middle, the other figures at the right. */
public final class ResultsView implements PaneView {
    private final StackPane root = new StackPane();
    private final ResultsViewModel model;
    private final ConfusionMatrixPane matrix;
    private final ResultsCharts charts;
    private final TextField search = new TextField();
    private final Button openFolder;
    private final Button evaluate;
    private final MenuButton save = new MenuButton("Save figure\u2026", new Icon(Feather.DOWNLOAD));

    /** Over its model; the thumbnails show samples. */
    public ResultsView(ResultsViewModel model, Figures figures, Thumbnails<Sample> thumbnails) {
        this.model = model;
        matrix = new ConfusionMatrixPane(figures);
        charts = new ResultsCharts(model, figures, thumbnails);
        EvaluationPopup popup = new EvaluationPopup(model.evaluations().form(), model::evaluate);
        evaluate = new Button("Evaluate\u2026", new Icon(Feather.PLAY));
        evaluate.getStyleClass().add(Styles.ACCENT);
        evaluate.setMinWidth(Region.USE_PREF_SIZE);
        evaluate.setOnAction(event -> popup.show(evaluate));
        ObjectProperty<ExperimentRow> selected = model.experiments().selectedProperty();
        evaluate.disableProperty()
                .bind(Bindings.createBooleanBinding(
                                () -> selected.get() == null || selected.get().readOnly(), selected)
                        .or(model.stateProperty().isEqualTo(ResultsViewModel.State.TRAINING)));
        openFolder = Buttons.secondary("Open folder\u2026", Feather.FOLDER, model::openFolder);
        search.setPromptText("Filter");
        search.setAccessibleText("Filter experiments");
        search.setPrefColumnCount(12);
        search.textProperty().bindBidirectional(model.experiments().filterProperty());
        saveMenu();
        root.getStyleClass().add("results");
        root.getChildren().addAll(page(), empty());
    }

    private void saveMenu() {
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.getItems().add(item("Confusion matrix", matrix::save));
        charts.saveActions().forEach((title, action) -> save.getItems().add(item(title, action)));
        save.disableProperty().bind(model.stateProperty().isNotEqualTo(ResultsViewModel.State.SHOWN));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Node empty() {
        EmptyState none = new EmptyState(
                Feather.GRID,
                "No experiments yet: what you train appears here, with its confusion matrix and its accuracy at each"
                        + " resolution.",
                Buttons.primary("Train a network", Feather.TRENDING_UP, model::train));
        none.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.NO_EXPERIMENTS));
        return none;
    }

    private Node page() {
        BorderPane page = new BorderPane();
        page.visibleProperty()
                .bind(model.stateProperty()
                        .isNotEqualTo(ResultsViewModel.State.NO_EXPERIMENTS)
                        .and(model.stateProperty().isNotEqualTo(ResultsViewModel.State.READING)));
        ExperimentTable table = new ExperimentTable(model.experiments());
        VBox left = new VBox(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        left.getStyleClass().add("results-list");
        page.setLeft(left);
        ProblemBar problem = new ProblemBar();
        problem.sentenceProperty().bindBidirectional(model.problemProperty());
        StackPane content = new StackPane(figures(), notEvaluated(), training());
        VBox.setVgrow(content, Priority.ALWAYS);
        page.setCenter(new VBox(problem, content));
        return page;
    }

    private Node notEvaluated() {
        EmptyState none = new EmptyState(
                Feather.HELP_CIRCLE,
                "This experiment has no predictions yet.",
                Buttons.secondary("Evaluate\u2026", Feather.PLAY, evaluate::fire));
        none.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.NOT_EVALUATED));
        return none;
    }

    private Node training() {
        Label words = new Label("It is being trained: confusion matrix and accuracies appear here when it has ended.");
        words.getStyleClass().add(Styles.TEXT_MUTED);
        words.setWrapText(true);
        FigurePane curves = charts.another("history", ResultsFigures::history);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox box = new VBox(words, curves);
        box.getStyleClass().add("results-page");
        box.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.TRAINING));
        return box;
    }

    private Node figures() {
        matrix.selectedProperty().bindBidirectional(model.cells().cellProperty());
        matrix.figureProperty()
                .bind(Bindings.createObjectBinding(
                        () -> model.shown()
                                .figuresProperty()
                                .get()
                                .confusion(model.shown().normalisationProperty().get()),
                        model.shown().figuresProperty(),
                        model.shown().normalisationProperty()));
        Label sentence = new Label();
        sentence.getStyleClass().add("cell-sentence");
        sentence.textProperty()
                .bind(Bindings.when(matrix.sentenceProperty().isEmpty())
                        .then("Click a cell (or arrow keys and Enter) to list its samples.")
                        .otherwise(matrix.sentenceProperty()));
        StringBinding tooMany = Bindings.createStringBinding(
                () -> model.shown().figuresProperty().get().tooMany(),
                model.shown().figuresProperty());
        EmptyState instead = new EmptyState(Feather.GRID, tooMany);
        instead.getStyleClass().add("many-classes");
        instead.visibleProperty().bind(tooMany.isNotEmpty());
        matrix.visibleProperty().bind(tooMany.isEmpty());
        sentence.visibleProperty().bind(tooMany.isEmpty());
        StackPane place = new StackPane(matrix, instead);
        VBox middle = new VBox(
                tools(tooMany.isEmpty()),
                place,
                sentence,
                new ResolutionSlider(model.shown().resolutions(), model.shown().resolutionProperty()));
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        middle.getStyleClass().add("results-matrix");
        GridPane columns = new GridPane();
        columns.addRow(0, middle, charts);
        columns.getColumnConstraints().addAll(share(56), share(44));
        GridPane.setVgrow(middle, Priority.ALWAYS);
        columns.getStyleClass().add("results-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox page = new VBox(
                top(),
                new StackPane(
                        page(Page.FIGURES, figuresPage(columns)),
                        page(Page.PAPER, new PaperPane(model.beyond())),
                        page(Page.DATASETS, new DatasetsPane(model.beyond()))));
        VBox.setVgrow(page.getChildren().get(1), Priority.ALWAYS);
        page.getStyleClass().add("results-page");
        page.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.SHOWN));
        return page;
    }

    private Node top() {
        Segments<Page> pages = new Segments<>(
                FXCollections.observableArrayList(Page.values()),
                Page::title,
                model.beyond().pageProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(new HeadlineView(model.shown().headlineProperty()), space, pages);
        pages.setId("results-pages");
        top.getStyleClass().add("section-head");
        return top;
    }

    private Node page(Page which, Region content) {
        content.visibleProperty().bind(model.beyond().pageProperty().isEqualTo(which));
        content.setMinSize(0, 0);
        return content;
    }

    private VBox figuresPage(GridPane columns) {
        VBox page = new VBox(remarks(), columns);
        page.getStyleClass().add("results-figures");
        return page;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    /** How the cells are counted, as long as there are any, and which split is looked at. */
    private Node tools(ObservableBooleanValue anyCells) {
        Segments<Normalisation> cells = new Segments<>(
                FXCollections.observableArrayList(Normalisation.values()),
                Normalisation::title,
                model.shown().normalisationProperty());
        cells.visibleProperty().bind(anyCells);
        Segments<String> splits = new Segments<>(
                model.shown().splits(), ResultsView::title, model.shown().splitProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox tools = new HBox(cells, space, splits);
        tools.getStyleClass().add("section-head");
        return tools;
    }

    private static String title(String split) {
        return split.isEmpty() ? split : Character.toUpperCase(split.charAt(0)) + split.substring(1);
    }

    /** How experiments differ, and what the last evaluation said. */
    private Node remarks() {
        Label text = new Label();
        text.setWrapText(true);
        text.getStyleClass().add("remarks");
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (model.shown().comparisonProperty().get() + "\n"
                                        + model.evaluations().noteProperty().get())
                                .strip(),
                        model.shown().comparisonProperty(),
                        model.evaluations().noteProperty()));
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        text.managedProperty().bind(text.visibleProperty());
        return text;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Button> primaryAction() {
        return Optional.of(evaluate);
    }

    @Override
    public List<Node> secondaryActions() {
        return List.of(search, openFolder, save);
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
