package org.maferstudio.network;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;
import org.maferstudio.network.EngineVerdict.Check;

/** Starts this very program a second time, to check the engine there. */
final class ChildCheckRunner implements CheckRunner {
    /** Many times what a check takes on a busy machine. */
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);

    /** What says where the engine lies, and has to be said again to another process. */
    private static final List<String> PLACES =
            List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR", InstalledTorch.LIBRARIES, "PYTORCH_VERSION", "PYTORCH_FLAVOR");

    /**
     * Fills memory that is handed out with 48.56 in float32: fresh memory is zero, and a kernel that reads what it
     * never wrote would be right by luck.
     */
    private static final Map<String, String> DIRTY_MEMORY =
            Map.of("MALLOC_PERTURB_", "189", "MallocPreScribble", "1", "MallocScribble", "1");

    /** How Java ends after Ctrl+C and on a request to end: that says nothing about the engine. */
    private static final Set<Integer> STOPPED = Set.of(130, 143);

    private final List<String> command;
    private final Duration patience;

    ChildCheckRunner() {
        this(thisProgram(), USUAL_PATIENCE);
    }

    /** For tests: another command, to which the names of two files are added, and less patience. */
    ChildCheckRunner(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    @Override
    public Attempt run(Workload workload, EnginePlan plan) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mafer-engine");
        try {
            return run(workload, plan, folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private Attempt run(Workload workload, EnginePlan plan, Path folder) throws IOException, InterruptedException {
        Path request = folder.resolve("request.json");
        Path results = folder.resolve("results.txt");
        Path printed = folder.resolve("printed.txt");
        JsonObject json = new JsonObject();
        json.add("workload", workload.toJson());
        json.addProperty("convolutions", plan.convolutions().id());
        Files.writeString(request, json.toString());
        Files.createFile(results);
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(request.toString(), results.toString()));
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(DIRTY_MEMORY);
        // Threads that wait by spinning take three times as long, and most of all from neighbours.
        builder.environment().remove("GOMP_SPINCOUNT");
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        for (String name : PLACES) {
            String value = System.getProperty(name);
            if (value != null) {
                builder.environment().putIfAbsent(name, value);
            }
        }
        if (!plan.limit().isEmpty()) {
            builder.environment().put(InstructionSet.VARIABLE, plan.limit());
        }
        Process process = builder.start();
        boolean ended;
        try {
            ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        if (ended && STOPPED.contains(process.exitValue())) {
            throw new InterruptedException("the check was asked to end");
        }
        Ending ending = !ended ? Ending.HUNG : process.exitValue() == 0 ? Ending.DONE : Ending.CRASHED;
        return attempt(ending, Files.readString(InputFile.of(results)), Files.readAllBytes(InputFile.of(printed)));
    }

    private static Attempt attempt(Ending ending, String results, byte[] printed) {
        List<Check> checks = new ArrayList<>();
        String unfinished = "";
        for (String line : results.lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                checks.add(new Check(parts[0], Double.parseDouble(parts[1])));
            } else {
                unfinished = parts[0];
            }
        }
        return new Attempt(ending, checks, unfinished, warnings(new String(printed, StandardCharsets.UTF_8)));
    }

    /** What the engine said, such as {@code [W1129 04:10:59.622 NNPACK.cpp:57] Could not ...}, without the time. */
    private static List<String> warnings(String printed) {
        return printed.lines()
                .filter(line -> line.matches("\\[W\\d.*\\].*"))
                .map(line -> line.replaceFirst("^\\[W\\S+ \\S+ ", "["))
                .distinct()
                .toList();
    }

    /** As it was started by Java, or by its own starter. */
    private static List<String> thisProgram() {
        String starter = ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> command = new ArrayList<>(List.of(starter));
        String name = Path.of(starter).getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.startsWith("java")) {
            command.addAll(List.of(
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-CreateCoredumpOnCrash",
                    "-Dai.djl.offline=true",
                    "-cp",
                    classPath(),
                    EngineCheckProcess.class.getName()));
        } else {
            command.add(EngineCheckProcess.ARGUMENT);
        }
        return command;
    }

    /** With whole names, since the process runs in a folder of its own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry ->
                        Path.of(entry.isEmpty() ? "." : entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
