package org.maferstudio.series;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.ThisProgram;

/**
 * A process that trains one run: {@code mafer run-task DIR N}. What it prints is in {@code logs/} of the series.
 *
 * @param slot which of those that run at once it is, from 0
 */
record TaskProcess(SeriesRun run, int slot, Process process, RunLog log) {
    /** Ctrl+C in a terminal is sent to all processes; the runner asks each task to stop, once. */
    private static final List<String> WITHOUT_CTRL_C = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    /**
     * Starts processes.
     *
     * @param series of the runs
     * @param epochs that they train at most; 0 for all
     */
    record Start(Series series, int epochs) {
        /**
         * Starts one.
         *
         * @param environment variables in addition to those of this process
         */
        TaskProcess of(SeriesRun run, int slot, Map<String, String> environment) throws IOException {
            RunLog log = RunLog.of(series, run);
            Files.createDirectories(log.file().getParent());
            List<String> arguments = new ArrayList<>(
                    List.of("run-task", series.experiment().folder().toString(), Integer.toString(run.number())));
            if (epochs > 0) {
                arguments.addAll(List.of("--until-epoch", Integer.toString(epochs)));
            }
            List<String> command = new ArrayList<>(isWindows() ? List.of() : WITHOUT_CTRL_C);
            command.addAll(ThisProgram.mafer(arguments.toArray(String[]::new)));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()));
            builder.environment().putAll(environment);
            return new TaskProcess(run, slot, builder.start(), log);
        }
    }

    private static File nothing() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** Asks it to save and end. */
    void stop() {
        process.destroy();
    }
}
