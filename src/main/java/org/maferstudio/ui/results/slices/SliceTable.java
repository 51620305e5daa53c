package org.maferstudio.ui.results.slices;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.slices.Slice;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.WrappingText;

/** The slices of a column, worst first; a triangle marks small ones. */
final class SliceTable extends TableView<SliceRow> {
    private final ReadOnlyObjectProperty<Font> font;

    /**
     * Over the rows of a model.
     *
     * @param font of the window
     */
    SliceTable(SlicesViewModel model, ReadOnlyObjectProperty<Font> font) {
        this.font = font;
        getStyleClass().addAll("slice-table", "dense");
        setItems(model.rows());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumn<SliceRow, SliceRow> difference = column(
                Texts.of("results.slices.difference.label"),
                Texts.of("results.slices.difference.help"),
                132,
                SliceRow::differenceText,
                Comparator.comparingDouble(
                        row -> row.difference().map(each -> each.difference()).orElse(2.0)));
        TableColumn<SliceRow, SliceRow> p = column(
                "p",
                Texts.of("results.slices.p.help"),
                72,
                SliceRow::pText,
                Comparator.comparingDouble(
                        row -> row.difference().map(each -> each.p()).orElse(2.0)));
        for (TableColumn<SliceRow, SliceRow> compared : List.of(difference, p)) {
            compared.visibleProperty().bind(Bindings.isNotEmpty(model.others()));
        }
        getColumns()
                .addAll(List.of(
                        value(),
                        column(
                                "n",
                                Texts.of("results.slices.n.help"),
                                64,
                                row -> Numbers.count(row.n()),
                                Comparator.comparingInt(SliceRow::n)),
                        column(
                                Texts.of("results.headline.accuracy.label"),
                                Texts.of("results.slices.accuracy.help"),
                                130,
                                SliceRow::accuracyText,
                                Comparator.comparingDouble(SliceRow::accuracy)),
                        difference,
                        p));
        Label placeholder = new Label();
        placeholder
                .textProperty()
                .bind(Bindings.when(model.busyProperty())
                        .then(Texts.of("results.page.reading"))
                        .otherwise(""));
        setPlaceholder(placeholder);
        setAccessibleText(Texts.of("results.slices.table.accessible"));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    && !model.selectedProperty().get().isEmpty()) {
                model.select(null);
                event.consume();
            }
        });
    }

    private TableColumn<SliceRow, SliceRow> value() {
        TableColumn<SliceRow, SliceRow> column = new TableColumn<>(Texts.of("results.slices.value"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(SliceRow row, boolean empty) {
                super.updateItem(row, empty);
                boolean none = empty || row == null;
                boolean few = !none && row.slice().isSmall();
                setText(none ? null : few ? Texts.of("results.slices.few", row.title()) : row.title());
                setGraphic(few ? new Icon(Feather.ALERT_TRIANGLE) : null);
                setTooltip(
                        none
                                ? null
                                : new Tooltip(few ? Texts.of("results.slices.few.tooltip", Slice.FEW) : row.title()));
            }
        });
        column.setComparator((a, b) -> a.title().compareToIgnoreCase(b.title()));
        WrappingText.widen(column, 90, font);
        return column;
    }

    private TableColumn<SliceRow, SliceRow> column(
            String title, String help, double width, Function<SliceRow, String> text, Comparator<SliceRow> order) {
        TableColumn<SliceRow, SliceRow> column = new TableColumn<>();
        Label head = new Label(title);
        head.setTooltip(new Tooltip(help));
        column.setGraphic(head);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(SliceRow row, boolean empty) {
                super.updateItem(row, empty);
                setTextAlignment(TextAlignment.RIGHT);
                // The interval below the number, so that both are whole in a narrow column.
                setText(empty || row == null ? null : text.apply(row).replace(" (", "\n("));
            }
        });
        column.setComparator(order);
        column.getStyleClass().add("number");
        WrappingText.widen(column, width, font);
        // Numbers are never cut; the values have what is left.
        column.minWidthProperty().bind(column.prefWidthProperty());
        column.maxWidthProperty().bind(column.prefWidthProperty());
        return column;
    }
}
