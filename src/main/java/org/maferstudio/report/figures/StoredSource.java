package org.maferstudio.report.figures;

import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.KeptPredictions;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/** An experiment whose figures are made from its folder; predictions are read once. */
final class StoredSource implements FigureSource {
    private final KeptPredictions predictions;
    private final EvaluatedExperiments all;
    private final int index;

    StoredSource(KeptPredictions predictions, int index) {
        this.predictions = predictions;
        this.index = index;
        all = predictions.evaluated();
    }

    @Override
    public String name() {
        return all.names().get(index);
    }

    @Override
    public String split() {
        return all.split();
    }

    @Override
    public Experiment experiment() {
        return all.experiments().get(index);
    }

    @Override
    public Predictions predictionsAt(Resolution resolution) {
        return predictions.at(index, resolution);
    }

    @Override
    public ConfusionMatrix matrixAt(Resolution resolution) {
        return ConfusionMatrix.of(predictionsAt(resolution));
    }

    @Override
    public ResolutionSweep.Point numbersAt(Resolution resolution) {
        // The whole sweep takes several times as long, unless it was needed before.
        return Optional.of(index).filter(predictions::hasSweep).stream()
                .flatMap(any -> numbers().points().stream())
                .filter(point -> point.resolution().equals(resolution))
                .findFirst()
                .orElseGet(() -> ResolutionSweep.of(List.of(predictionsAt(resolution)))
                        .points()
                        .get(0));
    }

    @Override
    public ResolutionSweep numbers() {
        return predictions.sweep(index);
    }

    @Override
    public List<HistoryRow> history() {
        return experiment().history().rows();
    }
}
