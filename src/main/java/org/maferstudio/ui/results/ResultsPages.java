package org.maferstudio.ui.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.SegmentedChoice;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.results.comparison.FoldTable;
import org.maferstudio.ui.results.comparison.PairList;
import org.maferstudio.ui.results.crossdataset.CrossDatasetPane;
import org.maferstudio.ui.results.crossdataset.PaperPane;
import org.maferstudio.ui.results.labelreview.LabelReviewPane;
import org.maferstudio.ui.results.robustness.RobustnessPane;
import org.maferstudio.ui.results.samples.LargeSamplePane;
import org.maferstudio.ui.results.samples.SampleList;
import org.maferstudio.ui.results.samples.SelectionBar;
import org.maferstudio.ui.results.selection.HeadlineView;
import org.maferstudio.ui.results.selection.OtherImages;
import org.maferstudio.ui.results.selection.ResultsPage;
import org.maferstudio.ui.results.selection.SkippedRowsBar;
import org.maferstudio.ui.results.slices.SliceFiguresPane;
import org.maferstudio.ui.results.slices.SlicesPane;

/** The numbers of what is shown, and its pages; the selected samples are on the right of pages that lead to samples. */
final class ResultsPages extends VBox {
    private final ResultsViewModel model;
    private final MatrixColumn matrix;
    private final ResultsCharts charts;
    private final ComparisonColumn comparison;
    private final RobustnessPane robustness;
    private final SliceFiguresPane slices;

    /** Over a model; it is visible while there is something to show. */
    ResultsPages(ResultsViewModel model, FigureRenderer figures, Thumbnails<Sample> thumbnails) {
        this.model = model;
        matrix = new MatrixColumn(model, figures);
        charts = new ResultsCharts(model, figures);
        comparison = new ComparisonColumn(model, figures);
        robustness = new RobustnessPane(model.robustness(), figures);
        slices = new SliceFiguresPane(model.slices(), figures);
        getStyleClass().add("results-page");
        StackPane pages = new StackPane(
                sampled(thumbnails),
                page(ResultsPage.PAPER, new PaperPane(model.paper())),
                page(ResultsPage.DATASETS, otherImages()),
                new LargeSamplePane(model.large(), figures));
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().addAll(top(), new SkippedRowsBar(model.shown().figuresProperty()), pages);
        visibleProperty().bind(model.stateProperty().isEqualTo(ResultsViewModel.State.SHOWN));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    && model.samples().pickedProperty().get() != null) {
                model.samples().clear();
                event.consume();
            }
        });
    }

    /** What can be saved, by the name of the menu's entry. */
    Map<String, Runnable> saveActions() {
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put(FigureKind.CONFUSION.title(), matrix::save);
        actions.put(Texts.of("results.comparison.matrices"), comparison::save);
        actions.put(Texts.of("results.slices.curve.save"), slices::saveCurve);
        actions.put(Texts.of("results.slices.matrix.save"), slices::saveMatrix);
        actions.putAll(charts.saveActions());
        actions.put(Texts.of("results.robustness.curves"), robustness::save);
        actions.put(Texts.of("results.robustness.classes"), robustness::saveClasses);
        return actions;
    }

    /** One more figure of the shown experiments. */
    FigurePane another(FigureKind kind) {
        return charts.another(kind);
    }

    private Node top() {
        SegmentedChoice<ResultsPage> pages = new SegmentedChoice<>(
                List.of(ResultsPage.values()), ResultsPage::title, model.pages().pageProperty());
        HeadlineView headline = new HeadlineView(model.shown());
        pages.setMinWidth(Region.USE_PREF_SIZE);
        HeadlineLine top = new HeadlineLine(headline, pages);
        pages.setId("results-pages");
        top.getStyleClass().add("section-head");
        return top;
    }

    /** The pages whose numbers lead to samples. */
    private Node sampled(Thumbnails<Sample> thumbnails) {
        StackPane left = new StackPane(
                page(ResultsPage.FIGURES, matrix),
                page(ResultsPage.COMPARE, comparison),
                page(ResultsPage.SLICES, slicesColumn()),
                page(ResultsPage.LABELS, new LabelReviewPane(model.labelReview())));
        left.setMinSize(0, 0);
        GridPane columns = new GridPane();
        columns.addRow(0, left, right(thumbnails));
        ColumnConstraints wide = share(56);
        ColumnConstraints narrow = share(44);
        columns.getColumnConstraints().addAll(wide, narrow);
        // Four matrices need more room than one, and a table of names even more.
        model.pages().pageProperty().addListener((property, old, now) -> {
            int percent =
                    switch (now) {
                        case FIGURES -> 56;
                        case SLICES -> 62;
                        case LABELS -> 74;
                        default -> 66;
                    };
            wide.setPercentWidth(percent);
            narrow.setPercentWidth(100 - percent);
        });
        GridPane.setVgrow(left, Priority.ALWAYS);
        columns.getStyleClass().add("results-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox page = new VBox(remarks(), columns);
        page.setMinSize(0, 0);
        page.getStyleClass().add("results-figures");
        page.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.pages().pageProperty().get().leadsToSamples(),
                        model.pages().pageProperty()));
        return page;
    }

    /** What is next to the page's figure; the selected samples replace it while they are open. */
    private Node right(Thumbnails<Sample> thumbnails) {
        BooleanBinding any = model.samples().pickedProperty().isNotNull();
        BooleanBinding open = any.and(model.samples().openProperty());
        SampleList gallery = new SampleList(model.samples(), model.large(), thumbnails, model.dataset());
        gallery.visibleProperty().bind(open);
        SelectionBar bar = new SelectionBar(model.samples());
        bar.visibleProperty().bind(any.and(open.not()));
        bar.managedProperty().bind(bar.visibleProperty());
        FoldTable folds = new FoldTable(model.comparison());
        VBox.setVgrow(folds, Priority.ALWAYS);
        VBox pairs = new VBox(new PairList(model.comparison(), model.shown()), folds);
        pairs.getStyleClass().add("comparison");
        EmptyState faces = new EmptyState(Feather.IMAGE, Texts.of("results.labels.faces.empty"));
        StackPane beside = new StackPane(
                page(ResultsPage.FIGURES, charts.scrolled()),
                page(ResultsPage.COMPARE, pairs),
                page(ResultsPage.SLICES, slices),
                page(ResultsPage.LABELS, faces));
        VBox.setVgrow(beside, Priority.ALWAYS);
        VBox below = new VBox(bar, beside);
        below.visibleProperty().bind(open.not());
        StackPane right = new StackPane(below, gallery);
        right.setMinSize(0, 0);
        return right;
    }

    /** Other datasets, or degraded images of the same. */
    private Region otherImages() {
        SegmentedChoice<OtherImages> which = new SegmentedChoice<>(
                List.of(OtherImages.values()), OtherImages::title, model.pages().otherImagesProperty());
        which.setId("other-images");
        CrossDatasetPane datasets = new CrossDatasetPane(model.crossDataset());
        datasets.visibleProperty().bind(model.pages().isAt(OtherImages.DATASETS));
        robustness.visibleProperty().bind(model.pages().isAt(OtherImages.DEGRADED));
        StackPane both = new StackPane(datasets, robustness);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox page = new VBox(new HBox(which), both);
        page.getStyleClass().add("results-figures");
        return page;
    }

    /** The table of slices, and the resolution below it. */
    private Region slicesColumn() {
        SlicesPane table = new SlicesPane(model.slices());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox column = new VBox(
                table,
                new ResolutionSlider(model.shown().resolutions(), model.shown().resolutionProperty()));
        column.getStyleClass().add("results-matrix");
        return column;
    }

    private Node page(ResultsPage which, Region content) {
        content.visibleProperty().bind(model.pages().isAt(which));
        content.setMinSize(0, 0);
        return content;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    /** How experiments differ, and what the last evaluation said. */
    private Node remarks() {
        Label text = new Label();
        text.setWrapText(true);
        text.getStyleClass().add("remarks");
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.join("\n", remarksNow()).strip(),
                        model.shown().comparisonProperty(),
                        model.shown().duplicates().sentenceProperty(),
                        model.pages().pageProperty(),
                        model.evaluations().noteProperty()));
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        text.managedProperty().bind(text.visibleProperty());
        return text;
    }

    /** The comparison page itself shows how experiments differ. */
    private List<String> remarksNow() {
        String duplicates = model.shown().duplicates().sentenceProperty().get();
        String note = model.evaluations().noteProperty().get();
        boolean comparing = model.pages().pageProperty().get() == ResultsPage.COMPARE;
        return Stream.of(comparing ? "" : model.shown().pairs().shortly(), duplicates, note)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
