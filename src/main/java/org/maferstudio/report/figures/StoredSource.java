package org.maferstudio.report.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/** An experiment whose figures are made from its folder; predictions are read once. */
final class StoredSource implements FigureSource {
    private final EvaluatedExperiments all;
    private final int index;
    private final Map<Resolution, Predictions> read = new HashMap<>();
    private ResolutionSweep sweep;

    StoredSource(EvaluatedExperiments all, int index) {
        this.all = all;
        this.index = index;
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
        return read.computeIfAbsent(resolution, at -> all.predictions(index, at));
    }

    @Override
    public ConfusionMatrix matrixAt(Resolution resolution) {
        return ConfusionMatrix.of(predictionsAt(resolution));
    }

    @Override
    public ResolutionSweep.Point numbersAt(Resolution resolution) {
        // The whole sweep takes several times as long, unless it was needed before.
        return Optional.ofNullable(sweep).stream()
                .flatMap(whole -> whole.points().stream())
                .filter(point -> point.resolution().equals(resolution))
                .findFirst()
                .orElseGet(() -> ResolutionSweep.of(List.of(predictionsAt(resolution)))
                        .points()
                        .get(0));
    }

    @Override
    public ResolutionSweep numbers() {
        if (sweep == null) {
            sweep = all.sweep(index);
        }
        return sweep;
    }

    @Override
    public List<HistoryRow> history() {
        return experiment().history().rows();
    }
}
