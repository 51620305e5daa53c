package org.maferstudio.cli.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.job.CountText;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Spread;
import org.maferstudio.series.ChosenEvaluation;
import org.maferstudio.series.Halving;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.Slurm;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.texts.Numbers;

/**
 * Formats a series as a table: one line per setting.
 *
 * @param results of the series
 * @param measure in the first column of results, and for the best setting
 */
public record SeriesTable(SeriesResults results, String measure) {
    private static final int DECIMALS = 4;
    private static final int MOST_LISTED = 20;

    /**
     * The lines: counts, the table, what was interrupted, and the best setting.
     *
     * @param queue see {@link #queue}
     */
    public List<String> lines(String queue) {
        List<String> lines = new ArrayList<>();
        lines.add(results.series().experiment() + ": " + counts() + queue);
        lines.addAll(table());
        lines.addAll(interrupted());
        results.best(measure).ifPresent(best -> lines.addAll(best(best)));
        Halving.of(results.series()).ifPresent(halving -> lines.add(saved()));
        ChosenEvaluation.Outcome.of(results.series()).ifPresent(chosen -> lines.add(tested(chosen)));
        return lines;
    }

    /** The runs that were begun and are not going on, with the reason where there is one. */
    private List<String> interrupted() {
        List<String> lines =
                results.cut().stream().map(SeriesTable::interrupted).toList();
        if (lines.size() <= MOST_LISTED) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, MOST_LISTED));
        some.add("and " + (lines.size() - MOST_LISTED) + " more; --json lists all.");
        return some;
    }

    private static String interrupted(RunOutcome run) {
        return "Run " + run.run().number() + " (" + run.run().name() + "): "
                + run.status().title().toLowerCase(Locale.ROOT) + " in epoch " + run.epoch() + " of "
                + run.run().recipe().course().epochs()
                + (run.problem().isEmpty() ? "" : ". " + run.problem());
    }

    private String saved() {
        double share = 1 - results.epochsDone() / (double) results.epochsPlanned();
        return "Halving: " + Numbers.count(results.epochsDone()) + " of " + Numbers.count(results.epochsPlanned())
                + " epochs trained, " + Numbers.wholePercent(share) + " fewer than all settings to the end.";
    }

    private static String tested(ChosenEvaluation.Outcome chosen) {
        String setting = chosen.varied().isEmpty() ? "" : " of " + text(chosen.varied());
        return "Test" + setting + ": "
                + RunOutcome.MEASURES.stream()
                        .flatMap(name -> chosen.spread(name).stream()
                                .map(spread -> name.replace('_', ' ') + " "
                                        + Numbers.fixed(spread.mean(), DECIMALS)
                                        + spread.interval()
                                                .map(interval -> " (95 % " + interval(Optional.of(interval)) + ")")
                                                .orElse("")))
                        .collect(Collectors.joining(", "))
                + ". Test evaluations of this series: " + chosen.evaluations() + ".";
    }

    /** How many runs there are, and of which status, such as {@code 6 runs: 4 finished, 2 running}. */
    public String counts() {
        String each = results.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return CountText.of(results.runs().size(), "run") + ": " + each;
    }

    /** How many jobs wait or run, by state, such as {@code ; in the queue: 2 pending (Resources)}; empty without any. */
    public static String queue(Collection<Slurm.Job> jobs) {
        String summary = Slurm.summary(jobs);
        return summary.isEmpty() ? "" : "; in the queue: " + summary;
    }

    private List<String> table() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(results.series().varied().stream()
                .map(id -> new SweepTarget(id).shortName())
                .toList());
        head.addAll(List.of("runs", measure, "sd", "95 % interval"));
        List<String> others = RunOutcome.MEASURES.stream()
                .filter(name -> !name.equals(measure))
                .toList();
        head.addAll(others);
        rows.add(head);
        for (SettingResult setting : results.settings()) {
            List<String> row = new ArrayList<>(setting.varied().values());
            row.add(setting.finished().size() + "/" + setting.runs().size());
            Optional<Spread> spread = setting.spread(measure);
            row.add(number(spread.map(Spread::mean)));
            row.add(number(spread.map(Spread::standardDeviation)));
            row.add(interval(spread.flatMap(Spread::interval)));
            others.forEach(name -> row.add(number(setting.spread(name).map(Spread::mean))));
            rows.add(row);
        }
        return aligned(rows);
    }

    private static String number(Optional<Double> value) {
        return value.map(known -> Numbers.fixed(known, DECIMALS)).orElse(Numbers.NONE);
    }

    private static String interval(Optional<Interval> interval) {
        return interval.map(
                        known -> Numbers.fixed(known.low(), DECIMALS) + " to " + Numbers.fixed(known.high(), DECIMALS))
                .orElse(Numbers.NONE);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private List<String> best(SettingResult best) {
        Spread spread = best.spread(measure).orElseThrow();
        List<String> lines = new ArrayList<>();
        if (results.settings().size() > 1) {
            lines.add("Best setting: " + text(best.varied()) + ", " + measure + " on " + results.split() + " "
                    + Numbers.fixed(spread.mean(), DECIMALS)
                    + spread.interval()
                            .map(interval -> " (95 % " + interval(Optional.of(interval)) + ")")
                            .orElse(""));
            List<SettingResult> rivals = results.rivals(measure);
            if (!rivals.isEmpty()) {
                lines.add("Not told apart from it by these runs: "
                        + rivals.stream().map(rival -> text(rival.varied())).collect(Collectors.joining("; ")));
            }
        }
        return lines;
    }

    /** A setting as text, such as {@code lr 0.001, batch 32}. */
    public static String text(Map<String, String> setting) {
        return setting.entrySet().stream()
                .map(each -> new SweepTarget(each.getKey()).shortName() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
