package org.maferstudio.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Spread;

/**
 * The results of one setting over its seeds and folds.
 *
 * @param varied the value of each target; empty in a series without a sweep
 * @param runs of the setting, in order
 */
public record SettingResult(Map<String, String> varied, List<RunOutcome> runs) {
    public SettingResult {
        runs = List.copyOf(runs);
    }

    /** What varies with its value, such as {@code Learning rate 0.001, Batch size 32}. */
    public String title() {
        return SettingTitle.of(varied);
    }

    /** The names of the measures that all finished runs have, in order. */
    public List<String> measures() {
        List<RunOutcome> finished = finished();
        Set<String> common = new LinkedHashSet<>();
        for (int i = 0; i < finished.size(); i++) {
            Set<String> names = finished.get(i).measures().keySet();
            if (i == 0) {
                common.addAll(names);
            } else {
                common.retainAll(names);
            }
        }
        return List.copyOf(common);
    }

    /** The values of a measure, one per finished run; empty if no run has it. */
    public Optional<Spread> spread(String measure) {
        List<Double> values = finished().stream()
                .map(run -> run.measures().get(measure))
                .filter(value -> value != null && !value.isNaN())
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Spread(values));
    }

    /** Its finished runs. */
    public List<RunOutcome> finished() {
        return runs.stream().filter(RunOutcome::isFinished).toList();
    }

    /** Whether all its runs are finished. */
    public boolean isComplete() {
        return runs.stream().allMatch(RunOutcome::isFinished);
    }

    /**
     * The 95 % interval of the mean difference to another setting, over runs with the same seed and fold; empty if fewer
     * than two are paired.
     */
    public Optional<Interval> difference(SettingResult other, String measure) {
        Map<List<Object>, Double> theirs = new LinkedHashMap<>();
        other.finished().forEach(run -> theirs.put(draw(run), run.measures().get(measure)));
        List<Double> differences = new ArrayList<>();
        for (RunOutcome run : finished()) {
            Double own = run.measures().get(measure);
            Double their = theirs.get(draw(run));
            if (own != null && their != null) {
                differences.add(own - their);
            }
        }
        return differences.size() < 2 ? Optional.empty() : new Spread(differences).interval();
    }

    private static List<Object> draw(RunOutcome run) {
        return List.of(run.seed(), run.fold());
    }
}
