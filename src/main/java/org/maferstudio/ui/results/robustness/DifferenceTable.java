package org.maferstudio.ui.results.robustness;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.report.comparison.RobustnessComparison.Difference;
import org.maferstudio.report.figures.RobustnessFigure;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** By how much the accuracy of later experiments differs from the first's at each strength; there while there are any. */
final class DifferenceTable extends TableView<Difference> {
    DifferenceTable(ObservableValue<RobustnessComparison> comparison) {
        getStyleClass().addAll("robustness-differences", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .addAll(List.of(
                        column(Texts.of("results.robustness.table.experiment"), row -> row.pair()
                                .b()),
                        column(
                                Texts.of("results.robustness.table.images"),
                                row -> RobustnessFigure.title(row.degradation())),
                        number("n", row -> Numbers.count(row.pair().n())),
                        number(
                                Texts.of("results.robustness.table.difference"),
                                row -> Comparison.signed(row.pair().difference())),
                        number(
                                Texts.of("results.robustness.table.interval"),
                                row -> Comparison.signed(row.pair().interval())),
                        number("p", row -> Comparison.pText(row.pair().correctedP()))));
        setAccessibleText(Texts.of("results.robustness.table.accessible"));
        comparison.addListener((property, old, now) -> getItems().setAll(now.differences()));
        getItems().setAll(comparison.getValue().differences());
        visibleProperty().bind(Bindings.isNotEmpty(getItems()));
        managedProperty().bind(visibleProperty());
    }

    private static TableColumn<Difference, String> column(String title, Function<Difference, String> text) {
        TableColumn<Difference, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setSortable(false);
        return column;
    }

    private static TableColumn<Difference, String> number(String title, Function<Difference, String> text) {
        TableColumn<Difference, String> column = column(title, text);
        column.getStyleClass().add("number");
        return column;
    }
}
