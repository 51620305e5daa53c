package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.cli.options.DatasetOptions;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.Series;
import org.maferstudio.explain.ClassMaps;
import org.maferstudio.explain.Explainer;
import org.maferstudio.explain.Explanation;
import org.maferstudio.explain.ExplanationMethod;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.html.HtmlReport;
import org.maferstudio.report.html.ReportMaps;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.report.SeriesHtml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an HTML report on experiments. */
@Command(
        name = "report",
        description = {
            "Write an HTML report on experiments.",
            "The report is one file with recipes, provenance, results, figures and their limitations. Of a series, it has the "
                    + "settings, their effects, and curves with bands over seeds and folds."
        })
final class ReportCommand implements Callable<Integer> {
    private static final int MOST_IMAGES = 1000;

    private final Console console;

    @Parameters(
            paramLabel = "DIR|FILE.mafer",
            arity = "1..4",
            description = "Folders or bundles of one to four experiments.")
    private List<Path> folders;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.html",
            description = "File to write. An existing report is replaced.")
    private Path out;

    @Option(
            names = "--maps",
            paramLabel = "N",
            description = "Add maps of what in faces speaks for each class, at the highest, a middle and the lowest "
                    + "resolution: the mean over up to N images, 1 to 1000. Needs the networks and the dataset, and "
                    + "for 10 images minutes per network (default: no maps).")
    private Integer maps;

    @Mixin
    private DatasetOptions dataset;

    @Mixin
    private ForceOption force;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        force.check(out, OutputFile.Kind.REPORT);
        if (maps != null && (maps < 1 || maps > MOST_IMAGES)) {
            throw Problem.input("--maps must be from 1 to " + MOST_IMAGES + ", got " + maps + ".");
        }
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            List<Experiment> experiments = library.open(folders);
            Optional<Series> series = experiments.size() == 1
                    ? Series.of(experiments.get(0)).filter(SeriesHtml::suits)
                    : Optional.empty();
            if (series.isPresent()) {
                if (maps != null) {
                    throw Problem.input("--maps is for reports on experiments. Give runs of the series instead of its "
                            + "folder.");
                }
                SeriesHtml.write(out, SeriesResults.read(series.get()), RunOutcome.ACCURACY);
                console.print(out.toString());
                return ExitCode.DONE;
            }
            String title = EvaluatedExperiments.names(experiments).stream().collect(Collectors.joining(" and "));
            Progress progress = console.progress("maps");
            ReportMaps computed = maps == null ? ReportMaps.NONE : maps(experiments, progress);
            if (progress.stopRequested()) {
                return ExitCode.STOPPED;
            }
            HtmlReport.write(out, title, experiments, computed);
        }
        console.print(out.toString());
        return ExitCode.DONE;
    }

    /** Of the networks that are there. */
    private ReportMaps maps(List<Experiment> experiments, Progress progress) {
        EvaluatedExperiments evaluated = EvaluatedExperiments.of(experiments, Optional.empty());
        ComputeDevice place = ComputeEngine.load(Recipe.DEFAULT.machine().threadsHere())
                .device(DeviceChoice.of(Recipe.DEFAULT.machine().device()));
        Map<String, List<List<Explanation>>> networks = new LinkedHashMap<>();
        for (int i = 0; i < experiments.size() && !progress.stopRequested(); i++) {
            Experiment experiment = experiments.get(i);
            String name = evaluated.names().get(i);
            if (!experiment.hasNetwork()) {
                console.message(name + " has no network here, so the report has no maps of it.");
                continue;
            }
            DatasetSource source = dataset.source(experiment.manifest().recipe().dataset())
                    .orElseGet(() -> LocatedDatasets.source(experiment));
            try (Explainer explainer = new Explainer(experiment, ExplanationMethod.OCCLUSION, place)) {
                if (explainer.labels().isMany()) {
                    console.message(name + " has too many classes for maps of each.");
                    continue;
                }
                Set<Integer> all =
                        IntStream.range(0, explainer.labels().size()).boxed().collect(Collectors.toSet());
                ClassMaps.Request request = new ClassMaps.Request(all, some(evaluated.resolutions()), maps);
                networks.put(
                        name,
                        List.copyOf(DatasetMaps.of(explainer, source, evaluated.split(), request, progress)
                                .values()));
            }
        }
        return new ReportMaps(networks, maps);
    }

    /** The first, a middle and the last. */
    private static List<Resolution> some(List<Resolution> resolutions) {
        if (resolutions.isEmpty()) {
            return List.of(Resolution.NATIVE);
        }
        int last = resolutions.size() - 1;
        return IntStream.of(0, (last + 1) / 2, last)
                .distinct()
                .mapToObj(resolutions::get)
                .toList();
    }
}
