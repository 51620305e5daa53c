package org.maferstudio.ui.results;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.ValueRow;

/** How well the shown experiments predict values that are no classes, such as valence, at each resolution. */
final class ValueTable extends TableView<ValueRow> {
    private final TableColumn<ValueRow, String> experiment =
            column(Texts.of("results.valueTable.experiment"), "", ValueRow::experiment);

    /** Empty. */
    ValueTable() {
        getStyleClass().addAll("value-table", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .addAll(List.of(
                        column(Texts.of("results.valueTable.value"), "", ValueRow::value),
                        experiment,
                        column(Texts.of("results.resolution.label"), "", ValueRow::resolution),
                        number("n", Texts.of("results.valueTable.n.help"), ValueRow::n),
                        number("CCC", Texts.of("results.valueTable.ccc.help"), ValueRow::ccc),
                        number("RMSE", Texts.of("results.valueTable.rmse.help"), ValueRow::rmse),
                        number("Pearson", Texts.of("results.valueTable.pearson.help"), ValueRow::pearson)));
        setPlaceholder(new Label(""));
        setAccessibleText(Texts.of("results.valueTable.accessible"));
    }

    /** Shows the values of figures. */
    void show(ResultsFigures figures) {
        getItems().setAll(figures.values());
        experiment.setVisible(figures.shown().size() > 1);
    }

    private static TableColumn<ValueRow, String> number(String title, String help, Function<ValueRow, String> text) {
        TableColumn<ValueRow, String> column = column(title, help, text);
        column.getStyleClass().add("number");
        return column;
    }

    private static TableColumn<ValueRow, String> column(String title, String help, Function<ValueRow, String> text) {
        TableColumn<ValueRow, String> column = new TableColumn<>();
        Label head = new Label(title);
        if (!help.isEmpty()) {
            head.setTooltip(new Tooltip(help));
        }
        column.setGraphic(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(String words, boolean empty) {
                super.updateItem(words, empty);
                // The interval below the number, so that both are whole in a narrow column.
                setText(empty || words == null ? null : words.replace(" (", "\n("));
            }
        });
        column.setSortable(false);
        return column;
    }
}
