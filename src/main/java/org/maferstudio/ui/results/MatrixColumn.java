package org.maferstudio.ui.results;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.SegmentedChoice;
import org.maferstudio.ui.results.experiments.ExperimentRow;

/** The matrix of the first experiment: normalisation, the sentence of a cell, and resolution. */
final class MatrixColumn extends VBox {
    private final ResultsViewModel model;
    private final ConfusionMatrixPane matrix;

    MatrixColumn(ResultsViewModel model, FigureRenderer figures) {
        this.model = model;
        matrix = new ConfusionMatrixPane(figures, this::words);
        matrix.suggest(
                () -> model.shown().figuresProperty().get().fileName(FigureKind.CONFUSION.id()),
                () -> model.shown().figuresProperty().get().header(FigureKind.CONFUSION));
        getStyleClass().add("results-matrix");
        matrix.figureProperty()
                .bind(Bindings.createObjectBinding(
                        () -> model.shown()
                                .figuresProperty()
                                .get()
                                .confusion(model.shown().normalisationProperty().get()),
                        model.shown().figuresProperty(),
                        model.shown().normalisationProperty()));
        MatrixSelections.connect(matrix, model.samples(), () -> model.shown().results());
        StringBinding tooMany = Bindings.createStringBinding(
                () -> model.shown().figuresProperty().get().tooMany(),
                model.shown().figuresProperty());
        EmptyState instead = new EmptyState(Feather.GRID, tooMany);
        instead.getStyleClass().add("many-classes");
        instead.visibleProperty().bind(tooMany.isNotEmpty());
        matrix.visibleProperty().bind(tooMany.isEmpty());
        Label sentence = sentence(matrix, Texts.of("results.matrix.hint"));
        sentence.setTooltip(new Tooltip(Texts.of("results.matrix.hint.tooltip")));
        sentence.visibleProperty().bind(tooMany.isEmpty());
        StackPane place = new StackPane(matrix, instead);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren()
                .addAll(
                        normalisation(tooMany.isEmpty()),
                        place,
                        below(sentence),
                        new ResolutionSlider(
                                model.shown().resolutions(), model.shown().resolutionProperty()));
    }

    /** Saves the figure. */
    void save() {
        matrix.save();
    }

    /** The sentence below a matrix, or a hint how to select a cell. */
    static Label sentence(ConfusionMatrixPane matrix, String hint) {
        Label sentence = new Label();
        sentence.getStyleClass().add("cell-sentence");
        sentence.textProperty()
                .bind(Bindings.when(matrix.sentenceProperty().isEmpty())
                        .then(hint)
                        // A per cent sign does not start a line.
                        .otherwise(Bindings.createStringBinding(
                                () -> matrix.sentenceProperty().get().replace(" %", "\u00a0%"),
                                matrix.sentenceProperty())));
        return sentence;
    }

    private String words(Cell cell) {
        return model.shown().results().stream()
                .findFirst()
                .flatMap(first -> first.point(model.shown().resolutionProperty().get()))
                .flatMap(ResolutionSweep.Point::matrix)
                .map((ConfusionMatrix counted) -> MatrixSelections.choice(cell).sentence(counted))
                .orElse("");
    }

    /** Normalisation of the cells, if there are any. */
    private Node normalisation(ObservableBooleanValue anyCells) {
        SegmentedChoice<Normalisation> cells = new SegmentedChoice<>(
                List.of(Normalisation.values()),
                Normalisation::title,
                model.shown().normalisationProperty());
        cells.visibleProperty().bind(anyCells);
        return cells;
    }

    /** The sentence of a cell, and the filter of duplicates. */
    private Node below(Label sentence) {
        CheckBox without = new CheckBox(Texts.of("results.duplicates.leaveOut.label"));
        without.setTooltip(new Tooltip(Texts.of("results.duplicates.leaveOut.help")));
        without.selectedProperty().bindBidirectional(model.shown().duplicates().leftOutProperty());
        without.setMinWidth(Region.USE_PREF_SIZE);
        // The images are needed for it, and a bundle comes without them until its dataset is located.
        ObjectProperty<ExperimentRow> selected = model.experiments().selectedProperty();
        without.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected.get() == null || !selected.get().duplicatesFindable(), selected));
        sentence.setMinWidth(0);
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox below = new HBox(sentence, without);
        below.getStyleClass().add("section-head");
        return below;
    }
}
