package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.report.comparison.SeedRobustness;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.texts.Texts;

/**
 * Accuracy by the strength of a degradation of recipes that were trained with several seeds: the mean over the seeds, and
 * as a band its 95 % interval by Student's t.
 *
 * @param labels the classes, for the chance level
 * @param kind of the degradation
 * @param settings one to four
 */
public record RobustnessBandsFigure(LabelSet labels, DegradationKind kind, List<SeedRobustness.Setting> settings)
        implements SpreadFigure {
    public RobustnessBandsFigure {
        settings = List.copyOf(settings);
        if (settings.isEmpty() || settings.size() > 4) {
            throw new IllegalArgumentException("one to four settings stand side by side, got " + settings.size());
        }
    }

    /**
     * The seeds of networks; empty if a network is no seed of a recipe with several, or if there are more than four
     * recipes.
     */
    public static Optional<RobustnessBandsFigure> of(RobustnessComparison comparison, SeedRobustness seeds) {
        int runs = seeds.settings().stream()
                .mapToInt(setting -> setting.seeds().size())
                .sum();
        if (runs < comparison.networks().size() || seeds.settings().size() > FigureFactory.MOST) {
            return Optional.empty();
        }
        RobustnessSweep first = comparison.networks().get(0).sweep();
        return Optional.of(new RobustnessBandsFigure(first.labels(), first.kind(), seeds.settings()));
    }

    @Override
    public SweepAxis axis() {
        return SweepAxis.ofStrengths(
                kind,
                settings.stream()
                        .flatMap(setting -> setting.accuracy().keySet().stream())
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public List<Line> lines(SweepAxis axis) {
        return settings.stream()
                .map(setting -> new Line(
                        setting.name(),
                        setting.accuracy().entrySet().stream()
                                .map(each -> new Dot(
                                        axis.place(each.getKey()),
                                        RobustnessFigure.title(each.getKey()),
                                        Optional.empty(),
                                        each.getValue()))
                                .toList()))
                .toList();
    }

    /** The axes are the same for all settings. */
    @Override
    public Object subject() {
        return kind;
    }

    @Override
    public String description() {
        return Texts.of("report.bands.robustness.description", kind.title());
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (SeedRobustness.Setting setting : settings) {
            setting.accuracy()
                    .forEach((degradation, spread) -> rows.add(
                            BandLegend.row(List.of(setting.name(), RobustnessFigure.strength(degradation)), spread)));
        }
        return Optional.of(BandLegend.table(List.of("setting", kind.id()), rows));
    }
}
