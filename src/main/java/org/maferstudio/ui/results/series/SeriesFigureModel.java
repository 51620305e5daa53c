package org.maferstudio.ui.results.series;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.job.Attempt;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.ParallelFigure;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.series.report.SeriesFigureKind;
import org.maferstudio.series.report.SeriesFigures;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** The figures of the selected series, one at a time; parallel coordinates filter its settings. */
public final class SeriesFigureModel {
    private final LatestJob making;
    private final ObservableList<SeriesFigureKind> kinds = FXCollections.observableArrayList();
    private final ObjectProperty<SeriesFigureKind> kind =
            new SimpleObjectProperty<>(this, "kind", SeriesFigureKind.RESOLUTION);
    private final ObservableList<SweepTarget> varied = FXCollections.observableArrayList();
    private final ObjectProperty<SweepTarget> effectOf = new SimpleObjectProperty<>(this, "effectOf");
    private final ReadOnlyObjectWrapper<Figure> figure = new ReadOnlyObjectWrapper<>(this, "figure");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<List<SettingResult>> filtered =
            new ReadOnlyObjectWrapper<>(this, "filtered", List.of());
    private final ParallelFilter filter = new ParallelFilter();
    private Optional<SeriesFigures> figures = Optional.empty();
    private Optional<SettingResult> setting = Optional.empty();

    /** Creates a view model without a series. */
    SeriesFigureModel(Jobs jobs) {
        making = new LatestJob(jobs);
        kind.addListener((property, old, now) -> update());
        effectOf.addListener((property, old, now) -> {
            if (kind.get() == SeriesFigureKind.EFFECT && now != null) {
                update();
            }
        });
        filter.figureProperty().addListener((property, old, now) -> filtered.set(left()));
    }

    // Properties

    /** The figures that a series of this kind has. */
    public ObservableList<SeriesFigureKind> kinds() {
        return kinds;
    }

    /** The figure that is shown. */
    public ObjectProperty<SeriesFigureKind> kindProperty() {
        return kind;
    }

    /** What the series varies, for the choice of the effect. */
    public ObservableList<SweepTarget> varied() {
        return varied;
    }

    /** The setting whose effect is shown; null without a series that varies something. */
    public ObjectProperty<SweepTarget> effectOfProperty() {
        return effectOf;
    }

    /** The figure, except parallel coordinates; null for none. */
    public ReadOnlyObjectProperty<Figure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** Why there is no figure, and what to do; empty if there is one. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Parallel coordinates, and what is chosen in them. */
    public ParallelFilter filter() {
        return filter;
    }

    /** The settings that parallel coordinates leave; all without a choice in them. */
    public ReadOnlyObjectProperty<List<SettingResult>> filteredProperty() {
        return filtered.getReadOnlyProperty();
    }

    /** What stands above the figure in files. */
    String header() {
        return figures.filter(each -> kind.get() != null)
                .map(each -> each.header(kind.get()))
                .orElse("");
    }

    // Commands

    /**
     * Shows a series.
     *
     * @param results null for none
     * @param selected the selected setting, which is among those with bands; null for none
     */
    void show(SeriesResults results, String measure, SettingResult selected) {
        figures = Optional.ofNullable(results).map(read -> new SeriesFigures(read, measure));
        setting = Optional.ofNullable(selected);
        List<SweepTarget> targets = results == null
                ? List.of()
                : results.series().varied().stream().map(SweepTarget::new).toList();
        if (!varied.equals(targets)) {
            varied.setAll(targets);
            effectOf.set(targets.isEmpty() ? null : targets.get(0));
        }
        List<SeriesFigureKind> offered = targets.isEmpty()
                ? List.of(SeriesFigureKind.RESOLUTION, SeriesFigureKind.HISTORY)
                : List.of(SeriesFigureKind.values());
        // A choice of other figures clears what is chosen.
        SeriesFigureKind chosen = kind.get();
        if (!kinds.equals(offered)) {
            kinds.setAll(offered);
        }
        kind.set(offered.contains(chosen) ? chosen : SeriesFigureKind.RESOLUTION);
        update();
    }

    private void update() {
        if (figures.isEmpty() || kind.get() == null) {
            making.drop();
            figure.set(null);
            filter.show(null);
            problem.set("");
            filtered.set(List.of());
            return;
        }
        SeriesFigures all = figures.get();
        SeriesFigureKind asked = kind.get();
        SweepTarget target = effectOf.get();
        Optional<SettingResult> selected = setting;
        making.start(JobPlan.<Attempt<Figure>>of(
                        Texts.of("results.series.figure.job"),
                        // A series that trains has no curves at first.
                        progress -> Attempt.of(() -> all.make(asked, target, all.shown(selected))))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(made -> {
                    problem.set(made.problem().map(Problem::getMessage).orElse(""));
                    show(made.value().orElse(null));
                }));
    }

    private void show(Figure made) {
        if (made instanceof ParallelFigure parallel) {
            figure.set(null);
            filter.show(parallel);
        } else {
            filter.show(null);
            figure.set(made);
        }
        filtered.set(left());
    }

    private List<SettingResult> left() {
        if (figures.isEmpty()) {
            return List.of();
        }
        ParallelFigure parallel = filter.figureProperty().get();
        if (parallel == null || parallel.faded().isEmpty()) {
            return figures.get().results().settings();
        }
        List<SettingResult> lines = figures.get().measured();
        return IntStream.range(0, lines.size())
                .filter(line -> !parallel.faded().contains(line))
                .mapToObj(lines::get)
                .toList();
    }
}
