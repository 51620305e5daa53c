package org.maferstudio.ui.results;

import atlantafx.base.controls.Spacer;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.SegmentedChoice;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.results.comparison.ComparisonMode;
import org.maferstudio.ui.results.comparison.ComparisonViewModel;
import org.maferstudio.ui.results.comparison.FoldStepper;
import org.maferstudio.ui.results.selection.ExperimentResults;

/** Up to four matrices on one scale, or the difference of two. */
final class ComparisonColumn extends VBox {
    private final ResultsViewModel model;
    private final ConfusionMatrixPane matrix;

    ComparisonColumn(ResultsViewModel model, FigureRenderer figures) {
        this.model = model;
        ComparisonViewModel comparison = model.comparison();
        matrix = new ConfusionMatrixPane(figures, this::words);
        matrix.suggest(
                () -> model.shown().figuresProperty().get().fileName(FigureKind.CONFUSION.id()),
                () -> model.shown().figuresProperty().get().headline().where());
        getStyleClass().add("results-matrix");
        matrix.figureProperty().bind(comparison.figureProperty());
        MatrixSelections.connect(matrix, model.samples(), comparison::panels);
        matrix.setMinHeight(0);
        VBox.setVgrow(matrix, Priority.ALWAYS);
        getChildren()
                .addAll(
                        tools(comparison),
                        matrix,
                        MatrixColumn.sentence(matrix, Texts.of("results.matrix.hint")),
                        new ResolutionSlider(
                                model.shown().resolutions(), model.shown().resolutionProperty()));
    }

    /** Saves the figure. */
    void save() {
        matrix.save();
    }

    private Node tools(ComparisonViewModel comparison) {
        SegmentedChoice<ComparisonMode> modes = new SegmentedChoice<>(
                List.of(ComparisonMode.values()), ComparisonMode::title, comparison.modeProperty());
        modes.disableProperty().bind(Bindings.isEmpty(comparison.others()));
        ComboBox<ExperimentResults> other = new SearchableComboBox<>(comparison.others());
        other.valueProperty().bindBidirectional(comparison.otherProperty());
        other.setConverter(Titles.of(ExperimentResults::name));
        other.setAccessibleText(Texts.of("results.comparison.difference.accessible"));
        other.setMinWidth(130);
        other.setPrefWidth(150);
        other.visibleProperty()
                .bind(comparison
                        .modeProperty()
                        .isEqualTo(ComparisonMode.DIFFERENCE)
                        .and(Bindings.size(comparison.others()).greaterThan(1)));
        other.managedProperty().bind(other.visibleProperty());
        SegmentedChoice<Normalisation> cells = new SegmentedChoice<>(
                List.of(Normalisation.values()),
                Normalisation::title,
                model.shown().normalisationProperty());
        FoldStepper folds = new FoldStepper(comparison);
        folds.visibleProperty()
                .bind(comparison
                        .foldCountProperty()
                        .greaterThan(0)
                        .and(comparison.modeProperty().isEqualTo(ComparisonMode.BESIDE)));
        HBox tools = new HBox(modes, other, folds, new Spacer(), cells);
        tools.getStyleClass().add("section-head");
        return tools;
    }

    private String words(Cell cell) {
        if (cell.panel() >= model.comparison().panels().size()) {
            return "";
        }
        ExperimentResults of = model.comparison().panels().get(cell.panel());
        return of.point(model.shown().resolutionProperty().get())
                .flatMap(ResolutionSweep.Point::matrix)
                .map(counted -> of.name() + ": " + MatrixSelections.choice(cell).sentence(counted))
                .orElse("");
    }
}
