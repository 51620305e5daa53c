package org.maferstudio.network.check;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.TemporaryFiles;
import org.maferstudio.job.ThisProgram;
import org.maferstudio.network.check.CheckRunner.Ending;
import org.maferstudio.network.engine.InstalledTorch;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/** Starts this exact program a second time, as {@link EngineCheckProcess}, and reports how it ended. */
final class ChildProgram {
    /** Many times what one layer takes on a busy machine. */
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    private static final long POLL_MILLISECONDS = 100;

    /** The properties that locate the engine, which a child process needs too. */
    private static final List<String> PLACES =
            List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR", InstalledTorch.LIBRARIES, "PYTORCH_VERSION", "PYTORCH_FLAVOR");

    /**
     * Fills memory that is handed out with 48.56 in float32: fresh memory is zero, and a kernel that reads what it
     * never wrote would be right by luck.
     */
    private static final Map<String, String> DIRTY_MEMORY =
            Map.of("MALLOC_PERTURB_", "189", "MallocPreScribble", "1", "MallocScribble", "1");

    /** How Java ends after Ctrl+C and on a request to end, on Windows too: which is no result about the engine. */
    private static final Set<Integer> STOPPED = Set.of(130, 143, 0xC000013A);

    /**
     * An illegal instruction, an abort, a bus error, a division by zero and a segmentation fault: 128 and the number of
     * the signal, or the exception of Windows.
     */
    private static final Set<Integer> CRASHES =
            Set.of(132, 134, 135, 136, 138, 139, 0xC000001D, 0xC0000005, 0xC0000094, 0xC0000409);

    /** What Java prints when a library crashes; it then ends with 1 where it may not dump memory, and on Windows. */
    private static final String FATAL = "A fatal error has been detected by the Java Runtime Environment";

    /** How the system ends what takes too much memory. */
    private static final int KILLED = 137;

    private final List<String> command;
    private final Duration patience;

    ChildProgram() {
        this(thisProgram(), USUAL_PATIENCE);
    }

    /**
     * For tests: another command, to which the names of two files are added.
     *
     * @param patience how long it may write nothing
     */
    ChildProgram(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /**
     * What came of it.
     *
     * @param ending how it ended
     * @param results what it wrote
     * @param printed what it printed, line by line
     */
    record Result(Ending ending, String results, List<String> printed) {
        Result {
            printed = List.copyOf(printed);
        }
    }

    /**
     * Runs it until it ends, hangs, or is to stop.
     *
     * @param limit the instruction set that oneDNN is limited to there; empty for none
     * @throws IOException if it cannot be started, or its files cannot be written
     * @throws InterruptedException if this thread is asked to end
     * @throws Problem if it ended in a way which is no result about the engine
     */
    Result run(JsonObject request, String limit, Progress progress) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mafer-engine");
        TemporaryFiles.add(folder);
        try {
            return run(request, limit, progress, folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            TemporaryFiles.remove(folder);
        }
    }

    private Result run(JsonObject request, String limit, Progress progress, Path folder)
            throws IOException, InterruptedException {
        Path asked = folder.resolve("request.json");
        Path results = folder.resolve("results.txt");
        Path printed = folder.resolve("printed.txt");
        Files.writeString(asked, request.toString());
        Files.createFile(results);
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(asked.toString(), results.toString()));
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        prepare(builder.environment(), limit);
        Process process = builder.start();
        Ending waited;
        try {
            waited = waitFor(process, results, progress);
        } finally {
            process.destroyForcibly().waitFor();
        }
        String text = new String(Files.readAllBytes(InputFile.of(printed)), StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        Ending ending = waited == Ending.DONE ? ending(process.exitValue(), lines) : waited;
        return new Result(ending, Files.readString(InputFile.of(results)), lines);
    }

    private static void prepare(Map<String, String> environment, String limit) {
        environment.putAll(DIRTY_MEMORY);
        // Threads that wait by spinning take three times as long, and most of all from neighbours.
        environment.remove("GOMP_SPINCOUNT");
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        for (String name : PLACES) {
            String value = System.getProperty(name);
            if (value != null) {
                environment.putIfAbsent(name, value);
            }
        }
        if (!limit.isEmpty()) {
            environment.put(InstructionSet.VARIABLE, limit);
        }
    }

    /** Done when the process has ended, in whatever way. */
    private Ending waitFor(Process process, Path results, Progress progress) throws IOException, InterruptedException {
        long written = 0;
        long since = System.nanoTime();
        while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            if (progress.stopRequested()) {
                return Ending.STOPPED;
            }
            long now = Files.size(results);
            if (now != written) {
                written = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                return Ending.HUNG;
            }
        }
        return Ending.DONE;
    }

    private static Ending ending(int exit, List<String> printed) {
        if (exit == 0) {
            return Ending.DONE;
        }
        if (STOPPED.contains(exit)) {
            return Ending.STOPPED;
        }
        if (CRASHES.contains(exit) || printed.stream().anyMatch(line -> line.contains(FATAL))) {
            return Ending.CRASHED;
        }
        throw Problem.failure(
                exit == KILLED
                        ? Texts.of("network.engineCheck.killed")
                        : Texts.of("network.engineCheck.ended", exit, lastWords(printed)));
    }

    /** The last line that is not a place in the program. */
    private static String lastWords(List<String> printed) {
        return printed.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("at \\S.*|\\.\\.\\. \\d+ more"))
                .reduce((earlier, later) -> later)
                .map(Printable::line)
                .orElse(Texts.of("network.engineCheck.silent"));
    }

    /** As it was started by Java, or by its own starter. */
    private static List<String> thisProgram() {
        return ThisProgram.command(
                EngineCheckProcess.class.getName(),
                EngineCheckProcess.ARGUMENT,
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-CreateCoredumpOnCrash",
                        "-Dai.djl.offline=true"));
    }
}
