package org.maferstudio.report.figures;

import java.util.List;
import java.util.Optional;
import org.maferstudio.results.Calibration;
import org.maferstudio.results.Coverage;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Texts;

/**
 * Calibration figures for window, command and report, for predictions that have probabilities.
 *
 * @param entries what is drawn, in this order
 */
public record ConfidenceFigures(List<Entry> entries) {
    /** Predictions under the name of their experiment. */
    public record Entry(String name, Predictions predictions) {}

    public ConfidenceFigures {
        entries = List.copyOf(entries);
    }

    /** Why there is no such figure; empty if there is one. */
    public Optional<String> problem() {
        return entries.stream()
                .filter(entry -> !entry.predictions().hasProbabilities())
                .findFirst()
                .map(entry -> Texts.of("report.confidence.error.noProbabilities", entry.name()));
    }

    /** Those that have probabilities. */
    public ConfidenceFigures withProbabilities() {
        return new ConfidenceFigures(entries.stream()
                .filter(entry -> entry.predictions().hasProbabilities())
                .toList());
    }

    /** Accuracy over confidence; empty if nothing is drawn or probabilities are missing. */
    public Optional<ReliabilityFigure> reliability() {
        return isDrawn()
                ? Optional.of(new ReliabilityFigure(entries.stream()
                        .map(entry -> new ReliabilityFigure.Series(
                                entry.name(), Calibration.of(entry.predictions(), ReliabilityFigure.BINS)))
                        .toList()))
                : Optional.empty();
    }

    /** Accuracy over the share of samples that are answered; empty if nothing is drawn or probabilities are missing. */
    public Optional<CoverageFigure> coverage() {
        return isDrawn()
                ? Optional.of(new CoverageFigure(entries.stream()
                        .map(entry -> new CoverageFigure.Series(entry.name(), Coverage.of(entry.predictions())))
                        .toList()))
                : Optional.empty();
    }

    private boolean isDrawn() {
        return !entries.isEmpty() && problem().isEmpty();
    }
}
