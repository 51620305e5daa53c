package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.texts.Texts;

/**
 * Heat map of accuracy by class and resolution: low resolutions at the left, native at the right.
 *
 * @param results the results
 */
public record ResolutionHeatmapFigure(ResolutionSweep results) implements ClassHeatmap {
    @Override
    public LabelSet labels() {
        return results.labels();
    }

    @Override
    public List<Column> sweep() {
        return results.points().stream()
                .map(point -> new Column(
                        point.resolution().id(), point.resolution().title(), Optional.of(point.resolution()), point))
                .toList();
    }

    /** Ascending numbers of pixels. */
    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(sweep());
        Collections.reverse(columns);
        return columns;
    }

    @Override
    public String axisTitle() {
        return Texts.of("report.axis.resolution");
    }

    @Override
    public int enough(int label) {
        List<Column> columns = columns();
        int needed = HumanThresholds.of(labels(), label).orElse(0);
        int enough = 0;
        while (enough < columns.size()
                && !columns.get(enough).result().isNative()
                && columns.get(enough).result().pixels() < needed) {
            enough++;
        }
        return enough;
    }

    @Override
    public String description() {
        return Texts.of("report.heatmap.description");
    }
}
