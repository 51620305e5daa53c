package org.maferstudio.ui.results.series;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Spread;
import org.maferstudio.series.ChosenEvaluation;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesMeasure;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** The evaluation on test of the setting that the validation split has chosen, with the count of such evaluations. */
public final class ChosenTest {
    private final Jobs jobs;
    private final Evaluator evaluator;
    private final Runnable evaluated;
    private final Consumer<String> onProblem;
    private final LatestJob reading;
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(this, "available");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper(this, "question", "");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
    private SeriesResults series;
    private String measure = RunOutcome.ACCURACY;
    private Known known = Known.NOTHING;
    private boolean running;

    /** Evaluates; replaced in tests. Called in the background. */
    @FunctionalInterface
    interface Evaluator {
        /** Evaluates the best setting by a measure on test; empty if a stop was requested. */
        Optional<ChosenEvaluation.Outcome> run(Series series, String measure, Progress progress);
    }

    /** What was evaluated before. */
    private record Known(Optional<ChosenEvaluation.Outcome> outcome, int evaluations) {
        static final Known NOTHING = new Known(Optional.empty(), 0);

        static Known of(Series series) {
            return new Known(
                    ChosenEvaluation.Outcome.of(series),
                    series.experiment().manifest().testEvaluations());
        }
    }

    /**
     * Creates a view model without a series.
     *
     * @param evaluated is called after an evaluation
     */
    ChosenTest(Jobs jobs, Evaluator evaluator, Runnable evaluated, Consumer<String> onProblem) {
        this.jobs = jobs;
        this.evaluator = evaluator;
        this.evaluated = evaluated;
        this.onProblem = onProblem;
        this.reading = new LatestJob(jobs);
    }

    // Properties

    /** Whether {@link #start()} is possible: every run is finished, or halving has ended. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** What an evaluation does and means, and how many there were. */
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** The latest result; empty if test was never evaluated. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    // Commands

    /** Evaluates the best setting by the measure. */
    public void start() {
        if (!available.get()) {
            return;
        }
        Series evaluatedSeries = series.series();
        String by = measure;
        running = true;
        update();
        jobs.start(JobPlan.<Optional<ChosenEvaluation.Outcome>>of(
                        Texts.of("results.series.test.job"), progress -> evaluator.run(evaluatedSeries, by, progress))
                .onDone(outcome -> {
                    running = false;
                    read();
                    evaluated.run();
                })
                .onProblem(problem -> {
                    running = false;
                    update();
                    onProblem.accept(problem.getMessage());
                }));
    }

    /**
     * Shows another series, or the same anew.
     *
     * @param read the results; null for none
     * @param by the measure that selects the best setting
     */
    void show(SeriesResults read, String by) {
        boolean same = read != null && series != null && folder(read).equals(folder(series));
        series = read;
        measure = by;
        if (!same) {
            known = Known.NOTHING;
        }
        read();
    }

    private static Object folder(SeriesResults results) {
        return results.series().experiment().folder();
    }

    private void read() {
        update();
        if (series == null) {
            reading.drop();
            return;
        }
        Series asked = series.series();
        reading.start(JobPlan.<Known>of(Texts.of("results.series.job"), progress -> Known.of(asked))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(now -> {
                    known = now;
                    update();
                })
                .onProblem(problem -> onProblem.accept(problem.getMessage())));
    }

    private void update() {
        Optional<SettingResult> best = Optional.ofNullable(series).flatMap(read -> read.best(measure));
        // The included networks were evaluated on test only, so no setting was chosen.
        boolean chosen = best.isPresent() && series.split().equals(Sample.VALIDATION);
        available.set(chosen && series.isDecided() && !running);
        question.set(best.map(this::question).orElse(""));
        result.set(known.outcome().map(ChosenTest::sentence).orElse(""));
    }

    private String question(SettingResult best) {
        return Texts.of(
                "results.series.test.question",
                best.runs().size(),
                best.title(),
                SeriesMeasure.title(measure),
                known.evaluations());
    }

    private static String sentence(ChosenEvaluation.Outcome outcome) {
        String values = RunOutcome.MEASURES.stream()
                .flatMap(name -> outcome.spread(name).stream().map(spread -> value(name, spread)))
                .collect(Collectors.joining(", "));
        return Texts.of("results.series.test.result", title(outcome.varied()), values, outcome.evaluations());
    }

    private static String title(Map<String, String> varied) {
        return new SettingResult(varied, List.of()).title();
    }

    private static String value(String name, Spread spread) {
        String title = SeriesMeasure.title(name);
        String mean = Numbers.percent(spread.mean());
        return spread.interval()
                .map(interval -> Texts.of(
                        "results.series.test.valueWithin",
                        title,
                        mean,
                        Numbers.percent(interval.low()),
                        Numbers.percent(interval.high())))
                .orElseGet(() -> Texts.of("results.series.test.value", title, mean));
    }
}
