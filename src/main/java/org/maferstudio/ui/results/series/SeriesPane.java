package org.maferstudio.ui.results.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maferstudio.results.Spread;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesMeasure;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.SettingTitle;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** The settings of a series as a table, and below it the runs of the selected one; a double click opens a run. */
public final class SeriesPane extends VBox {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    /** Of the names of runs, in px. */
    private static final double NAME_WIDTH = 200;

    /** Of the settings, in px; both halves grow with the window. */
    private static final double SETTINGS_HEIGHT = 200;

    /** Of figures and runs below them, in px. */
    private static final double FIGURE_HEIGHT = 380;

    /** Of numbers below their heading, in px. */
    private static final double NUMBER_WIDTH = 92;

    private final SelectedSeries model;
    private final TableView<SettingResult> settings = new TableView<>();
    private final TableView<RunOutcome> runs = new TableView<>();

    /** Creates the view. */
    public SeriesPane(SelectedSeries model, FigureRenderer figures) {
        this.model = model;
        getStyleClass().addAll("results-page", "series-results");
        settings();
        runs();
        VBox.setVgrow(settings, Priority.ALWAYS);
        settings.setPrefHeight(SETTINGS_HEIGHT);
        TabPane below = new TabPane(
                new Tab(Texts.of("results.series.figures"), new SeriesFigurePane(model, figures)),
                new Tab(Texts.of("results.series.runs"), runs));
        below.setId("series-below");
        below.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        below.setPrefHeight(FIGURE_HEIGHT);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head(),
                        sentence(model.conclusionProperty()),
                        sentence(model.test().resultProperty()),
                        settings,
                        below);
    }

    /** A sentence that is there while it is not empty. */
    private static Label sentence(ObservableStringValue text) {
        Label label = WrappingText.wrapped(new Label());
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private HBox head() {
        Label counts = new Label();
        counts.textProperty().bind(model.countsProperty());
        counts.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(counts, Priority.ALWAYS);
        ComboBox<String> measure = new ComboBox<>(model.measures());
        measure.setConverter(Titles.of(SeriesMeasure::title));
        measure.setAccessibleText(Texts.of("results.series.measure.label"));
        measure.valueProperty().bindBidirectional(model.measureProperty());
        Label caption = new Label(Texts.of("results.series.measure.label"));
        caption.setLabelFor(measure);
        HBox head = new HBox(counts, caption, measure, ChosenTestButton.of(model.test()));
        head.getStyleClass().add("section-head");
        return head;
    }

    private void settings() {
        settings.setId("series-settings");
        settings.getStyleClass().add("dense");
        settings.setAccessibleText(Texts.of("results.series.settings"));
        settings.setItems(model.settings());
        settings.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        settings.setRowFactory(table -> new SettingRow());
        model.resultsProperty().addListener((property, old, now) -> columns());
        model.measureProperty().addListener((property, old, now) -> columns());
        columns();
        settings.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> model.settingProperty()
                .set(now));
        settings.setPlaceholder(new Label(Texts.of("results.series.settings.none")));
    }

    /** The columns: what varies, then the measure over the runs. */
    private void columns() {
        if (model.resultsProperty().get() == null || model.measureProperty().get() == null) {
            settings.getColumns().clear();
            return;
        }
        List<TableColumn<SettingResult, ?>> columns = new ArrayList<>();
        List<String> varied = model.resultsProperty().get().series().varied();
        for (String id : varied) {
            SweepTarget target = new SweepTarget(id);
            if (target.isNumber()) {
                columns.add(number(target.label(), setting -> parsed(setting, id), SeriesPane::plain));
            } else {
                TableColumn<SettingResult, String> names = text(
                        target.label(),
                        setting -> SettingTitle.value(target, setting.varied().get(id)));
                names.setMinWidth(Math.max(NUMBER_WIDTH, NAME_WIDTH / varied.size()));
                columns.add(names);
            }
        }
        columns.add(text(
                Texts.of("results.series.finished"),
                setting -> setting.finished().size() + "/" + setting.runs().size()));
        String measure = model.measureProperty().get();
        columns.add(number(
                SeriesMeasure.title(measure), setting -> spread(setting, measure, Spread::mean), Numbers::percent));
        columns.add(number(
                Texts.of("results.series.deviation"),
                setting ->
                        setting.spread(measure).filter(spread -> spread.n() > 1).map(Spread::standardDeviation),
                Numbers::percent));
        columns.add(text(Texts.of("results.series.interval"), setting -> setting.spread(measure)
                .flatMap(Spread::interval)
                .map(interval -> Numbers.percent(interval.low(), interval.high()))
                .orElse(Numbers.NONE)));
        settings.getColumns().setAll(columns);
        // Rows mark the best setting while they are made.
        settings.refresh();
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static Optional<Double> parsed(SettingResult setting, String id) {
        String value = setting.varied().get(id);
        return value.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(value));
    }

    private static Optional<Double> spread(SettingResult setting, String measure, Function<Spread, Double> value) {
        return setting.spread(measure).map(value);
    }

    private void runs() {
        runs.setId("series-runs");
        runs.getStyleClass().add("dense");
        runs.setAccessibleText(Texts.of("results.series.runs"));
        runs.setItems(model.runs());
        runs.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<RunOutcome, String> name =
                text(Texts.of("results.series.run"), run -> run.run().name());
        name.setMinWidth(NAME_WIDTH);
        runs.getColumns()
                .setAll(List.of(
                        name,
                        text(Texts.of("results.series.status"), run -> run.status()
                                .title()),
                        text(
                                Texts.of("results.series.epoch"),
                                run -> run.epoch() + "/"
                                        + run.run().recipe().course().epochs()),
                        number(
                                SeriesMeasure.title(RunOutcome.ACCURACY),
                                run -> Optional.ofNullable(run.measures().get(RunOutcome.ACCURACY)),
                                Numbers::percent),
                        text(Texts.of("results.series.reason"), RunOutcome::problem)));
        runs.setRowFactory(table -> {
            TableRow<RunOutcome> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    model.open(row.getItem());
                }
            });
            return row;
        });
        runs.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            RunOutcome run = runs.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && run != null) {
                model.open(run);
            }
        });
    }

    private static <R> TableColumn<R, String> text(String title, Function<R, String> text) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        return column;
    }

    /** A column that sorts by number; missing ones stand last. */
    private static <R> TableColumn<R, Double> number(
            String title, Function<R, Optional<Double>> value, Function<Double, String> text) {
        TableColumn<R, Double> column = new TableColumn<>(title);
        column.getStyleClass().add("number");
        column.setMinWidth(NUMBER_WIDTH);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue()).orElse(null)));
        column.setComparator(Comparator.nullsLast(Comparator.naturalOrder()));
        column.setCellFactory(table -> new TableCell<>() {
            @Override
            protected void updateItem(Double number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty ? null : number == null ? Numbers.NONE : text.apply(number));
            }
        });
        return column;
    }

    /** Stands out where it is the best setting. */
    private final class SettingRow extends TableRow<SettingResult> {
        SettingRow() {
            getStyleClass().add("setting-row");
        }

        @Override
        protected void updateItem(SettingResult setting, boolean empty) {
            super.updateItem(setting, empty);
            pseudoClassStateChanged(BEST, setting != null && model.isBest(setting));
        }
    }
}
