package org.maferstudio.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.ThisProgram;

/**
 * The scripts of a series for Slurm: one that trains a run, as an element of a job array, and one that gathers the results
 * at the end. They are in {@code slurm/} of the series and can be submitted by hand.
 *
 * @param series to train
 * @param options of its jobs
 */
record SlurmScripts(Series series, SlurmOptions options) {
    /** Writes the script of the job array. */
    Path tasks() {
        List<String> lines = head(options.lines());
        // The signal before the time limit reaches only this process, so the program replaces the shell.
        lines.add("exec " + mafer("run-task", folder()) + " \"$SLURM_ARRAY_TASK_ID\"");
        return write("tasks.sh", lines);
    }

    /** Writes the script of the job that gathers the results. */
    Path gather() {
        List<String> asked = new ArrayList<>();
        if (!options.partition().isBlank()) {
            asked.add("--partition=" + options.partition().strip());
        }
        asked.addAll(List.of("--cpus-per-task=1", "--open-mode=append"));
        asked.addAll(options.sbatch());
        List<String> lines = head(asked);
        lines.add("exec " + mafer("series", folder(), "--gather"));
        return write("gather.sh", lines);
    }

    private List<String> head(List<String> asked) {
        List<String> lines = new ArrayList<>(List.of("#!/bin/sh"));
        asked.forEach(option -> lines.add("#SBATCH " + option));
        lines.addAll(options.setup());
        return lines;
    }

    private String folder() {
        return series.experiment().folder().toString();
    }

    private static String mafer(String... arguments) {
        return ShellWords.of(ThisProgram.mafer(arguments));
    }

    private Path write(String name, List<String> lines) {
        Path file = series.experiment().folder().resolve("slurm").resolve(name);
        SafeFile.write(file, String.join("\n", lines) + "\n");
        return file;
    }
}
