package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.training.evaluation.CrossDatasetEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates networks on each other's datasets. */
@Command(
        name = "cross-dataset",
        description = {
            "Evaluate every experiment's network on the dataset of every other.",
            "Prints a table with one row per network and one column per dataset. Classes are "
                    + "matched by name; unmatched classes are left out and listed."
        })
final class CrossDatasetCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", arity = "2..*", description = "Folders of two or more experiments.")
    private List<Path> folders;

    @Option(
            names = "--resolution",
            paramLabel = "RESOLUTION",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolution: native, or a number of pixels (default: ${DEFAULT-VALUE}).")
    private Resolution resolution;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CrossDatasetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Experiment> experiments = folders.stream().map(Experiment::open).toList();
        CrossDatasetEvaluation matrix = CrossDatasetEvaluation.of(
                experiments, EvaluatedExperiments.names(experiments), resolution, console.progress("cross-dataset"));
        matrix.notes().forEach(console::message);
        if (json) {
            console.json(Map.of(
                    "rows", matrix.rows(),
                    "columns", matrix.columns(),
                    "cells",
                            matrix.cells().stream()
                                    .map(CrossDatasetCommand::object)
                                    .toList()));
        } else {
            table(matrix).forEach(console::print);
        }
        return matrix.isComplete() ? ExitCode.DONE : ExitCode.STOPPED;
    }

    /** Formats accuracies in percent, with a star if the network was trained on that dataset. */
    private static List<String> table(CrossDatasetEvaluation matrix) {
        int first = width(matrix.rows(), 8);
        int other = width(matrix.columns(), 7);
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(padded("", first));
        matrix.columns().forEach(column -> head.append("  ").append(padded(column, other)));
        lines.add(head.toString().stripTrailing());
        for (String row : matrix.rows()) {
            StringBuilder line = new StringBuilder(padded(row, first));
            for (String column : matrix.columns()) {
                String value = matrix.cell(row, column)
                        .map(cell -> Numbers.percent(cell.accuracy()) + (cell.ownDataset() ? " *" : ""))
                        .orElse("-");
                line.append("  ").append(padded(value, other));
            }
            lines.add(line.toString().stripTrailing());
        }
        lines.add("Accuracy in %; * marks the dataset that the network was trained on.");
        return lines;
    }

    private static int width(List<String> names, int least) {
        return names.stream().mapToInt(String::length).reduce(least, Math::max);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static Map<String, Object> object(CrossDatasetEvaluation.Cell cell) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("network", cell.row());
        object.put("dataset", cell.column());
        object.put("own", cell.ownDataset());
        object.put("split", cell.split());
        object.put("n", cell.n());
        object.put("accuracy", cell.accuracy());
        object.put("mean_class_accuracy", cell.meanClassAccuracy());
        object.put("interval", List.of(cell.interval().low(), cell.interval().high()));
        object.put("interval_by_group", cell.byGroup());
        return object;
    }
}
