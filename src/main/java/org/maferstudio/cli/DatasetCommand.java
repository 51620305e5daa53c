package org.maferstudio.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.DatasetLayoutOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.check.DatasetCheck;
import org.maferstudio.datasets.check.DatasetCheckResult;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes a dataset and its issues. */
@Command(
        name = "dataset",
        description = {
            "Describe a dataset and check it for issues.",
            "Prints format, images by split and class, channel means, and issues such as damaged "
                    + "images, duplicates and leaks between splits."
        })
final class DatasetCommand implements Callable<Integer> {
    private static final int SHOWN = 3;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, CSV files, or ZIP files of either; several paths form one dataset. "
                    + "\"drawn\" or \"drawn:SEED\" selects the built-in drawn faces.")
    private List<String> paths;

    @Mixin
    private DatasetLayoutOptions shape;

    @Option(names = "--json", description = "Print one JSON object with all issues.")
    private boolean json;

    private final Console console;

    DatasetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress("Dataset");
        try (Dataset dataset = Datasets.open(shape.applyTo(DatasetSource.of(paths.toArray(String[]::new))), progress)) {
            PixelCache cache = PixelCache.fill(dataset.samples(), progress);
            DatasetCheckResult diagnosis =
                    DatasetCheck.examine(dataset, cache, DuplicateStore.ofThisSystem(), progress);
            if (console.stopRequested()) {
                console.message("Stopped before all images were checked.");
                return ExitCode.STOPPED;
            }
            if (diagnosis.readable() == 0) {
                throw Problem.input("The dataset has no readable image ("
                        + CountText.of(dataset.samples().size(), "image")
                        + " found). First problem: "
                        + cache.damage().get(0).text());
            }
            if (json) {
                console.json(object(dataset, diagnosis));
            } else {
                print(dataset, diagnosis);
            }
            return ExitCode.DONE;
        }
    }

    private static Map<String, Object> object(Dataset dataset, DatasetCheckResult diagnosis) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", dataset.name());
        object.put("format", dataset.format());
        object.put("fingerprint", diagnosis.fingerprint());
        object.put("labels", dataset.labels().names());
        Map<String, Map<String, Integer>> splits = new LinkedHashMap<>();
        diagnosis.counts().forEach((split, counts) -> splits.put(split, byClass(dataset.labels(), counts)));
        object.put("splits", splits);
        object.put("readable", diagnosis.readable());
        object.put("sizes", diagnosis.sizes());
        object.put("means", diagnosis.means());
        List<Map<String, Object>> problems = new ArrayList<>();
        for (DatasetIssue finding : diagnosis.findings()) {
            if (finding.kind() != DatasetIssue.Kind.NOTE) {
                Map<String, Object> problem = new LinkedHashMap<>();
                problem.put("kind", finding.kind().id());
                problem.put("where", finding.where());
                problem.put("text", finding.text());
                problem.put("samples", finding.samples());
                problems.add(problem);
            }
        }
        object.put("problems", problems);
        object.put("notes", dataset.notes());
        return object;
    }

    private static Map<String, Integer> byClass(LabelSet labels, int[] counts) {
        Map<String, Integer> byClass = new LinkedHashMap<>();
        for (int label = 0; label < counts.length; label++) {
            byClass.put(labels.name(label), counts[label]);
        }
        return byClass;
    }

    private void print(Dataset dataset, DatasetCheckResult diagnosis) {
        console.print(line(
                "%s (%s): %s, %s",
                dataset.name(),
                dataset.format(),
                CountText.of(diagnosis.readable(), "image"),
                sizes(diagnosis.sizes())));
        console.print("");
        printCounts(dataset.labels(), diagnosis.counts());
        console.print("");
        diagnosis
                .means()
                .forEach((split, mean) -> console.print(line(
                        "mean of %s: blue %.4f, green %.4f, red %.4f, grey %.4f",
                        split, mean.blue(), mean.green(), mean.red(), mean.grey())));
        console.print("fingerprint: " + diagnosis.fingerprint());
        diagnosis.byKind().forEach(this::printKind);
    }

    private void printCounts(LabelSet labels, Map<String, int[]> counts) {
        if (labels.isMany()) {
            counts.forEach((split, numbers) -> console.print(line(
                    "%-12s %s in %,d of %,d classes, %,d to %,d each; --json lists them all",
                    split,
                    CountText.of(Arrays.stream(numbers).sum(), "image"),
                    Arrays.stream(numbers).filter(number -> number > 0).count(),
                    labels.size(),
                    Arrays.stream(numbers).min().orElse(0),
                    Arrays.stream(numbers).max().orElse(0))));
            return;
        }
        StringBuilder header = new StringBuilder(line("%-12s", ""));
        labels.names().forEach(name -> header.append(line(" %10s", name)));
        console.print(header.append(line(" %10s", "all")).toString());
        counts.forEach((split, numbers) -> {
            StringBuilder row = new StringBuilder(line("%-12s", split));
            int all = 0;
            for (int number : numbers) {
                row.append(line(" %,10d", number));
                all += number;
            }
            console.print(row.append(line(" %,10d", all)).toString());
        });
    }

    private void printKind(DatasetIssue.Kind kind, List<DatasetIssue> findings) {
        console.print("");
        console.print(line("%s: %,d", kind.id(), findings.size()));
        // All damaged samples are listed, because each has to be repaired; duplicates can be thousands.
        int shown = kind.isDamage() || kind == DatasetIssue.Kind.NOTE || kind == DatasetIssue.Kind.NO_OP_RESOLUTION
                ? findings.size()
                : SHOWN;
        findings.stream().limit(shown).forEach(finding -> console.print("  " + finding.text()));
        if (findings.size() > shown) {
            console.print(line("  ... and %,d more; --json lists them all.", findings.size() - shown));
        }
    }

    private static String sizes(Map<String, Integer> sizes) {
        String first = sizes.keySet().iterator().next();
        return sizes.size() == 1 ? first : line("%,d sizes, mostly %s (%,d)", sizes.size(), first, sizes.get(first));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
