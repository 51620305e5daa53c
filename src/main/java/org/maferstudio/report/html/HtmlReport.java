package org.maferstudio.report.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.KeptPredictions;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.report.comparison.SplitTitle;
import org.maferstudio.report.figures.FigureFactory;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.report.figures.TooManyClasses;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * An HTML report on up to four experiments, in one self-contained file: results with intervals, figures, recipes and
 * limitations.
 */
public final class HtmlReport {

    private final String title;
    private final EvaluatedExperiments evaluated;
    private final KeptPredictions predictions;
    private final List<ResolutionSweep> sweeps;
    private final ReportMaps maps;
    private int figures;

    private HtmlReport(String title, EvaluatedExperiments evaluated, ReportMaps maps) {
        this.title = title;
        this.evaluated = evaluated;
        this.maps = maps;
        predictions = KeptPredictions.ofEnds(evaluated);
        sweeps = IntStream.range(0, evaluated.experiments().size())
                .mapToObj(predictions::sweep)
                .toList();
    }

    /**
     * Writes a report on the first split of test, validation and train that all experiments were evaluated on.
     *
     * @throws Problem if an experiment was not evaluated, or the file cannot be written
     */
    public static void write(Path file, String title, List<Experiment> experiments) {
        write(file, title, experiments, ReportMaps.NONE);
    }

    /**
     * The same with maps.
     *
     * @throws Problem as {@link #write(Path, String, List)}
     */
    public static void write(Path file, String title, List<Experiment> experiments, ReportMaps maps) {
        if (experiments.isEmpty() || experiments.size() > 4) {
            throw Problem.input(Texts.of("report.report.error.count", experiments.size()));
        }
        HtmlReport report = new HtmlReport(title, EvaluatedExperiments.of(experiments, Optional.empty()), maps);
        SafeFile.write(file, report.page());
    }

    private String page() {
        StringBuilder page = new StringBuilder(HtmlPage.head(title));
        page.append("<h1>").append(TableText.xml(title)).append("</h1>\n");
        page.append(HtmlPage.paragraph(introduction()));
        page.append("<h2>Numbers</h2>\n").append(HtmlPage.heading(SplitTitle.of(sweeps.get(0))));
        page.append(HtmlPage.numbers(numbers()));
        page.append(HtmlPage.note("n: number of samples. Parentheses contain 95 % intervals: "
                + IntervalKind.sentence(evaluated.names(), sweeps)
                + ". Log loss is in nats. Score is 0.33 accuracy + 0.67 macro F1, as in the Aff-Wild2 "
                + "challenges of 2020 and 2021."));
        page.append(ReportValues.section(evaluated.names(), sweeps));
        page.append(ReportDuplicates.section(predictions));
        FigureFactory all = FigureFactory.of(predictions);
        page.append("<h2>Accuracy by resolution</h2>\n").append(figure(all, FigureKind.RESOLUTION, Resolution.NATIVE));
        differences(page);
        if (sweeps.stream().anyMatch(sweep -> sweep.labels().isMany())) {
            page.append(HtmlPage.note(TooManyClasses.sentence(sweeps.get(0).labels())));
        } else {
            byClass(page, all);
        }
        page.append(ReportSlices.section(predictions));
        robustness(page);
        maps(page);
        confidence(page, all);
        histories(page, all);
        limits(page);
        recipes(page);
        return page.append(HtmlPage.end()).toString();
    }

    private void byClass(StringBuilder page, FigureFactory all) {
        matrices(page, all);
        if (sameLabels()) {
            page.append("<h2>Accuracy by class</h2>\n");
            for (Resolution resolution : predictions.ends()) {
                page.append(figure(all, FigureKind.CLASSES, resolution));
            }
        }
        page.append("<h2>Accuracy by class and resolution</h2>\n")
                .append(HtmlPage.note("Accuracy of each class, in %."));
        for (int i = 0; i < sweeps.size(); i++) {
            page.append(figure(all.of(i), FigureKind.HEATMAP, Resolution.NATIVE));
        }
    }

    private String introduction() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < sweeps.size(); i++) {
            ExperimentManifest manifest = manifest(i);
            parts.add(name(i) + " (" + origin(manifest) + ")");
        }
        return "Evaluated on the split " + SplitTitle.of(sweeps.get(0)) + ": " + String.join(", ", parts)
                + ". All results can be recomputed from the prediction files in the experiments' "
                + "folders (predictions/).";
    }

    private static String origin(ExperimentManifest manifest) {
        Optional<String> imported = ImportedOrigin.title(manifest);
        if (imported.isPresent()) {
            return imported.get();
        }
        String dataset = manifest.dataset().name();
        return CountText.of(manifest.recipe().course().epochs(), "epoch") + " on "
                + (dataset.isEmpty() ? "its dataset" : dataset);
    }

    private Table numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < sweeps.size(); i++) {
            for (ResolutionSweep.Point point : sweeps.get(i).points()) {
                var scores = point.scores();
                rows.add(List.of(
                        name(i),
                        point.resolution().title() + (point.noEffect() ? " (no effect)" : ""),
                        Numbers.count(scores.n()),
                        Numbers.percent(scores.accuracy()) + " ("
                                + point.intervals().accuracy().percent() + ")",
                        Numbers.percent(scores.meanClassAccuracy()),
                        Numbers.percent(scores.macroF1()),
                        Numbers.percent(scores.weightedF1()),
                        Numbers.share(scores.kappa()),
                        Numbers.share(scores.mcc()),
                        Numbers.share(point.logLoss().orElse(Double.NaN)),
                        Numbers.share(scores.affWild2Score())));
            }
        }
        return new Table(
                List.of(
                        "Experiment",
                        "Resolution",
                        "n",
                        "Accuracy in %",
                        "Mean class acc. in %",
                        "Macro F1 in %",
                        "Weighted F1 in %",
                        "Cohen's kappa",
                        "MCC",
                        "Log loss",
                        "Score"),
                rows);
    }

    private void differences(StringBuilder page) {
        if (sweeps.size() < 2) {
            return;
        }
        page.append("<h2>Comparison</h2>\n<ul>\n");
        for (Resolution resolution : predictions.ends()) {
            for (Comparison pair : Comparison.all(predictions, resolution)) {
                page.append("<li>At ")
                        .append(resolution.title())
                        .append(": ")
                        .append(TableText.xml(pair.sentence()))
                        .append("</li>\n");
            }
        }
        page.append("</ul>\n");
    }

    private void matrices(StringBuilder page, FigureFactory all) {
        page.append("<h2>Confusion</h2>\n").append(HtmlPage.note("Normalised by row."));
        for (Resolution resolution : predictions.ends()) {
            page.append(figure(all, FigureKind.CONFUSION, resolution));
        }
    }

    private void robustness(StringBuilder page) {
        List<ReportRobustness> kinds = ReportRobustness.of(evaluated);
        if (kinds.isEmpty()) {
            return;
        }
        page.append("<h2>Robustness</h2>\n").append(HtmlPage.note(ReportRobustness.NOTE));
        for (ReportRobustness kind : kinds) {
            figures++;
            page.append(kind.section(figures));
        }
    }

    private void maps(StringBuilder page) {
        if (maps.networks().isEmpty()) {
            return;
        }
        page.append("<h2>What the networks look at</h2>\n").append(maps.note(evaluated.names()));
        for (String name : evaluated.names()) {
            if (maps.networks().containsKey(name)) {
                figures++;
                page.append(HtmlPage.heading(name)).append(HtmlPage.figure(maps.figure(name), figures));
            }
        }
    }

    private void confidence(StringBuilder page, FigureFactory all) {
        List<Resolution> sure = predictions.ends().stream()
                .filter(at -> all.withoutProbabilities(at).isEmpty())
                .toList();
        if (sure.isEmpty()) {
            return;
        }
        page.append("<h2>Calibration</h2>\n");
        for (Resolution resolution : sure) {
            page.append(figure(all, FigureKind.RELIABILITY, resolution));
        }
    }

    private boolean sameLabels() {
        return sweeps.stream()
                .allMatch(sweep -> sweep.labels().equals(sweeps.get(0).labels()));
    }

    private void histories(StringBuilder page, FigureFactory all) {
        boolean any = evaluated.experiments().stream()
                .anyMatch(experiment -> !experiment.history().rows().isEmpty());
        if (any) {
            page.append("<h2>Training</h2>\n").append(figure(all, FigureKind.HISTORY, Resolution.NATIVE));
        }
    }

    private void limits(StringBuilder page) {
        page.append("<h2>Limitations</h2>\n<ul>\n");
        for (String limit : ReportLimits.of(predictions, sweeps)) {
            page.append("<li>").append(TableText.xml(limit)).append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private void recipes(StringBuilder page) {
        page.append("<h2>Recipes</h2>\n");
        Recipe first = manifest(0).recipe();
        for (int i = 0; i < sweeps.size(); i++) {
            ExperimentManifest manifest = manifest(i);
            page.append(HtmlPage.heading(name(i)));
            if (manifest.state().status() == RunStatus.IMPORTED) {
                page.append(HtmlPage.paragraph(ImportedOrigin.sentences(manifest)));
                continue;
            }
            page.append(HtmlPage.paragraph(
                    "Trained on " + (manifest.device().isEmpty() ? "an unknown device" : manifest.device())
                            + versions(manifest.versions()) + ", seed "
                            + manifest.recipe().course().seed() + "."));
            if (i > 0) {
                List<List<String>> rows = manifest.recipe().differences(first).stream()
                        .map(each -> List.of(each.field(), each.here(), each.there()))
                        .toList();
                page.append(HtmlPage.textTable(new Table(List.of("Setting", "Here", "In " + name(0)), rows)));
            }
            page.append("<details><summary>Complete recipe</summary><pre>")
                    .append(TableText.xml(RecipeJson.write(manifest.recipe())))
                    .append("</pre></details>\n");
        }
    }

    private static String versions(Map<String, String> versions) {
        StringBuilder text = new StringBuilder();
        versions.forEach((name, version) -> text.append(", ")
                .append(
                        switch (name) {
                            case "program" -> "MAFER Studio ";
                            case "java" -> "Java ";
                            case "engine" -> "";
                            default -> name + " ";
                        })
                .append(version));
        return text.toString();
    }

    private String figure(FigureFactory of, FigureKind kind, Resolution resolution) {
        figures++;
        String header = of.header(kind, resolution);
        return (header.isEmpty() ? "" : HtmlPage.heading(header)) + HtmlPage.figure(of.make(kind, resolution), figures);
    }

    private ExperimentManifest manifest(int index) {
        return evaluated.experiments().get(index).manifest();
    }

    private String name(int index) {
        return evaluated.names().get(index);
    }
}
