package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.DatasetOptions;
import org.maferstudio.cli.options.PredictionsOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.slices.ColumnsFile;
import org.maferstudio.slices.ImageMeasures;
import org.maferstudio.slices.JoinedTable;
import org.maferstudio.slices.KnownColumns;
import org.maferstudio.slices.SampleColumns;
import org.maferstudio.slices.Slice;
import org.maferstudio.slices.SliceDifference;
import org.maferstudio.slices.SlicedResults;
import org.maferstudio.texts.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints results by the values of a column. */
@Command(
        name = "slices",
        description = {
            "Show for which images networks fail: accuracy by the values of a column, the worst first.",
            "Columns are class, group, the folders of the images' names, those of tables that name the images, and "
                    + "measures of the images. Tables and measures are kept in the experiments. Columns of many "
                    + "numbers are divided at their quartiles. Without --by, lists the columns."
        })
final class SlicesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "DIR|FILE.mafer",
            arity = "1..*",
            description =
                    "Folders or bundles of experiments; with two or more, later ones are compared with the first.")
    private List<Path> folders;

    @Option(names = "--by", paramLabel = "COLUMN", description = "Column whose values divide the images.")
    private String by;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description =
                    "Table with a row per image, joined by file name: CSV, TSV, Excel, JSON or NumPy; or the folder of "
                            + "RAF-DB's attribute files.")
    private List<Path> tables = List.of();

    @Option(
            names = "--measure",
            description =
                    "Measure brightness, contrast, sharpness, size, and side and tilt of the face on the images of "
                            + "the experiment's dataset, or of --dataset.")
    private boolean measure;

    @Mixin
    private PredictionsOptions predictions;

    @Mixin
    private DatasetOptions dataset;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SlicesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            EvaluatedExperiments evaluated = EvaluatedExperiments.of(library.open(folders), predictions.split());
            Experiment first = evaluated.experiments().get(0);
            List<Predictions> sweep = sweep(first, evaluated.split());
            Optional<SampleColumns> columns = columns(evaluated, sweep.get(0));
            if (columns.isEmpty()) {
                return ExitCode.STOPPED;
            }
            if (by == null) {
                list(columns.get());
                return ExitCode.DONE;
            }
            String column = columns.get().named(by);
            Resolution resolution = predictions.resolution();
            checkEvaluated(first, evaluated.split(), resolution);
            SlicedResults results = SlicedResults.of(column, columns.get(), sweep);
            Map<String, List<SliceDifference>> differences = new LinkedHashMap<>();
            for (int i = 1; i < evaluated.experiments().size(); i++) {
                Predictions other = evaluated.experiments().get(i).predictions(evaluated.split(), resolution);
                differences.put(
                        evaluated.names().get(i),
                        SliceDifference.of(column, columns.get(), at(sweep, resolution), other));
            }
            if (json) {
                console.json(object(evaluated, results, differences));
            } else {
                print(evaluated, results, differences);
            }
            return ExitCode.DONE;
        }
    }

    private static List<Predictions> sweep(Experiment experiment, String split) {
        return EvaluatedExperiments.resolutions(experiment, split).stream()
                .map(resolution -> experiment.predictions(split, resolution))
                .toList();
    }

    private static Predictions at(List<Predictions> sweep, Resolution resolution) {
        return sweep.stream()
                .filter(each -> each.resolution().equals(resolution))
                .findFirst()
                .orElseThrow();
    }

    private static void checkEvaluated(Experiment experiment, String split, Resolution resolution) {
        if (!EvaluatedExperiments.resolutions(experiment, split).contains(resolution)) {
            // Reading says which command evaluates it.
            experiment.predictions(split, resolution);
        }
    }

    /** All columns of the samples; empty if measuring was stopped. */
    private Optional<SampleColumns> columns(EvaluatedExperiments evaluated, Predictions rows) {
        SampleColumns added = SampleColumns.NONE;
        List<String> ids = rows.rows().stream().map(Prediction::sample).toList();
        for (Path table : tables) {
            JoinedTable joined = JoinedTable.of(table, ids);
            console.message(table + ": " + Numbers.count(joined.samples()) + " of " + Numbers.count(ids.size())
                    + " images found in column " + joined.key() + ".");
            added = added.with(joined.columns());
        }
        if (measure) {
            Experiment first = evaluated.experiments().get(0);
            DatasetSource source =
                    dataset.source(first.manifest().recipe().dataset()).orElseGet(() -> LocatedDatasets.source(first));
            Progress progress = console.progress("measure");
            try (Dataset images = Datasets.open(source, progress)) {
                added = added.with(ImageMeasures.of(images.samples(evaluated.split()), progress));
            }
            if (progress.stopRequested()) {
                return Optional.empty();
            }
        }
        SampleColumns known = KnownColumns.of(rows);
        for (Experiment experiment : evaluated.experiments()) {
            known = known.with(ColumnsFile.read(experiment));
            if (!added.names().isEmpty() && !experiment.isBundle()) {
                ColumnsFile.add(experiment, added);
            }
        }
        return Optional.of(known.with(added));
    }

    private void list(SampleColumns columns) {
        if (json) {
            console.json(Map.of("columns", columns.names()));
        } else {
            console.print("Columns: " + String.join(", ", columns.names()) + ".");
        }
    }

    private void print(
            EvaluatedExperiments evaluated, SlicedResults results, Map<String, List<SliceDifference>> differences) {
        Resolution resolution = predictions.resolution();
        console.print("Accuracy by " + results.column() + " on " + evaluated.split() + " at " + resolution.title()
                + ", worst first:");
        for (Slice slice : results.worstFirst(resolution)) {
            console.print(String.format(
                    "  %6s (%s)  n %7s  %s%s",
                    Numbers.percent(slice.accuracy(resolution)),
                    slice.interval(resolution).percent(),
                    Numbers.count(slice.n()),
                    slice.value(),
                    slice.isSmall() ? "  (few images)" : ""));
        }
        differences.forEach((name, slices) -> {
            console.print(name + " minus " + evaluated.names().get(0) + ", in points:");
            for (SliceDifference slice : slices) {
                console.print(String.format(
                        "  %6s (%s to %s)  n %7s  p %s  %s%s",
                        Numbers.signed(100 * slice.difference(), 1),
                        Numbers.signed(100 * slice.interval().low(), 1),
                        Numbers.signed(100 * slice.interval().high(), 1),
                        Numbers.count(slice.n()),
                        Numbers.fixed(slice.p(), 3),
                        slice.value(),
                        slice.isSmall() ? "  (few images)" : ""));
            }
        });
        if (!differences.isEmpty()) {
            console.message("The p-values are corrected for the number of slices by Holm's method.");
        }
    }

    private Map<String, Object> object(
            EvaluatedExperiments evaluated, SlicedResults results, Map<String, List<SliceDifference>> differences) {
        Resolution resolution = predictions.resolution();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("column", results.column());
        object.put("split", evaluated.split());
        object.put("resolution", resolution.id());
        object.put(
                "slices",
                results.worstFirst(resolution).stream()
                        .map(slice -> object(slice, resolution))
                        .toList());
        List<Object> others = new ArrayList<>();
        differences.forEach((name, slices) -> {
            Map<String, Object> other = new LinkedHashMap<>();
            other.put("a", evaluated.names().get(0));
            other.put("b", name);
            other.put("slices", slices.stream().map(SlicesCommand::object).toList());
            others.add(other);
        });
        object.put("differences", others);
        return object;
    }

    private static Map<String, Object> object(Slice slice, Resolution resolution) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("value", slice.value());
        object.put("n", slice.n());
        object.put("accuracy", slice.accuracy(resolution));
        object.put("interval", ends(slice.interval(resolution)));
        object.put("few", slice.isSmall());
        Map<String, Object> resolutions = new LinkedHashMap<>();
        for (ResolutionSweep.Point point : slice.sweep().points()) {
            Map<String, Object> at = new LinkedHashMap<>();
            at.put("accuracy", point.scores().accuracy());
            at.put("interval", ends(point.intervals().accuracy()));
            resolutions.put(point.resolution().id(), at);
        }
        object.put("resolutions", resolutions);
        return object;
    }

    private static Map<String, Object> object(SliceDifference slice) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("value", slice.value());
        object.put("n", slice.n());
        object.put("accuracy_a", slice.accuracyA());
        object.put("accuracy_b", slice.accuracyB());
        object.put("difference", slice.difference());
        object.put("interval", ends(slice.interval()));
        object.put("p_holm", slice.p());
        object.put("few", slice.isSmall());
        return object;
    }

    private static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }
}
