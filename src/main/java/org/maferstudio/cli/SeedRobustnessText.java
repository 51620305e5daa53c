package org.maferstudio.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.report.comparison.SeedRobustness;
import org.maferstudio.report.figures.RobustnessFigure;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Numbers;

/** The robustness over seeds, as {@code mafer robustness} prints it. */
final class SeedRobustnessText {
    private SeedRobustnessText() {}

    /** For people; empty if no recipe has several seeds. */
    static List<String> lines(SeedRobustness seeds) {
        List<String> lines = new ArrayList<>();
        for (SeedRobustness.Setting setting : seeds.settings()) {
            lines.add(setting.name() + ", mean over the seeds "
                    + setting.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ":");
            setting.accuracy()
                    .forEach((degradation, accuracy) -> lines.add(String.format(
                            Locale.ROOT,
                            "  %9s  accuracy %5s%s  sd %s  seeds %d",
                            RobustnessFigure.strength(degradation),
                            Numbers.percent(accuracy.mean()),
                            accuracy.interval()
                                    .map(each -> " (" + each.percent() + ")")
                                    .orElse(""),
                            Numbers.percent(accuracy.standardDeviation()),
                            accuracy.n())));
        }
        String pair = "";
        for (SeedRobustness.Difference difference : seeds.differences()) {
            String heading =
                    difference.b() + " minus " + difference.a() + ", mean over the seeds that both have, in points:";
            if (!heading.equals(pair)) {
                lines.add(heading);
                pair = heading;
            }
            Spread spread = difference.accuracy();
            lines.add(String.format(
                    Locale.ROOT,
                    "  %9s  %6s (%s)  seeds %d",
                    RobustnessFigure.strength(difference.degradation()),
                    Comparison.signed(spread.mean()),
                    spread.interval().map(Comparison::signed).orElse(Numbers.NONE),
                    spread.n()));
        }
        return lines;
    }

    /** For programs: {@code seeds} and {@code seed_differences}. */
    static Map<String, Object> object(SeedRobustness seeds) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(
                "seeds",
                seeds.settings().stream().map(SeedRobustnessText::object).toList());
        object.put(
                "seed_differences",
                seeds.differences().stream().map(SeedRobustnessText::object).toList());
        return object;
    }

    private static Map<String, Object> object(SeedRobustness.Setting setting) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", setting.name());
        one.put("seeds", setting.seeds());
        List<Object> strengths = new ArrayList<>();
        setting.accuracy().forEach((degradation, accuracy) -> strengths.add(object(degradation, accuracy)));
        one.put("strengths", strengths);
        return one;
    }

    private static Map<String, Object> object(SeedRobustness.Difference difference) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", difference.a());
        one.put("b", difference.b());
        one.putAll(object(difference.degradation(), difference.accuracy()));
        return one;
    }

    private static Map<String, Object> object(Optional<Degradation> degradation, Spread spread) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("strength", degradation.map(Degradation::strength).orElse(null));
        one.put("n", spread.n());
        one.put("mean", spread.mean());
        one.put("sd", spread.n() < 2 ? null : spread.standardDeviation());
        one.put(
                "interval",
                spread.interval().map(each -> List.of(each.low(), each.high())).orElse(null));
        return one;
    }
}
