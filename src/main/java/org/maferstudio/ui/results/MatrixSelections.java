package org.maferstudio.ui.results;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.ui.results.samples.CellSelection;
import org.maferstudio.ui.results.samples.ClassSelection;
import org.maferstudio.ui.results.samples.SampleChoice;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.selection.ExperimentResults;

/** Converts cells and labels of matrices to selections of samples, and vice versa. */
final class MatrixSelections {
    private MatrixSelections() {}

    /** The samples of a cell or a header. */
    static SampleChoice choice(Cell cell) {
        if (cell.predicted() == ConfusionFigure.ALL) {
            return ClassSelection.of(cell.trueClass());
        }
        return cell.trueClass() == ConfusionFigure.ALL
                ? ClassSelection.predicted(cell.predicted())
                : new CellSelection(cell.trueClass(), cell.predicted());
    }

    /**
     * Lets the selected cell of a pane follow the selected samples, and these the cell.
     *
     * @param panels the experiments of the pane's panels, in their order
     */
    static void connect(
            ConfusionMatrixPane pane, SelectedSamples samples, Supplier<? extends List<ExperimentResults>> panels) {
        Runnable follow = () -> pane.selectedProperty().set(cell(samples, panels.get()));
        samples.pickedProperty().addListener((property, old, now) -> follow.run());
        pane.figureProperty().addListener((property, old, now) -> follow.run());
        pane.selectedProperty().addListener((property, old, now) -> {
            if (now == null) {
                // A selection that no cell represents is left to other panes.
                if (old != null && old.equals(cell(samples, panels.get()))) {
                    samples.clear();
                }
            } else if (now.panel() < panels.get().size() && !now.equals(cell(samples, panels.get()))) {
                Path of = panels.get().get(now.panel()).folder();
                samples.choose(of, choice(now));
            }
        });
    }

    private static Cell cell(SelectedSamples samples, List<ExperimentResults> panels) {
        ExperimentResults of = samples.experiment().orElse(null);
        for (int panel = 0; panel < panels.size(); panel++) {
            if (of != null && panels.get(panel).folder().equals(of.folder())) {
                int place = panel;
                return samples.choice().map(choice -> cell(place, choice)).orElse(null);
            }
        }
        return null;
    }

    private static Cell cell(int panel, SampleChoice choice) {
        if (choice instanceof CellSelection cell) {
            return new Cell(panel, cell.trueClass(), cell.predicted());
        }
        if (choice instanceof ClassSelection known) {
            return known.side() == ClassSelection.Side.TRUTH
                    ? new Cell(panel, known.label(), ConfusionFigure.ALL)
                    : new Cell(panel, ConfusionFigure.ALL, known.label());
        }
        return null;
    }
}
