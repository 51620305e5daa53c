package org.maferstudio.ui.results.experiments;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** The list of experiments: click to select one, tick (or press Space) to compare it. */
public final class ExperimentTable extends TableView<ExperimentRow> {
    private final ExperimentList list;
    private boolean following;

    /** Creates the view. */
    public ExperimentTable(ExperimentList list) {
        this.list = list;
        getStyleClass().addAll("experiments", "edge-to-edge");
        SortedList<ExperimentRow> sorted = new SortedList<>(list.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(tick());
        getColumns().add(name());
        getColumns().add(best());
        setPlaceholder(new Label(Texts.of("results.experiments.filter.noMatch")));
        setAccessibleText(Texts.of("results.experiments.table.accessible"));
        setRowFactory(table -> new Row());
        setOnKeyPressed(event -> {
            ExperimentRow row = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                row.tickedProperty().set(!row.tickedProperty().get());
                event.consume();
            }
        });
        getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (!following && now != null) {
                list.selectedProperty().set(now);
            }
        });
        list.selectedProperty().addListener((property, old, now) -> selectShown());
        selectShown();
    }

    /** The model's selection wins: a refresh replaces all rows. */
    private void selectShown() {
        following = true;
        getSelectionModel().select(list.selectedProperty().get());
        following = false;
    }

    private static TableColumn<ExperimentRow, ExperimentRow> tick() {
        TableColumn<ExperimentRow, ExperimentRow> column = new TableColumn<>();
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new TickCell());
        column.setMinWidth(40);
        column.setMaxWidth(40);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<ExperimentRow, ExperimentRow> name() {
        TableColumn<ExperimentRow, ExperimentRow> column =
                new TableColumn<>(Texts.of("results.experiments.column.experiment"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator((a, b) -> a.name().compareToIgnoreCase(b.name()));
        column.setCellFactory(any -> new NameCell());
        return column;
    }

    private static TableColumn<ExperimentRow, String> best() {
        TableColumn<ExperimentRow, String> column = new TableColumn<>();
        Label head = new Label(Texts.of("results.experiments.table.best.label"));
        head.setTooltip(new Tooltip(Texts.of("results.experiments.table.best.tooltip")));
        column.setGraphic(head);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(Numbers.percent(row.getValue().best())));
        column.setComparator((a, b) -> Double.compare(number(a), number(b)));
        column.getStyleClass().add("number");
        column.setMinWidth(92);
        column.setMaxWidth(92);
        return column;
    }

    private static double number(String text) {
        return text.matches("[0-9.]+") ? Double.parseDouble(text) : -1;
    }

    private static String tooltip(ExperimentRow row) {
        return Stream.of(row.detail(), row.difference(), row.folder().toString())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Describes an experiment in full, with its folder. */
    private static final class Row extends TableRow<ExperimentRow> {
        @Override
        protected void updateItem(ExperimentRow row, boolean empty) {
            super.updateItem(row, empty);
            setTooltip(empty || row == null ? null : new Tooltip(tooltip(row)));
        }
    }

    /** A box that is bound to the row it is in. */
    private static final class TickCell extends TableCell<ExperimentRow, ExperimentRow> {
        private final CheckBox box = new CheckBox();
        private ExperimentRow bound;

        TickCell() {
            box.setAccessibleText(Texts.of("results.comparison.compare"));
            box.setTooltip(new Tooltip(Texts.of("results.experiments.table.compare.tooltip")));
            box.setFocusTraversable(false);
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(ExperimentRow row, boolean empty) {
            super.updateItem(row, empty);
            if (bound != null) {
                box.selectedProperty().unbindBidirectional(bound.tickedProperty());
            }
            bound = empty ? null : row;
            if (bound != null) {
                box.selectedProperty().bindBidirectional(bound.tickedProperty());
            }
            setGraphic(bound == null ? null : box);
        }
    }

    /** Name and detail, one above the other. */
    private static final class NameCell extends TableCell<ExperimentRow, ExperimentRow> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final VBox lines = new VBox(name, detail);

        NameCell() {
            detail.getStyleClass().add("experiment-detail");
            name.setWrapText(true);
            detail.setWrapText(true);
            lines.setAlignment(Pos.CENTER_LEFT);
            lines.getStyleClass().add("experiment-lines");
        }

        /** Names that differ only at the end, such as by a seed, stay distinguishable. */
        @Override
        protected double computePrefHeight(double width) {
            double room = getTableColumn().getWidth() - snappedLeftInset() - snappedRightInset();
            return getGraphic() == null
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + lines.prefHeight(room) + snappedBottomInset();
        }

        @Override
        protected void updateItem(ExperimentRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            name.setText(row.name());
            detail.setText(row.difference());
            setGraphic(lines);
        }
    }
}
