package org.maferstudio.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.RunStatus;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Texts;

/**
 * The results of a series, read from the folders of its runs.
 *
 * @param series that was read
 * @param split on which the runs were evaluated
 * @param runs all runs, in order
 * @param settings the same by setting, in order
 */
public record SeriesResults(Series series, String split, List<RunOutcome> runs, List<SettingResult> settings) {
    /** Reads the results. */
    public static SeriesResults read(Series series) {
        return new SeriesReader().read(series);
    }

    /** Reads how far the runs are, without their measures. */
    public static SeriesResults states(Series series) {
        return of(series, Sample.VALIDATION, RunOutcome.states(series));
    }

    static SeriesResults of(Series series, String split, List<RunOutcome> runs) {
        Map<Map<String, String>, List<RunOutcome>> settings = new LinkedHashMap<>();
        for (RunOutcome run : runs) {
            settings.computeIfAbsent(SeriesDraft.setting(run.run(), series.varied()), setting -> new ArrayList<>())
                    .add(run);
        }
        return new SeriesResults(
                series,
                split,
                runs,
                settings.entrySet().stream()
                        .map(each -> new SettingResult(each.getKey(), each.getValue()))
                        .toList());
    }

    /** The number of runs by status; those that do not occur are left out. */
    public Map<RunStatus, Long> counts() {
        Map<RunStatus, Long> counts = new EnumMap<>(RunStatus.class);
        runs.forEach(run -> counts.merge(run.status(), 1L, Long::sum));
        return counts;
    }

    /** How many runs there are, and of which status, such as {@code 6 runs: 4 finished, 2 running}. */
    public String countsText() {
        Locale language = Locale.getDefault(Locale.Category.DISPLAY);
        String each = counts().entrySet().stream()
                .map(count -> Texts.of(
                        "series.results.count", count.getKey().title().toLowerCase(language), count.getValue()))
                .collect(Collectors.joining(", "));
        return Texts.of("series.results.counts", runs.size(), each);
    }

    /** The runs that were begun, are not finished, and were not stopped by halving. */
    public List<RunOutcome> cut() {
        Set<Integer> dropped =
                Halving.of(series).map(halving -> halving.stopped(series)).orElse(Set.of());
        return runs.stream()
                .filter(run ->
                        run.status().canResume() && !dropped.contains(run.run().number()))
                .toList();
    }

    /** Why a run is not finished: the first reason that a run gives, or the last line of one that could not start. */
    public Optional<RunOutcome> firstFailure() {
        return cut().stream()
                .filter(run -> !run.problem().isEmpty())
                .findFirst()
                .or(() -> runs.stream()
                        .filter(run -> run.status() == RunStatus.NEW)
                        .map(run -> run.because(RunLog.of(series, run.run()).lastLine()))
                        .filter(run -> !run.problem().isEmpty())
                        .findFirst());
    }

    /** Whether every run is finished. */
    public boolean isComplete() {
        return runs.stream().allMatch(RunOutcome::isFinished);
    }

    /** Whether every run is finished, or halving has ended and those that were left are. */
    public boolean isDecided() {
        Optional<Halving> halving = Halving.of(series).filter(Halving::isDone);
        Set<Integer> stopped = halving.map(each -> each.stopped(series)).orElse(Set.of());
        return runs.stream()
                .allMatch(run -> run.isFinished() || stopped.contains(run.run().number()));
    }

    /** The epochs that all runs have done together. */
    public int epochsDone() {
        return runs.stream().mapToInt(RunOutcome::epoch).sum();
    }

    /** The epochs of all runs together. */
    public int epochsPlanned() {
        return runs.stream()
                .mapToInt(run -> run.run().recipe().course().epochs())
                .sum();
    }

    /** Whether a run is being trained. */
    public boolean isRunning() {
        return runs.stream().anyMatch(run -> run.status().isActive());
    }

    /**
     * The setting with the largest mean of a measure, among those whose runs are all finished; of equal ones the
     * first. Empty if there is none.
     */
    public Optional<SettingResult> best(String measure) {
        return settings.stream()
                .filter(SettingResult::isComplete)
                .filter(setting -> setting.spread(measure).isPresent())
                .reduce((best, next) -> mean(next, measure) > mean(best, measure) ? next : best);
    }

    private static double mean(SettingResult setting, String measure) {
        return setting.spread(measure).orElseThrow().mean();
    }

    /**
     * The effect of one setting: for each of its values, in order, the measure of all finished runs with that value,
     * whatever their other settings.
     *
     * @param target one that the series varies
     */
    public Map<String, Spread> effect(SweepTarget target, String measure) {
        Comparator<String> order = target.isNumber()
                ? Comparator.comparingDouble(
                        value -> value.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(value))
                : Comparator.comparingInt(values(target)::indexOf);
        Map<String, List<Double>> reached = new TreeMap<>(order);
        for (SettingResult setting : settings) {
            setting.spread(measure).ifPresent(spread -> reached.computeIfAbsent(
                            setting.varied().get(target.id()), value -> new ArrayList<>())
                    .addAll(spread.values()));
        }
        Map<String, Spread> effect = new LinkedHashMap<>();
        reached.forEach((value, all) -> effect.put(value, new Spread(all)));
        return effect;
    }

    /** The values of a target in the order of the plan. */
    private List<String> values(SweepTarget target) {
        return settings.stream()
                .map(setting -> setting.varied().get(target.id()))
                .distinct()
                .toList();
    }

    /**
     * The complete settings that the best one cannot be told apart from: the 95 % interval of the difference over the same
     * seeds and folds contains 0, or there are too few runs for one.
     */
    public List<SettingResult> rivals(String measure) {
        Optional<SettingResult> best = best(measure);
        return settings.stream()
                .filter(setting -> best.isPresent() && !setting.equals(best.get()) && setting.isComplete())
                .filter(setting -> best.get()
                        .difference(setting, measure)
                        .map(interval -> interval.contains(0))
                        .orElse(true))
                .toList();
    }
}
