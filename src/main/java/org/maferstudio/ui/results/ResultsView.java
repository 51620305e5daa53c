package org.maferstudio.ui.results;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.ListSplit;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.SpotPane;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.results.evaluation.EvaluationPopup;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.results.experiments.ExperimentTable;
import org.maferstudio.ui.results.experiments.ExperimentsPane;
import org.maferstudio.ui.results.importexport.ImportExportView;
import org.maferstudio.ui.results.series.SeriesPane;
import org.maferstudio.ui.workbench.PaneView;

/** The pane of results: experiments at the left, the matrix in the middle, the other figures at the right. */
public final class ResultsView implements PaneView {
    /** The width of a window with room for the list, in ems. */
    private static final double ROOM_FOR_LIST = 72;

    /** Kept, since what only listens to it does not keep it. */
    private final BooleanBinding narrow;

    private final StackPane root = new StackPane();
    private final BooleanProperty listed = new SimpleBooleanProperty(this, "listed", true);
    private final ResultsViewModel model;
    private final ResultsPages pages;
    private final TextField search = new TextField();
    private final ImportExportView exchange;
    private final MenuButton open =
            new MenuButton(Texts.of("results.importExport.open.label"), new Icon(Feather.FOLDER));
    private final Button list;
    private final Button evaluate;
    private final MenuButton save =
            new MenuButton(Texts.of("results.importExport.export.label"), new Icon(Feather.DOWNLOAD));

    /** Over its model; the thumbnails show samples. */
    public ResultsView(ResultsViewModel model, FigureRenderer figures, Thumbnails<Sample> thumbnails) {
        this.model = model;
        pages = new ResultsPages(model, figures, thumbnails);
        exchange = new ImportExportView(model.exchange(), figures);
        EvaluationPopup popup = new EvaluationPopup(model.evaluations().form(), model::evaluate);
        evaluate = new Button(Texts.of("results.evaluate.open"), new Icon(Feather.PLAY));
        evaluate.getStyleClass().add(Styles.ACCENT);
        evaluate.setMinWidth(Region.USE_PREF_SIZE);
        evaluate.setOnAction(event -> popup.show(evaluate));
        ObjectProperty<ExperimentRow> selected = model.experiments().selectedProperty();
        evaluate.disableProperty()
                .bind(Bindings.createBooleanBinding(
                                () -> selected.get() == null || selected.get().readOnly(), selected)
                        .or(model.experiments().selectionShownProperty().not())
                        .or(model.stateProperty().isEqualTo(ResultsViewModel.State.TRAINING))
                        .or(model.stateProperty().isEqualTo(ResultsViewModel.State.OPENING))
                        .or(model.stateProperty().isEqualTo(ResultsViewModel.State.SERIES))
                        .or(exchange.closed().not()));
        open.disableProperty().bind(exchange.closed().not());
        search.disableProperty().bind(exchange.closed().not());
        list = Buttons.icon(
                Feather.SIDEBAR, Texts.of("results.experiments.toggleList"), () -> listed.set(!listed.get()));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.getItems().add(item(Texts.of("results.importExport.open.folder"), model::openFolder));
        open.getItems().addAll(exchange.importItems());
        search.setPromptText(Texts.of("results.experiments.filter.prompt"));
        search.setAccessibleText(Texts.of("results.experiments.filter.accessible"));
        search.setPrefColumnCount(12);
        search.textProperty().bindBidirectional(model.experiments().filterProperty());
        saveMenu();
        root.getStyleClass().add("results");
        Label letters = WrappingText.measure();
        root.getChildren().addAll(page(letters, figures), empty(), letters);
        ObservableValue<Number> window = root.sceneProperty().flatMap(Scene::widthProperty);
        narrow = Bindings.createBooleanBinding(
                () -> window.getValue() != null
                        && window.getValue().doubleValue()
                                < ROOM_FOR_LIST * letters.getFont().getSize(),
                window,
                letters.fontProperty());
        // In a small window with large letters the list makes room; its button brings it back.
        narrow.addListener((property, old, now) -> listed.set(!now));
        root.getChildren().addAll(exchange.dialogs());
        exchange.dropsOn(root);
    }

    private void saveMenu() {
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.getItems().addAll(exchange.exportItems());
        save.getItems().add(new SeparatorMenuItem());
        pages.saveActions().forEach((title, action) -> save.getItems().add(item(title, action)));
        save.disableProperty()
                .bind(model.stateProperty()
                        .isNotEqualTo(ResultsViewModel.State.SHOWN)
                        .or(exchange.closed().not()));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Node empty() {
        EmptyState none = new EmptyState(
                Feather.GRID,
                Texts.of("results.page.noExperiments"),
                Buttons.primary(Texts.of("results.page.train"), Feather.TRENDING_UP, model::train));
        none.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.NO_EXPERIMENTS));
        return none;
    }

    private Node page(Label letters, FigureRenderer figures) {
        ExperimentTable table = new ExperimentTable(model.experiments());
        Button all = Buttons.secondary(
                Texts.of("results.experiments.allColumns.label"),
                Feather.MAXIMIZE_2,
                model.experiments().table()::toggle);
        all.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        all.setTooltip(new Tooltip(Texts.of("results.experiments.allColumns.tooltip")));
        all.setMaxWidth(Double.MAX_VALUE);
        VBox left = new VBox(table, all);
        VBox.setVgrow(table, Priority.ALWAYS);
        left.getStyleClass().add("results-list");
        Message problem = Messages.problem(model.problemProperty());
        StackPane content = new StackPane(pages, notEvaluated(), training(), opening(), series(figures));
        ExperimentsPane everything = new ExperimentsPane(model.experiments());
        BooleanProperty open = model.experiments().table().openProperty();
        content.visibleProperty().bind(open.not());
        everything.visibleProperty().bind(open);
        StackPane center = new StackPane(content, everything);
        VBox.setVgrow(center, Priority.ALWAYS);
        ListSplit page = new ListSplit(
                left,
                new VBox(problem, center),
                model.listWidthProperty(),
                open.not().and(listed),
                letters.fontProperty());
        page.visibleProperty()
                .bind(model.stateProperty()
                        .isNotEqualTo(ResultsViewModel.State.NO_EXPERIMENTS)
                        .and(model.stateProperty().isNotEqualTo(ResultsViewModel.State.READING)));
        return page;
    }

    private Node notEvaluated() {
        EmptyState none = new EmptyState(
                Feather.HELP_CIRCLE,
                Texts.of("results.page.notEvaluated"),
                Buttons.secondary(Texts.of("results.evaluate.open"), Feather.PLAY, evaluate::fire));
        none.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.NOT_EVALUATED));
        return none;
    }

    private Node opening() {
        Label words = new Label(Texts.of("results.page.readingPredictions"));
        words.getStyleClass().add(Styles.TEXT_MUTED);
        words.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.OPENING));
        return words;
    }

    private Node series(FigureRenderer figures) {
        SeriesPane series = new SeriesPane(model.series(), figures);
        series.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.SERIES));
        return series;
    }

    private Node training() {
        Label words = new Label(Texts.of("results.page.training"));
        words.getStyleClass().add(Styles.TEXT_MUTED);
        words.setWrapText(true);
        SpotPane curves = new SpotPane(pages.another(FigureKind.HISTORY));
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox box = new VBox(words, curves);
        box.getStyleClass().add("results-page");
        box.visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.TRAINING));
        return box;
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
        return List.of(list, search, open, save);
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
