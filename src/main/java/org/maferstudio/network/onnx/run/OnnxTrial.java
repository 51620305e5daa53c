package org.maferstudio.network.onnx.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.TemporaryFiles;
import org.maferstudio.job.ThisProgram;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.texts.Texts;

/**
 * Tries a network in a process of its own, with a limit of memory and of time.
 *
 * <p>Why one trial is enough, and the network then runs in the program's own process: {@link OnnxFile} refuses loops,
 * branches and shapes that depend on pixels, so that every image of one size takes the same operations, the same memory
 * and about the same time; and the network later runs only with the numbers of images that were tried. A second process
 * for every run would protect from nothing more, and cost a copy of every image and of the results.
 *
 * @param batches the numbers of images that may run together, smallest first
 * @param columns what each output has for an image, by name
 */
public record OnnxTrial(List<Integer> batches, Map<String, Integer> columns) {
    /** What a network may take. */
    private static final Limits USUAL = new Limits(Duration.ofMinutes(2), 4L << 30);

    private static final long POLL_MILLISECONDS = 50;
    /** Where ONNX Runtime finds its natives, which a second process needs too. */
    private static final String NATIVES = "onnxruntime.native.path";

    public OnnxTrial {
        batches = List.copyOf(batches);
        columns = Map.copyOf(columns);
    }

    /**
     * What a trial may take.
     *
     * @param time for loading the network and all runs
     * @param bytes more than an idle process has
     */
    record Limits(Duration time, long bytes) {}

    /**
     * Tries a network.
     *
     * @param image the shape of one image as the network takes it: {@code (C, H, W)} or {@code (H, W, C)}
     * @param threads of the CPU
     * @throws Problem if it cannot run, takes too much, or gives no row per image
     */
    static OnnxTrial run(OnnxFile file, List<Long> image, int threads, Progress progress) {
        return run(file, TrialRequest.of(file, image, threads, USUAL.bytes()), USUAL, progress);
    }

    /** The same with other limits, for tests. */
    static OnnxTrial run(OnnxFile file, TrialRequest request, Limits limits, Progress progress) {
        progress.report(-1, Texts.of("network.onnx.progress.trial"));
        TrialResults results = results(file, request, limits, progress);
        if (!results.problem().isEmpty()) {
            throw Problem.input(results.problem());
        }
        List<Integer> batches = new ArrayList<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (TrialResults.Batch batch : results.batches()) {
            if (!batch.repeatable()) {
                throw Problem.input(Texts.of("network.onnx.error.random", file.path()));
            }
            if (batch.apart()) {
                batches.add(batch.images());
            }
            for (int i = 0; i < request.outputs().size(); i++) {
                List<Long> shape = batch.shapes().get(i);
                long values = shape.stream().reduce(1L, (a, b) -> a * b);
                // Outputs that are no rows, one per image, cannot be used; the contract's check says so.
                boolean rows = !shape.isEmpty() && shape.get(0) == batch.images();
                columns.merge(
                        request.outputs().get(i),
                        rows ? Math.toIntExact(values / batch.images()) : 0,
                        (one, other) -> one.equals(other) ? one : Integer.valueOf(0));
            }
        }
        return new OnnxTrial(batches, columns);
    }

    private static TrialResults results(OnnxFile file, TrialRequest request, Limits limits, Progress progress) {
        try {
            Path folder = Files.createTempDirectory("mafer-network");
            TemporaryFiles.add(folder);
            try {
                return results(file, request, limits, new Place(folder, progress));
            } finally {
                delete(folder);
                TemporaryFiles.remove(folder);
            }
        } catch (IOException e) {
            throw Problem.failure(Texts.of("network.onnx.error.trial", file.path()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure(Texts.of("network.onnx.error.trialStopped", file.path()), e);
        }
    }

    /** Where a trial has its files, and who may stop it. */
    private record Place(Path folder, Progress progress) {}

    private static TrialResults results(OnnxFile file, TrialRequest request, Limits limits, Place place)
            throws IOException, InterruptedException {
        Path asked = place.folder().resolve("request.json");
        Path found = place.folder().resolve("results.json");
        Files.writeString(asked, new Gson().toJson(request));
        List<String> command = new ArrayList<>(command(place.folder()));
        command.addAll(List.of(asked.toString(), found.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // One heap for all threads: what they reserve beside it would count as memory that the network takes.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        builder.environment().put(NoTelemetry.VARIABLE, "1");
        Process process = builder.start();
        try {
            long start = System.nanoTime();
            while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (place.progress().stopRequested()) {
                    throw Problem.failure(Texts.of("network.onnx.error.trialStopped", file.path()));
                }
                if (System.nanoTime() - start > limits.time().toNanos()) {
                    throw Problem.input(Texts.of(
                            "network.onnx.error.slow",
                            file.path(),
                            limits.time().toSeconds()));
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        if (process.exitValue() == OnnxTrialProcess.MEMORY) {
            throw Problem.input(Texts.of("network.onnx.error.memory", file.path(), limits.bytes() >> 20));
        }
        if (process.exitValue() != 0 || !Files.isRegularFile(found)) {
            throw Problem.input(Texts.of("network.onnx.error.crash", file.path(), process.exitValue()));
        }
        try {
            return new Gson().fromJson(Files.readString(InputFile.of(found)), TrialResults.class);
        } catch (JsonParseException e) {
            throw new IOException("the results are no JSON", e);
        }
    }

    private static List<String> command(Path folder) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                // A process that is ended does not delete the natives that ONNX Runtime unpacks.
                "-Djava.io.tmpdir=" + folder));
        String natives = System.getProperty(NATIVES);
        if (natives != null) {
            options.add("-D" + NATIVES + "=" + natives);
        }
        return ThisProgram.command(OnnxTrialProcess.class.getName(), OnnxTrialProcess.ARGUMENT, options);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
