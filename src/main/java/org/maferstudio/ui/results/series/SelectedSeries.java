package org.maferstudio.ui.results.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Progress;
import org.maferstudio.report.figures.EffectFigure;
import org.maferstudio.results.Spread;
import org.maferstudio.series.ChosenEvaluation;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesMeasure;
import org.maferstudio.series.SeriesReader;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The series that is selected among the experiments: its settings, their measures, and the runs of one setting. */
public final class SelectedSeries {
    private final Workbench workbench;
    private final LatestJob reading;
    private final SeriesReader reader = new SeriesReader();
    private final Consumer<String> onProblem;
    private final ReadOnlyObjectWrapper<SeriesResults> results = new ReadOnlyObjectWrapper<>(this, "results");
    private final ObservableList<String> measures = FXCollections.observableArrayList(RunOutcome.MEASURES);
    private final StringProperty measure = new SimpleStringProperty(this, "measure", RunOutcome.ACCURACY);
    private final ObservableList<SettingResult> settings = FXCollections.observableArrayList();
    private final ObjectProperty<SettingResult> setting = new SimpleObjectProperty<>(this, "setting");
    private final ObservableList<RunOutcome> runs = FXCollections.observableArrayList();
    private final ObservableList<SweepTarget> varied = FXCollections.observableArrayList();
    private final ObjectProperty<SweepTarget> effectOf = new SimpleObjectProperty<>(this, "effectOf");
    private final ReadOnlyObjectWrapper<EffectFigure> effect = new ReadOnlyObjectWrapper<>(this, "effect");
    private final ChosenTest test;
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper(this, "counts", "");
    private final ReadOnlyStringWrapper conclusion = new ReadOnlyStringWrapper(this, "conclusion", "");

    /** Creates a view model without a series. */
    public SelectedSeries(Workbench workbench, Jobs jobs, Consumer<String> onProblem) {
        this(workbench, jobs, onProblem, SelectedSeries::evaluate);
    }

    SelectedSeries(Workbench workbench, Jobs jobs, Consumer<String> onProblem, ChosenTest.Evaluator evaluator) {
        this.test = new ChosenTest(jobs, evaluator, workbench::notifyExperimentsChanged, onProblem);
        this.workbench = workbench;
        this.reading = new LatestJob(jobs);
        this.onProblem = onProblem;
        measure.addListener((property, old, now) -> conclude());
        setting.addListener((property, old, now) -> showRuns());
        effectOf.addListener((property, old, now) -> showEffect());
    }

    private static Optional<ChosenEvaluation.Outcome> evaluate(Series series, String measure, Progress progress) {
        Experiment whole = series.experiment();
        return new ChosenEvaluation(series, series.recipe().machine(), progress, whole::log).run(measure);
    }

    // Properties

    /** The evaluation of the best setting on test. */
    public ChosenTest test() {
        return test;
    }

    /** The series; null if a single training is selected, or nothing. */
    public ReadOnlyObjectProperty<SeriesResults> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** The names of its measures, see {@link RunOutcome#measures}. */
    public ObservableList<String> measures() {
        return measures;
    }

    /** The measure of the table and of the best setting. */
    public StringProperty measureProperty() {
        return measure;
    }

    /** Its settings. */
    public ObservableList<SettingResult> settings() {
        return settings;
    }

    /** The setting whose runs are shown; null for all. */
    public ObjectProperty<SettingResult> settingProperty() {
        return setting;
    }

    /** The runs of that setting, or all. */
    public ObservableList<RunOutcome> runs() {
        return runs;
    }

    /** How many runs there are, and of which status. */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The best setting, and those that the runs do not tell apart from it; empty while there is none. */
    public ReadOnlyStringProperty conclusionProperty() {
        return conclusion.getReadOnlyProperty();
    }

    /** What the series varies, for the choice of the effect. */
    public ObservableList<SweepTarget> varied() {
        return varied;
    }

    /** The setting whose effect is shown; null without a series. */
    public ObjectProperty<SweepTarget> effectOfProperty() {
        return effectOf;
    }

    /** The effect of that setting on the measure; null while no run is finished. */
    public ReadOnlyObjectProperty<EffectFigure> effectProperty() {
        return effect.getReadOnlyProperty();
    }

    // Commands

    /** Reads an experiment in the background; shows nothing if it is no series of several settings. */
    public void select(Path folder) {
        if (folder == null) {
            reading.drop();
            show(Optional.empty());
            return;
        }
        reading.start(JobPlan.<Optional<SeriesResults>>of(
                        Texts.of("results.series.job"),
                        progress -> reader.open(folder).filter(Series::isSweep).map(reader::read))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::show)
                .onProblem(problem -> {
                    show(Optional.empty());
                    onProblem.accept(problem.getMessage());
                }));
    }

    /** Shows the results of a run that has started. */
    public void open(RunOutcome run) {
        if (Experiment.isExperiment(run.folder())) {
            workbench.showExperiment(run.folder());
        }
    }

    /** Whether a setting has the best mean of the measure. */
    boolean isBest(SettingResult candidate) {
        return results.get() != null
                && results.get().best(measure.get()).filter(candidate::equals).isPresent();
    }

    private void show(Optional<SeriesResults> read) {
        Map<String, String> chosen =
                setting.get() == null ? Map.of() : setting.get().varied();
        List<SettingResult> now = read.map(SeriesResults::settings).orElse(List.of());
        Set<String> known = new LinkedHashSet<>(RunOutcome.MEASURES);
        now.forEach(each -> known.addAll(each.measures()));
        // The choice of a measure outlives a series that does not have it.
        if (!measures.equals(List.copyOf(known))) {
            String before = measure.get();
            measures.setAll(known);
            measure.set(known.contains(before) ? before : RunOutcome.ACCURACY);
        }
        settings.setAll(now);
        results.set(read.orElse(null));
        setting.set(now.stream()
                .filter(each -> each.varied().equals(chosen))
                .findFirst()
                .orElse(null));
        List<SweepTarget> targets = read.map(each ->
                        each.series().varied().stream().map(SweepTarget::new).toList())
                .orElse(List.of());
        if (!varied.equals(targets)) {
            varied.setAll(targets);
            effectOf.set(targets.isEmpty() ? null : targets.get(0));
        }
        counts.set(read.map(SeriesResults::countsText).orElse(""));
        showRuns();
        conclude();
    }

    private void showRuns() {
        List<RunOutcome> all = results.get() == null ? List.of() : results.get().runs();
        runs.setAll(setting.get() == null ? all : setting.get().runs());
    }

    private void showEffect() {
        List<EffectFigure.Level> levels = new ArrayList<>();
        if (results.get() != null && effectOf.get() != null) {
            results.get()
                    .effect(effectOf.get(), measure.get())
                    .forEach((value, spread) -> levels.add(new EffectFigure.Level(value, spread)));
        }
        effect.set(
                levels.isEmpty()
                        ? null
                        : new EffectFigure(effectOf.get().label(), SeriesMeasure.title(measure.get()), levels));
    }

    private void conclude() {
        showEffect();
        test.show(results.get(), measure.get());
        Optional<SettingResult> best = Optional.ofNullable(results.get())
                .filter(read -> read.settings().size() > 1)
                .flatMap(read -> read.best(measure.get()));
        conclusion.set(best.map(this::sentence).orElse(""));
    }

    private String sentence(SettingResult best) {
        Spread spread = best.spread(measure.get()).orElseThrow();
        String name = SeriesMeasure.title(measure.get());
        String first = spread.interval()
                .map(interval -> Texts.of(
                        "results.series.bestWithin",
                        best.title(),
                        name,
                        Numbers.percent(spread.mean()),
                        Numbers.percent(interval.low()),
                        Numbers.percent(interval.high()),
                        results.get().split()))
                .orElseGet(() ->
                        Texts.of(
                                "results.series.best",
                                best.title(),
                                name,
                                Numbers.percent(spread.mean()),
                                results.get().split()));
        List<SettingResult> rivals = results.get().rivals(measure.get());
        return rivals.isEmpty()
                ? first
                : first + "\n"
                        + Texts.of(
                                "results.series.rivals",
                                rivals.stream().map(SettingResult::title).collect(Collectors.joining("; ")));
    }
}
