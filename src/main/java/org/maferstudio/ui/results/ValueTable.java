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
    /** Room for a value, and for the name of an experiment below it, in font sizes. */
    private static final double WORD = 7.2;

    private static final double WORDS = 9;
    /** Room for the numbers of samples and for each measure, in font sizes. */
    private static final double COUNT = 3.3;

    private static final double INTERVAL = 8.2;
    private static final double ERROR = 5.4;
    private static final double CORRELATION = 4.9;
    /** Of the scroll bar, in font sizes. */
    private static final double BAR = 1.2;

    private final Label letters = new Label(Texts.of("results.valueTable.value"));
    private final TableColumn<ValueRow, ValueRow> value = column(
            letters,
            Texts.of("results.valueTable.value.help"),
            this::title,
            row -> Texts.of("results.valueTable.value.tooltip", row.experiment(), row.n()));
    private final TableColumn<ValueRow, ValueRow> n =
            column(new Label("n"), Texts.of("results.valueTable.n.help"), ValueRow::n, row -> "");
    private final TableColumn<ValueRow, ValueRow> ccc = column(
            new Label("CCC"),
            Texts.of("results.valueTable.ccc.help"),
            row -> row.ccc().value() + "\n" + row.ccc().interval(),
            row -> "");
    private final TableColumn<ValueRow, ValueRow> rmse =
            measure("RMSE", Texts.of("results.valueTable.rmse.help"), ValueRow::rmse);
    private final TableColumn<ValueRow, ValueRow> pearson =
            measure("r", Texts.of("results.valueTable.pearson.help"), ValueRow::pearson);
    private boolean several;

    /** Empty. */
    ValueTable() {
        getStyleClass().addAll("value-table", "dense");
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        getColumns().addAll(List.of(value, n, ccc, rmse, pearson));
        getColumns().stream().skip(1).forEach(each -> each.getStyleClass().add("number"));
        setPlaceholder(new Label(""));
        setAccessibleText(Texts.of("results.valueTable.accessible"));
        widthProperty().addListener(property -> fit());
        letters.fontProperty().addListener(property -> fit());
    }

    /** Shows the values of figures. */
    void show(ResultsFigures figures) {
        several = figures.shown().size() > 1;
        getItems().setAll(figures.values());
        fit();
        refresh();
    }

    /** The numbers of samples make room for the others; tooltips have them, too. What is left is for the names. */
    private void fit() {
        double em = letters.getFont().getSize();
        double names = several ? WORDS : WORD;
        double left = getWidth() / em - BAR - INTERVAL - ERROR - CORRELATION;
        boolean counts = left >= names + COUNT;
        n.setVisible(counts);
        size(value, Math.max(names, counts ? left - COUNT : left) * em);
        size(n, COUNT * em);
        size(ccc, INTERVAL * em);
        size(rmse, ERROR * em);
        size(pearson, CORRELATION * em);
    }

    private static void size(TableColumn<ValueRow, ValueRow> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
    }

    private String title(ValueRow row) {
        return row.value() + "\n" + row.resolution() + (several ? ", " + row.experiment() : "");
    }

    private static TableColumn<ValueRow, ValueRow> measure(
            String title, String help, Function<ValueRow, ValueRow.Measure> measure) {
        return column(new Label(title), help, row -> measure.apply(row).value(), row -> {
            String interval = measure.apply(row).interval();
            return interval.isEmpty() ? "" : Texts.of("results.valueTable.interval", interval);
        });
    }

    private static TableColumn<ValueRow, ValueRow> column(
            Label head, String help, Function<ValueRow, String> text, Function<ValueRow, String> tooltip) {
        TableColumn<ValueRow, ValueRow> column = new TableColumn<>();
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
