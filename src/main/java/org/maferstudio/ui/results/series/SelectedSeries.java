package org.maferstudio.ui.results.series;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.series.ChosenEvaluation;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesMeasure;
import org.maferstudio.series.SeriesReader;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.ValidationEvaluation;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The series that is selected among the experiments: its settings, their measures, and the runs of one setting. */
public final class SelectedSeries {
    /** Those that the presets evaluate, and native. */
    private static final List<Resolution> LOWER = Resolution.parseAll("native, 32, 24, 16, 12, 8");

    private final Workbench workbench;
    private final Jobs jobs;
    private final LatestJob reading;
    private final SeriesReader reader = new SeriesReader();
    private final Consumer<String> onProblem;
    private final ReadOnlyObjectWrapper<SeriesResults> results = new ReadOnlyObjectWrapper<>(this, "results");
    private final ObservableList<String> measures = FXCollections.observableArrayList(RunOutcome.MEASURES);
    private final StringProperty measure = new SimpleStringProperty(this, "measure", RunOutcome.ACCURACY);
    private final ObservableList<SettingResult> settings = FXCollections.observableArrayList();
    private final ObjectProperty<SettingResult> setting = new SimpleObjectProperty<>(this, "setting");
    private final ObservableList<RunOutcome> runs = FXCollections.observableArrayList();
    private final SeriesFigureModel figures;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private Path selected;
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
        this.jobs = jobs;
        this.reading = new LatestJob(jobs);
        this.onProblem = onProblem;
        measure.addListener((property, old, now) -> {
            // Null while the measures change.
            if (now != null) {
                conclude();
            }
        });
        figures = new SeriesFigureModel(jobs);
        setting.addListener((property, old, now) -> {
            showRuns();
            showFigures();
        });
        figures.filteredProperty().addListener((property, old, now) -> showSettings(now));
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

    /** Whether another experiment than before is being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
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

    /** Its figures. */
    public SeriesFigureModel figures() {
        return figures;
    }

    // Commands

    /** Reads an experiment in the background; shows nothing if it is no series. */
    public void select(Path folder) {
        busy.set(folder != null && (busy.get() || !folder.equals(selected)));
        selected = folder;
        if (folder == null) {
            reading.drop();
            show(Optional.empty());
            return;
        }
        reading.start(
                JobPlan.<Optional<SeriesResults>>of(Texts.of("results.series.job"), progress -> reader.open(folder)
                                .filter(SelectedSeries::isShown)
                                .map(reader::read))
                        .weighing(JobPlan.Weight.QUIET)
                        .onDone(read -> {
                            show(read);
                            busy.set(false);
                        })
                        .onProblem(problem -> {
                            show(Optional.empty());
                            busy.set(false);
                            onProblem.accept(problem.getMessage());
                        }));
    }

    /** The folds of one setting have common predictions, which are shown like those of a single training. */
    private static boolean isShown(Series series) {
        return series.isSweep() || series.experiment().predictionFiles().isEmpty();
    }

    /** Evaluates the finished runs at lower resolutions on the validation split, for their curves. */
    public void evaluateLower() {
        Series series = results.get().series();
        jobs.start(
                JobPlan.<Boolean>of(Texts.of("results.series.evaluateLower.job"), progress -> new ValidationEvaluation(
                                        series, series.recipe().machine(), progress, note -> {})
                                .run(LOWER))
                        .inQueue("training")
                        .onDone(done -> workbench.notifyExperimentsChanged()));
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
        settings.setAll(left(now));
        results.set(read.orElse(null));
        setting.set(now.stream()
                .filter(each -> each.varied().equals(chosen))
                .findFirst()
                .orElse(null));
        counts.set(read.map(SeriesResults::countsText).orElse(""));
        showRuns();
        conclude();
    }

    private void showRuns() {
        List<RunOutcome> all = results.get() == null ? List.of() : results.get().runs();
        runs.setAll(setting.get() == null ? all : setting.get().runs());
    }

    /** What a choice in parallel coordinates has left, until they are drawn again. */
    private List<SettingResult> left(List<SettingResult> now) {
        if (figures.filter().parts().isEmpty()) {
            return now;
        }
        Set<Map<String, String>> before =
                settings.stream().map(SettingResult::varied).collect(Collectors.toSet());
        return now.stream().filter(each -> before.contains(each.varied())).toList();
    }

    private void showFigures() {
        figures.show(results.get(), measure.get(), setting.get());
    }

    /** Parallel coordinates filter the settings; the selected one stays selected while it is among them. */
    private void showSettings(List<SettingResult> now) {
        if (!settings.equals(now)) {
            SettingResult chosen = setting.get();
            settings.setAll(now);
            setting.set(now.contains(chosen) ? chosen : null);
        }
    }

    private void conclude() {
        showFigures();
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
                .orElseGet(() -> Texts.of(
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
