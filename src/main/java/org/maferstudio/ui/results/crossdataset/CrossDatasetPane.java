package org.maferstudio.ui.results.crossdataset;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.CrossDatasetEvaluation;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.WrappingText;

/** Each network on the dataset of each: rows are networks, columns are datasets, the numbers accuracies. */
public final class CrossDatasetPane extends ScrollPane {
    /** From where on letters are white. */
    private static final double DARK = 0.65;

    private final CrossDatasetViewModel model;
    private final VBox page = new VBox();
    private final Button ask;
    private final Label note = new Label();

    /** Creates the view. */
    public CrossDatasetPane(CrossDatasetViewModel model) {
        this.model = model;
        getStyleClass().add("paper");
        page.getStyleClass().add("paper-page");
        setContent(page);
        setFitToWidth(true);
        ask = Buttons.secondary(Texts.of("results.crossDataset.evaluateAll"), Feather.PLAY, model::askAll);
        ask.setId("ask-all");
        ask.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.matrixProperty().get().columns().size() < 2, model.matrixProperty()));
        WrappingText.wrapped(note);
        note.getStyleClass().add(Styles.TEXT_MUTED);
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        model.matrixProperty().addListener((property, old, now) -> show(now));
        show(model.matrixProperty().get());
    }

    private void show(CrossDatasetEvaluation matrix) {
        if (matrix.columns().isEmpty()) {
            page.getChildren().setAll(new EmptyState(Feather.GRID, Texts.of("results.page.reading")), note);
            return;
        }
        Label about = new Label(about(matrix));
        WrappingText.wrapped(about);
        about.getStyleClass().add(Styles.TEXT_MUTED);
        page.getChildren().setAll(about, table(matrix), ask, note);
    }

    private static String about(CrossDatasetEvaluation matrix) {
        List<String> sentences = new ArrayList<>();
        sentences.add(Texts.of("results.crossDataset.about"));
        if (matrix.cells().stream()
                .anyMatch(cell -> cell.ownDataset() && cell.split().equals(Sample.VALIDATION))) {
            sentences.add(Texts.of("results.crossDataset.about.validation"));
        }
        if (matrix.columns().size() <= 1) {
            sentences.add(Texts.of("results.crossDataset.about.tickMore"));
        }
        return String.join(" ", sentences);
    }

    private GridPane table(CrossDatasetEvaluation matrix) {
        GridPane table = new GridPane();
        table.getStyleClass().add("dataset-matrix");
        List<String> columns = matrix.columns();
        for (int j = 0; j < columns.size(); j++) {
            Label head = new Label(model.title(columns.get(j)) + "\n" + evaluated(matrix, columns.get(j)));
            head.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            table.add(head, j + 1, 0);
        }
        for (int i = 0; i < matrix.rows().size(); i++) {
            String row = matrix.rows().get(i);
            table.add(new Label(row), 0, i + 1);
            for (int j = 0; j < columns.size(); j++) {
                table.add(cell(row, model.title(columns.get(j)), matrix.cell(row, columns.get(j))), j + 1, i + 1);
            }
        }
        return table;
    }

    /** Which split of a dataset the networks were evaluated on, and how many images it has. */
    private static String evaluated(CrossDatasetEvaluation matrix, String column) {
        String splits = matrix.cells().stream()
                .filter(cell -> cell.column().equals(column))
                .map(cell -> Texts.of("results.crossDataset.column.split", cell.split(), Numbers.count(cell.n())))
                .distinct()
                .collect(Collectors.joining(", "));
        return splits.isEmpty() ? Texts.of("results.crossDataset.notEvaluated") : splits;
    }

    private static String tooltip(String row, String column, CrossDatasetEvaluation.Cell cell) {
        Object[] values = {
            row,
            column,
            Numbers.percent(cell.accuracy()),
            Numbers.count(cell.n()),
            cell.split(),
            Numbers.percent(cell.interval().low()),
            Numbers.percent(cell.interval().high()),
            Numbers.percent(cell.meanClassAccuracy())
        };
        return cell.byGroup()
                ? Texts.of("results.crossDataset.cell.byGroup", values)
                : Texts.of("results.crossDataset.cell.byImage", values);
    }

    private static Label cell(String row, String column, Optional<CrossDatasetEvaluation.Cell> found) {
        Label label =
                new Label(found.map(cell -> Numbers.percent(cell.accuracy())).orElse(Numbers.NONE));
        label.getStyleClass().add("dataset-cell");
        String text = found.map(cell -> tooltip(row, column, cell))
                .orElseGet(() -> Texts.of("results.crossDataset.cell.notEvaluated", row, column));
        label.setTooltip(new Tooltip(text));
        label.setAccessibleText(text);
        found.ifPresent(cell -> {
            if (cell.ownDataset()) {
                label.getStyleClass().add("own");
            }
            label.setStyle(String.format(
                    Locale.ROOT,
                    "-fx-background-color: rgba(0, 73, 146, %.2f);%s",
                    cell.accuracy(),
                    cell.accuracy() > DARK ? " -fx-text-fill: white;" : ""));
        });
        return label;
    }
}
