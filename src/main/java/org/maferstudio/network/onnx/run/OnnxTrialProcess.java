package org.maferstudio.network.onnx.run;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.onnx.OnnxFile;

/**
 * The process in which a network runs for the first time: a crash, an endless computation or too much memory here does not
 * affect the program.
 */
public final class OnnxTrialProcess {
    /** The first argument that makes the program this process. */
    public static final String ARGUMENT = "try-network";

    /** How it ends when the network takes too much memory. */
    static final int MEMORY = 77;

    /** As after a request to end: half a trial is none. */
    private static final int STOPPED = 143;

    private static final long POLL_MILLISECONDS = 20;
    private static final long SEED = 17;
    /** Float32 differs by less between batches of different sizes; float16 by about this much. */
    private static final double TOLERANCE = 1e-2;

    private OnnxTrialProcess() {}

    /**
     * Runs a network on noise, and writes a {@link TrialResults} as JSON.
     *
     * @param args the file with the {@link TrialRequest}, the file for the results
     */
    public static void main(String[] args) throws IOException {
        TrialRequest request;
        try {
            request = new Gson().fromJson(Files.readString(InputFile.of(Path.of(args[0]))), TrialRequest.class);
        } catch (JsonSyntaxException e) {
            throw new IOException("the request is no JSON", e);
        }
        watch(request.mostBytes());
        TrialResults results;
        try {
            results = new OnnxTrialProcess().run(request);
        } catch (Problem e) {
            results = TrialResults.failed(e.getMessage());
        }
        try (Writer out = Files.newBufferedWriter(Path.of(args[1]))) {
            new Gson().toJson(results, out);
        }
        // Threads of a library that has misbehaved may still run.
        Runtime.getRuntime().halt(0);
    }

    /** Ends this process where it grows by more than so many bytes, or the process that waits for it has ended. */
    private static void watch(long mostBytes) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getCommittedVirtualMemorySize();
        ProcessHandle asker = ProcessHandle.current().parent().orElse(ProcessHandle.current());
        Thread watcher = new Thread(
                () -> {
                    while (true) {
                        if (system.getCommittedVirtualMemorySize() - before > mostBytes) {
                            Runtime.getRuntime().halt(MEMORY);
                        }
                        if (!asker.isAlive()) {
                            Runtime.getRuntime().halt(STOPPED);
                        }
                        try {
                            Thread.sleep(POLL_MILLISECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return;
                        }
                    }
                },
                "memory");
        watcher.setDaemon(true);
        watcher.start();
    }

    private TrialResults run(TrialRequest request) {
        OnnxFile file = OnnxFile.read(Path.of(request.file()));
        OnnxSession.Setup setup = new OnnxSession.Setup(request.threads(), OptionalInt.empty());
        try (OnnxSession session = OnnxSession.open(file, setup)) {
            List<TrialResults.Batch> batches = new ArrayList<>();
            List<float[]> first = List.of();
            for (int batch : request.batches()) {
                float[] noise = noise(request, batch);
                List<OnnxSession.Output> outputs = session.run(noise, request.shape(batch), request.outputs());
                List<float[]> rows =
                        outputs.stream().map(output -> firstRow(output, batch)).toList();
                List<OnnxSession.Output> again = session.run(noise, request.shape(batch), request.outputs());
                boolean same = differ(
                                rows,
                                again.stream()
                                        .map(output -> firstRow(output, batch))
                                        .toList())
                        == 0;
                boolean apart = first.isEmpty() || differ(first, rows) < TOLERANCE;
                first = first.isEmpty() ? rows : first;
                batches.add(new TrialResults.Batch(
                        batch, outputs.stream().map(OnnxSession.Output::shape).toList(), same, apart));
            }
            return new TrialResults(batches, "");
        }
    }

    /** The same first image in every batch. */
    private static float[] noise(TrialRequest request, int batch) {
        Random random = new Random(SEED);
        int length = Math.toIntExact(request.shape(batch).stream().reduce(1L, (a, b) -> a * b));
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static float[] firstRow(OnnxSession.Output output, int batch) {
        return Arrays.copyOf(output.values(), output.values().length / batch);
    }

    /** The largest difference over the largest value; 0 if all are equal. */
    private static double differ(List<float[]> some, List<float[]> others) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < some.size(); i++) {
            int length = Math.min(some.get(i).length, others.get(i).length);
            for (int j = 0; j < length; j++) {
                float one = some.get(i)[j];
                float other = others.get(i)[j];
                largest = Math.max(largest, Math.abs(one));
                difference = Float.compare(one, other) == 0 ? difference : Math.max(difference, Math.abs(one - other));
            }
        }
        return difference == 0 ? 0 : difference / Math.max(largest, Float.MIN_NORMAL);
    }
}
