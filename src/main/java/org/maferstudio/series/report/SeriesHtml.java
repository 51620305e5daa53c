package org.maferstudio.series.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.html.HtmlPage;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.results.Spread;
import org.maferstudio.series.ChosenEvaluation;
import org.maferstudio.series.Halving;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesMeasure;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.SettingTitle;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.texts.Numbers;

/** An HTML report on a series, in one self-contained file: settings, best setting, effects, bands and limitations. */
public final class SeriesHtml {
    private final SeriesResults results;
    private final String measure;
    private final SeriesFigures figures;
    private final StringBuilder page = new StringBuilder();
    private int number;

    private SeriesHtml(SeriesResults results, String measure) {
        this.results = results;
        this.measure = measure;
        this.figures = new SeriesFigures(results, measure);
    }

    /** Whether a series has a report of its own: folds with common predictions are reported as one experiment. */
    public static boolean suits(Series series) {
        return series.isSweep() || series.experiment().predictionFiles().isEmpty();
    }

    /**
     * Writes a report.
     *
     * @param measure of effects and the best setting, see {@link RunOutcome#measures}
     * @throws Problem if the file cannot be written
     */
    public static void write(Path file, SeriesResults results, String measure) {
        SafeFile.write(file, new SeriesHtml(results, measure).page());
    }

    private String page() {
        String title = results.series().recipe().name();
        page.append(HtmlPage.head(title));
        page.append("<h1>").append(TableText.xml(title)).append("</h1>\n");
        page.append(HtmlPage.paragraph(introduction()));
        page.append("<h2>Settings</h2>\n").append(HtmlPage.numbers(settings()));
        page.append(HtmlPage.note(
                "In %, on the " + results.split() + " split. SD: standard deviation over runs. The 95 % intervals of "
                        + "the mean are Student's, with runs as independent samples."));
        best();
        if (!results.series().varied().isEmpty()) {
            page.append("<h2>Effects</h2>\n")
                    .append(HtmlPage.note(
                            "For each value the mean over all runs with it, whatever their other settings, and its 95 % "
                                    + "interval."));
            results.series().varied().stream()
                    .map(SweepTarget::new)
                    .forEach(target -> figure(target.label(), () -> figures.effect(target)));
            page.append("<h2>All settings</h2>\n");
            figure("", figures::parallel);
        }
        List<SettingResult> shown = figures.shown(Optional.empty());
        page.append("<h2>Accuracy by resolution</h2>\n");
        figure(figures.header(SeriesFigureKind.RESOLUTION), () -> figures.resolutions(shown));
        page.append("<h2>Training</h2>\n");
        figure(figures.header(SeriesFigureKind.HISTORY), () -> figures.epochs(shown));
        unfinished();
        limits();
        page.append("<h2>Recipe</h2>\n<details><summary>The recipe that all runs start from</summary><pre>")
                .append(TableText.xml(RecipeJson.write(results.series().recipe())))
                .append("</pre></details>\n");
        return page.append(HtmlPage.end()).toString();
    }

    private String introduction() {
        int settings = results.settings().size();
        String counts = results.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return CountText.of(results.runs().size(), "run") + " of " + CountText.of(settings, "setting") + " ("
                + results.series().plan().title() + "): " + counts
                + ". All results can be recomputed from the prediction files in the folders of the runs.";
    }

    private Table settings() {
        List<String> head = new ArrayList<>(results.series().varied().stream()
                .map(id -> new SweepTarget(id).label())
                .toList());
        head.add("Runs");
        List<String> measures = RunOutcome.MEASURES.stream()
                .filter(name -> !name.equals(measure))
                .toList();
        head.addAll(List.of(SeriesMeasure.title(measure), "SD", "95 % interval"));
        measures.forEach(name -> head.add(SeriesMeasure.title(name)));
        List<List<String>> rows = new ArrayList<>();
        for (SettingResult setting : results.settings()) {
            List<String> row = new ArrayList<>();
            setting.varied().forEach((id, value) -> row.add(SettingTitle.value(new SweepTarget(id), value)));
            row.add(setting.finished().size() + "/" + setting.runs().size());
            Optional<Spread> spread = setting.spread(measure);
            row.add(percent(spread.map(Spread::mean)));
            row.add(percent(spread.filter(known -> known.n() > 1).map(Spread::standardDeviation)));
            row.add(interval(spread));
            measures.forEach(name -> row.add(percent(setting.spread(name).map(Spread::mean))));
            rows.add(row);
        }
        return new Table(head, rows);
    }

    private static String percent(Optional<Double> share) {
        return share.map(Numbers::percent).orElse(Numbers.NONE);
    }

    private static String interval(Optional<Spread> spread) {
        return spread.flatMap(Spread::interval)
                .map(interval -> Numbers.percent(interval.low(), interval.high()))
                .orElse(Numbers.NONE);
    }

    private void best() {
        Optional<SettingResult> best = results.settings().size() > 1 ? results.best(measure) : Optional.empty();
        best.ifPresent(setting -> {
            page.append("<h2>Best setting</h2>\n")
                    .append(HtmlPage.paragraph(setting.title() + ": " + value(measure, setting.spread(measure)) + " on "
                            + results.split() + ", over "
                            + CountText.of(setting.finished().size(), "run") + "."));
            List<SettingResult> rivals = results.rivals(measure);
            page.append(HtmlPage.paragraph(
                    rivals.isEmpty()
                            ? "These runs tell it apart from all other complete settings: the 95 % interval of the difference, over "
                                    + "runs with the same seed and fold, does not contain 0."
                            : "Not told apart from it by these runs: "
                                    + rivals.stream().map(SettingResult::title).collect(Collectors.joining("; "))
                                    + "."));
        });
        if (results.split().equals(Sample.VALIDATION)) {
            page.append(HtmlPage.paragraph(ChosenEvaluation.Outcome.of(results.series())
                    .map(this::tested)
                    .orElse("No setting of this series was evaluated on test.")));
        }
        Halving.of(results.series())
                .ifPresent(halving -> page.append(HtmlPage.paragraph("Successive halving: "
                        + Numbers.count(results.epochsDone()) + " of " + Numbers.count(results.epochsPlanned())
                        + " epochs were trained. Settings that stopped early were compared by fewer epochs.")));
    }

    private String tested(ChosenEvaluation.Outcome chosen) {
        String values = RunOutcome.MEASURES.stream()
                .filter(name -> chosen.spread(name).isPresent())
                .map(name -> value(name, chosen.spread(name)))
                .collect(Collectors.joining(", "));
        String setting = chosen.varied().isEmpty() ? "" : " of " + SettingTitle.of(chosen.varied());
        return "On test" + setting + ": " + values + ". Test evaluations of this series: " + chosen.evaluations() + ".";
    }

    private static String value(String name, Optional<Spread> spread) {
        String interval = interval(spread);
        return SeriesMeasure.title(name) + " " + percent(spread.map(Spread::mean)) + " %"
                + (interval.equals(Numbers.NONE) ? "" : " (95 %: " + interval + ")");
    }

    /** A figure, or why there is none. */
    private void figure(String heading, Supplier<Figure> made) {
        if (!heading.isEmpty()) {
            page.append(HtmlPage.heading(heading));
        }
        try {
            number++;
            page.append(HtmlPage.figure(made.get(), number));
        } catch (Problem missing) {
            page.append(HtmlPage.note(missing.getMessage()));
        }
    }

    private void unfinished() {
        List<List<String>> rows = results.runs().stream()
                .filter(run -> !run.isFinished())
                .map(run -> List.of(run.run().name(), run.status().title(), String.valueOf(run.epoch()), run.problem()))
                .toList();
        if (!rows.isEmpty()) {
            page.append("<h2>Unfinished runs</h2>\n")
                    .append(HtmlPage.textTable(new Table(List.of("Run", "Status", "Epoch", "Reason"), rows)));
        }
    }

    private void limits() {
        List<String> limits = new ArrayList<>();
        limits.add(
                "Intervals treat runs as independent. Runs on the same images are not quite: folds share training images, and "
                        + "seeds share all of them. So the intervals show how far seeds and folds scatter, and are no test.");
        if (results.settings().size() > 1) {
            limits.add("The best of several settings is better on the split that selected it than on other images.");
        }
        if (results.settings().stream().anyMatch(setting -> setting.finished().size() < 2)) {
            limits.add("Settings with fewer than two finished runs have no interval.");
        }
        if (!results.isComplete()) {
            limits.add("Not all runs are finished.");
        }
        page.append("<h2>Limitations</h2>\n<ul>\n");
        limits.forEach(limit -> page.append("<li>").append(TableText.xml(limit)).append("</li>\n"));
        page.append("</ul>\n");
    }
}
