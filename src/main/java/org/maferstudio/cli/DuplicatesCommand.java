package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maferstudio.cli.options.DatasetLayoutOptions;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.check.DatasetCheck;
import org.maferstudio.datasets.check.DatasetCheckResult;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Progress;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the images of a dataset that show the same photograph. */
@Command(
        name = "duplicates",
        description = {
            "List exact and near duplicates in a dataset.",
            "Prints how many groups of duplicates there are, and how many of them lie in more than one split: "
                    + "images in both training and test inflate the test accuracy."
        })
final class DuplicatesCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("group", "kind", "split", "class", "sample");

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, CSV files, or ZIP files of either; several paths form one dataset.")
    private List<String> paths;

    @Mixin
    private DatasetLayoutOptions layout;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "Write a table with one row per image: group, kind, split, class, sample.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object with all groups.")
    private boolean json;

    @Mixin
    private ForceOption force;

    DuplicatesCommand(Console console) {
        this.console = console;
    }

    /** Images that show the same photograph. */
    private record Group(DatasetIssue.Kind kind, List<Sample> samples) {
        List<String> splits() {
            return samples.stream().map(Sample::split).distinct().toList();
        }
    }

    @Override
    public Integer call() {
        if (out != null) {
            force.check(out, OutputFile.Kind.TABLE);
            force.checkTable(out, TableText.csvLine(COLUMNS));
        }
        Progress progress = console.progress("Duplicates");
        DatasetSource source = layout.applyTo(DatasetSource.of(paths.toArray(String[]::new)));
        try (Dataset dataset = Datasets.open(source, progress)) {
            PixelCache cache = PixelCache.fill(dataset.samples(), progress);
            DatasetCheckResult result = DatasetCheck.examine(dataset, cache, DuplicateStore.ofThisSystem(), progress);
            if (console.stopRequested()) {
                console.message("Stopped before all images were compared.");
                return ExitCode.STOPPED;
            }
            List<Group> groups = groups(dataset, result);
            if (out != null) {
                SafeFile.write(out, TableText.csv(table(dataset, groups)));
            }
            if (json) {
                console.json(object(dataset, groups));
            } else {
                print(groups);
            }
            return ExitCode.DONE;
        }
    }

    /** Those in several splits come first. */
    private static List<Group> groups(Dataset dataset, DatasetCheckResult result) {
        Map<String, Sample> samples =
                dataset.samples().stream().collect(Collectors.toMap(Sample::id, Function.identity()));
        return result.findings().stream()
                .filter(finding -> finding.kind() == DatasetIssue.Kind.EXACT_DUPLICATE
                        || finding.kind() == DatasetIssue.Kind.NEAR_DUPLICATE)
                .map(finding -> new Group(
                        finding.kind(),
                        finding.samples().stream().map(samples::get).toList()))
                .sorted(Comparator.comparing(group -> group.splits().size() == 1))
                .toList();
    }

    private static Table table(Dataset dataset, List<Group> groups) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Sample sample : groups.get(i).samples()) {
                rows.add(List.of(
                        String.valueOf(i + 1),
                        groups.get(i).kind().id(),
                        sample.split(),
                        dataset.labels().name(sample.label()),
                        sample.id()));
            }
        }
        return new Table(COLUMNS, rows);
    }

    private static Map<String, Object> object(Dataset dataset, List<Group> groups) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Group group : groups) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("kind", group.kind().id());
            object.put("splits", group.splits());
            object.put("samples", group.samples().stream().map(Sample::id).toList());
            all.add(object);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("dataset", dataset.name());
        object.put("groups", all);
        return object;
    }

    private void print(List<Group> groups) {
        if (groups.isEmpty()) {
            console.print("No duplicates.");
        }
        groups.stream()
                .collect(Collectors.groupingBy(
                        group -> group.kind().id() + ", " + String.join(" and ", group.splits()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((what, which) -> {
                    int images = which.stream()
                            .mapToInt(group -> group.samples().size())
                            .sum();
                    console.print(
                            what + ": " + CountText.of(which.size(), "group") + ", " + CountText.of(images, "image"));
                });
    }
}
