package org.maferstudio.cli.options;

import java.util.List;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.HeadedFigure;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.series.report.SeriesFigureKind;
import org.maferstudio.series.report.SeriesFigures;
import picocli.CommandLine.Option;

/** What a figure of a series shows. */
public final class SeriesFigureOptions {
    @Option(
            names = "--of",
            paramLabel = "FIELD",
            description = "With --kind effect, the field whose effect is shown (default: the first that varies).")
    private String of;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description =
                    "Measure of a series in effects and in parallel coordinates, and by which at most four settings "
                            + "are chosen for bands: accuracy, mean_class_accuracy, macro_f1, or at a lower resolution accuracy@16 "
                            + "(default: accuracy).")
    private String measure = RunOutcome.ACCURACY;

    /**
     * A figure below its header.
     *
     * @throws Problem if the series has nothing to show, or does not vary the field
     */
    public Figure figure(SeriesFigureKind kind, SeriesResults results) {
        SeriesFigures figures = new SeriesFigures(results, measure);
        SweepTarget target = kind == SeriesFigureKind.EFFECT ? target(results) : SweepTarget.PRESET;
        return new HeadedFigure(figures.header(kind), figures.make(kind, target, figures.shown(Optional.empty())));
    }

    private SweepTarget target(SeriesResults results) {
        List<String> varied = results.series().varied();
        if (varied.isEmpty()) {
            throw Problem.input("The series varies nothing but seeds and folds. Choose --kind resolution or history.");
        }
        SweepTarget target = of == null ? new SweepTarget(varied.get(0)) : SweepTarget.of(of);
        if (!varied.contains(target.id())) {
            throw Problem.input("The series does not vary " + of + ". It varies " + String.join(", ", varied) + ".");
        }
        return target;
    }
}
