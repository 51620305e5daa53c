package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.texts.Texts;

/**
 * Heat map of accuracy by class and strength of a degradation, in the order of the axis of {@link RobustnessFigure}.
 *
 * @param results of one network
 */
public record RobustnessHeatmapFigure(RobustnessSweep results) implements ClassHeatmap {
    /**
     * The heat map of a single network.
     *
     * @throws Problem if there are several, or it has too many classes
     */
    public static RobustnessHeatmapFigure of(RobustnessComparison comparison) {
        if (comparison.networks().size() > 1) {
            throw Problem.input(Texts.of("report.heatmap.error.oneExperiment"));
        }
        RobustnessSweep sweep = comparison.networks().get(0).sweep();
        if (sweep.labels().isMany()) {
            throw Problem.input(TooManyClasses.sentence(sweep.labels()));
        }
        return new RobustnessHeatmapFigure(sweep);
    }

    @Override
    public LabelSet labels() {
        return results.labels();
    }

    @Override
    public List<Column> sweep() {
        return results.points().stream()
                .map(point -> new Column(
                        RobustnessFigure.strength(point.degradation()),
                        RobustnessFigure.title(point.degradation()),
                        Optional.empty(),
                        point.result()))
                .toList();
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(sweep());
        if (!results.kind().isHarsherAbove()) {
            Collections.reverse(columns);
        }
        return columns;
    }

    @Override
    public String axisTitle() {
        return results.kind().title();
    }

    @Override
    public String description() {
        return Texts.of("report.robustness.heatmap.description", results.kind().title());
    }
}
