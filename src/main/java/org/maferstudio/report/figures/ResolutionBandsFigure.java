package org.maferstudio.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Accuracy by resolution of settings that were trained several times: the mean over the runs, and as a band its 95 %
 * interval by Student's t. A single run has no band.
 *
 * @param labels the classes, for the chance level and the limits of people
 * @param settings one to four
 */
public record ResolutionBandsFigure(LabelSet labels, List<Setting> settings) implements SpreadFigure {
    /**
     * One setting.
     *
     * @param name shown in the legend; may be empty
     * @param accuracy over the runs at each resolution, 0 to 1; not empty
     */
    public record Setting(String name, Map<Resolution, Spread> accuracy) {
        public Setting {
            accuracy = new TreeMap<>(accuracy);
        }
    }

    public ResolutionBandsFigure {
        settings = List.copyOf(settings);
        if (settings.isEmpty() || settings.size() > 4) {
            throw new IllegalArgumentException("one to four settings stand side by side, got " + settings.size());
        }
    }

    @Override
    public SweepAxis axis() {
        return SweepAxis.ofResolutions(settings.stream()
                .flatMap(setting -> setting.accuracy().keySet().stream())
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
                                        each.getKey().title(),
                                        Optional.of(each.getKey()),
                                        each.getValue()))
                                .toList()))
                .toList();
    }

    @Override
    public void mark(ResolutionMarks marks, SweepAxis axis) {
        marks.people(axis);
    }

    /** The axes are the same for all settings. */
    @Override
    public Object subject() {
        return ResolutionBandsFigure.class;
    }

    @Override
    public String description() {
        return Texts.of("report.bands.resolution.description");
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : settings) {
            setting.accuracy()
                    .forEach((resolution, spread) ->
                            rows.add(BandLegend.row(List.of(setting.name(), resolution.id()), spread)));
        }
        return Optional.of(BandLegend.table(List.of("setting", "resolution"), rows));
    }
}
