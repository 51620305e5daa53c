package org.maferstudio.network.check;

import ai.djl.engine.EngineException;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.texts.Texts;

/**
 * Tests a device: integers whose results are known exactly and, on the CPU, every layer of the most used networks,
 * forward and backward. The CPU is tested in another process, so that this one can still be limited to another
 * instruction set.
 */
public final class SelfTest {
    private SelfTest() {}

    /**
     * What came out on a device.
     *
     * @param device which one
     * @param failure what went wrong; empty if nothing did
     * @param milliseconds the median time of a product of two 512 x 512 matrices; 0 after a failure
     * @param verdicts on the networks that are used most; empty on a GPU
     */
    public record Result(ComputeDevice device, String failure, double milliseconds, List<EngineVerdict> verdicts) {
        public Result {
            verdicts = List.copyOf(verdicts);
        }

        /** Whether all results were right, in one way or another. */
        public boolean passed() {
            return failure.isEmpty() && verdicts.stream().allMatch(EngineVerdict::passed);
        }

        /** For display: one line on the device, and one on each network. */
        public String sentence() {
            return Stream.concat(Stream.of(deviceSentence()), verdicts.stream().map(EngineVerdict::sentence))
                    .collect(Collectors.joining("\n"));
        }

        private String deviceSentence() {
            String name = device.id().toUpperCase(Locale.ROOT);
            return failure.isEmpty()
                    ? Texts.of("network.selfTest.passed", name, milliseconds)
                    : Texts.of("network.selfTest.failed", name, failure);
        }
    }

    /** Tests every device of the engine, as far as it is not asked to stop. */
    public static List<Result> run(ComputeEngine engine, Progress progress) {
        List<Result> results = new ArrayList<>();
        for (ComputeDevice device : engine.devices()) {
            Optional<Result> result = device.kind() == ComputeDevice.Kind.CPU
                    ? processor(device, engine.threads(), progress)
                    : Optional.of(card(device));
            result.filter(each -> !progress.stopRequested()).ifPresent(results::add);
        }
        return results;
    }

    /** Empty if asked to stop. */
    private static Optional<Result> processor(ComputeDevice device, int threads, Progress progress) {
        List<EngineVerdict> verdicts = new ArrayList<>();
        List<Workload> workloads = Workload.common(threads);
        for (int i = 0; i < workloads.size(); i++) {
            progress.report(i / (double) workloads.size(), Texts.of("network.selfTest.progress"));
            Optional<EngineVerdict> verdict = EngineCheck.create().fresh(workloads.get(i), progress);
            if (verdict.isEmpty()) {
                return Optional.empty();
            }
            verdicts.add(verdict.get());
        }
        JsonObject request = new JsonObject();
        request.addProperty("threads", threads);
        try {
            ChildProgram.Result child =
                    new ChildProgram().run(request, EngineCheck.create().limit(), progress);
            return switch (child.ending()) {
                case DONE -> Optional.of(result(device, ExactNumbers.ofJson(child.results()), verdicts));
                case STOPPED -> Optional.empty();
                case CRASHED, HUNG ->
                    Optional.of(new Result(device, Texts.of("network.selfTest.error.crashed"), 0, verdicts));
            };
        } catch (IOException e) {
            throw Problem.failure(Texts.of("network.engineCheck.noProcess", e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Result card(ComputeDevice device) {
        try {
            return result(device, ExactNumbers.on(device.toDjl()), List.of());
        } catch (EngineException | IllegalStateException e) {
            return new Result(device, Texts.of("network.selfTest.error.exception", e.getMessage()), 0, List.of());
        }
    }

    private static Result result(ComputeDevice device, ExactNumbers numbers, List<EngineVerdict> verdicts) {
        if (!numbers.product()) {
            return new Result(device, Texts.of("network.selfTest.error.product"), 0, verdicts);
        }
        return numbers.convolution()
                ? new Result(device, "", numbers.milliseconds(), verdicts)
                : new Result(device, Texts.of("network.selfTest.error.convolution"), 0, verdicts);
    }
}
