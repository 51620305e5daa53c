package org.maferstudio.ui.results.comparison;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.texts.Texts;

/** The trainings of a series, and at the end their mean; the selected row is the one whose matrix is shown. */
public final class FoldTable extends TableView<FoldRow> {
    /** Creates the view. */
    public FoldTable(ComparisonViewModel model) {
        getStyleClass().addAll("fold-table", "dense");
        setItems(model.foldRows());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .addAll(List.of(
                        column(FigureKind.HISTORY.title(), FoldRow::name),
                        number("n", FoldRow::n),
                        number(Texts.of("results.comparison.folds.accuracy"), FoldRow::accuracy),
                        number(Texts.of("results.comparison.folds.meanClassAccuracy"), FoldRow::meanClassAccuracy),
                        number(Texts.of("results.classTable.f1.label"), FoldRow::macroF1)));
        setAccessibleText(Texts.of("results.comparison.folds.accessible"));
        visibleProperty().bind(Bindings.isNotEmpty(model.foldRows()));
        managedProperty().bind(visibleProperty());
        getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                model.foldProperty().set(now.fold());
            }
        });
        model.foldProperty().addListener((property, old, now) -> select(now.intValue()));
        model.foldRows().addListener((ListChangeListener<FoldRow>)
                change -> select(model.foldProperty().get()));
    }

    private void select(int fold) {
        getItems().stream().filter(row -> row.fold() == fold).findFirst().ifPresent(row -> getSelectionModel()
                .select(row));
    }

    private static TableColumn<FoldRow, String> column(String title, Function<FoldRow, String> text) {
        TableColumn<FoldRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setSortable(false);
        return column;
    }

    private static TableColumn<FoldRow, String> number(String title, Function<FoldRow, String> text) {
        TableColumn<FoldRow, String> column = column(title, text);
        column.getStyleClass().add("number");
        return column;
    }
}
