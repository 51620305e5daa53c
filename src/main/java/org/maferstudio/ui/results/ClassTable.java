package org.maferstudio.ui.results;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.results.samples.ClassSelection;
import org.maferstudio.ui.results.selection.ClassRow;

/** The numbers of each class, with their intervals; a row leads to the samples of its class. */
final class ClassTable extends TableView<ClassRow> {
    private final ResultsViewModel model;

    /** Over the first experiment of a model. */
    ClassTable(ResultsViewModel model) {
        this.model = model;
        getStyleClass().addAll("class-table", "dense");
        setItems(model.shown().classes().rows());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().addAll(List.of(name(), count()));
        getColumns()
                .addAll(List.of(
                        share(
                                Texts.of("results.headline.accuracy.label"),
                                Texts.of("results.classTable.recall.help"),
                                ClassRow::recall),
                        share(
                                Texts.of("results.classTable.precision.label"),
                                Texts.of("results.classTable.precision.help"),
                                ClassRow::precision),
                        share(
                                Texts.of("results.classTable.f1.label"),
                                Texts.of("results.classTable.f1.help"),
                                ClassRow::f1)));
        setPlaceholder(new Label(""));
        setAccessibleText(Texts.of("results.classTable.accessible"));
        setOnMouseClicked(event -> choose());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.samples().clear();
                event.consume();
            }
        });
    }

    private void choose() {
        ClassRow row = getSelectionModel().getSelectedItem();
        if (row != null) {
            model.samples().choose(ClassSelection.of(row.label()));
        }
    }

    private static TableColumn<ClassRow, ClassRow> name() {
        TableColumn<ClassRow, ClassRow> column = new TableColumn<>(Texts.of("results.classTable.class"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(ClassRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : row.title());
                boolean few = !empty && row != null && row.few();
                setGraphic(few ? new Icon(Feather.ALERT_TRIANGLE) : null);
                setTooltip(few ? new Tooltip(Texts.of("results.classTable.fewSamples", ClassRow.FEW)) : null);
            }
        });
        column.setComparator((a, b) -> a.title().compareToIgnoreCase(b.title()));
        return column;
    }

    private static TableColumn<ClassRow, Long> count() {
        TableColumn<ClassRow, Long> column = new TableColumn<>("n");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().n()));
        column.setCellFactory(any -> text(Numbers::count));
        column.getStyleClass().add("number");
        column.setMaxWidth(70);
        return column;
    }

    private static TableColumn<ClassRow, ClassRow.Share> share(
            String title, String help, Function<ClassRow, ClassRow.Share> value) {
        TableColumn<ClassRow, ClassRow.Share> column = new TableColumn<>();
        Label head = new Label(title);
        head.setTooltip(new Tooltip(help));
        column.setGraphic(head);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        // The interval below the number, so that both are whole in a narrow column.
        column.setCellFactory(any -> text(share -> share.text().replace(" (", "\n(")));
        column.setMinWidth(100);
        ToDoubleFunction<ClassRow.Share> number = share -> Double.isNaN(share.value()) ? -1 : share.value();
        column.setComparator((a, b) -> Double.compare(number.applyAsDouble(a), number.applyAsDouble(b)));
        column.getStyleClass().add("number");
        return column;
    }

    private static <V> TableCell<ClassRow, V> text(Function<V, String> words) {
        return new TableCell<>() {
            @Override
            protected void updateItem(V value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? null : words.apply(value));
            }
        };
    }
}
