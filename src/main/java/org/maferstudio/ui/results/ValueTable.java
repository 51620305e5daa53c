package org.maferstudio.ui.results;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.ValueRow;

/**
 * How well the shown experiments predict values that are no classes, such as valence, at each resolution. Room is small,
 * so that only the first measure shows its interval; those of the others are in tooltips.
 */
final class ValueTable extends TableView<ValueRow> {
    /** Room for a value, and for a value with a resolution. */
    private static final double WORD = 100;

    private static final double WORDS = 140;

    private final TableColumn<ValueRow, ValueRow> value = column(
            Texts.of("results.valueTable.value"),
            Texts.of("results.valueTable.value.help"),
            this::title,
            row -> Texts.of("results.valueTable.n.tooltip", row.n()));
    private final TableColumn<ValueRow, ValueRow> n =
            column("n", Texts.of("results.valueTable.n.help"), ValueRow::n, row -> "");
    private boolean several;

    /** Empty. */
    ValueTable() {
        getStyleClass().addAll("value-table", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<ValueRow, ValueRow> ccc = column(
                "CCC",
                Texts.of("results.valueTable.ccc.help"),
                row -> row.ccc().value() + "\n" + row.ccc().interval(),
                row -> "");
        TableColumn<ValueRow, ValueRow> rmse =
                measure("RMSE", Texts.of("results.valueTable.rmse.help"), ValueRow::rmse);
        TableColumn<ValueRow, ValueRow> pearson =
                measure("r", Texts.of("results.valueTable.pearson.help"), ValueRow::pearson);
        n.setMinWidth(46);
        n.setMaxWidth(60);
        ccc.setMinWidth(112);
        rmse.setMinWidth(70);
        pearson.setMinWidth(60);
        List.of(n, ccc, rmse, pearson).forEach(each -> each.getStyleClass().add("number"));
        getColumns().addAll(List.of(value, n, ccc, rmse, pearson));
        setPlaceholder(new Label(""));
        setAccessibleText(Texts.of("results.valueTable.accessible"));
    }

    /** Shows the values of figures. */
    void show(ResultsFigures figures) {
        several = figures.shown().size() > 1;
        value.setMinWidth(several ? WORDS : WORD);
        // The names of experiments need its room.
        n.setVisible(!several);
        getItems().setAll(figures.values());
        refresh();
    }

    private String title(ValueRow row) {
        return several
                ? row.value() + ", " + row.resolution() + "\n" + row.experiment()
                : row.value() + "\n" + row.resolution();
    }

    private static TableColumn<ValueRow, ValueRow> measure(
            String title, String help, Function<ValueRow, ValueRow.Measure> measure) {
        return column(title, help, row -> measure.apply(row).value(), row -> {
            String interval = measure.apply(row).interval();
            return interval.isEmpty() ? "" : Texts.of("results.valueTable.interval", interval);
        });
    }

    private static TableColumn<ValueRow, ValueRow> column(
            String title, String help, Function<ValueRow, String> text, Function<ValueRow, String> tooltip) {
        TableColumn<ValueRow, ValueRow> column = new TableColumn<>();
        Label head = new Label(title);
        head.setTooltip(new Tooltip(help));
        column.setGraphic(head);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(ValueRow row, boolean empty) {
                super.updateItem(row, empty);
                boolean none = empty || row == null;
                setText(none ? null : text.apply(row));
                setTooltip(none || tooltip.apply(row).isEmpty() ? null : new Tooltip(tooltip.apply(row)));
            }
        });
        column.setSortable(false);
        return column;
    }
}
