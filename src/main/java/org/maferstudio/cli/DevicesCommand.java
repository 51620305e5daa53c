package org.maferstudio.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Progress;
import org.maferstudio.network.check.EngineVerdict;
import org.maferstudio.network.check.SelfTest;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the engine, its devices, and why a GPU is not used. */
@Command(name = "devices", description = "Show the compute engine and its devices, and why a GPU is not used.")
final class DevicesCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--self-test",
            description = "Test every device: compare its results with exact values and, on the CPU, check "
                    + "every layer of the built-in networks, forward and backward. Takes a few seconds.")
    private boolean selfTest;

    DevicesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ComputeEngine engine = ComputeEngine.load(ComputeEngine.defaultThreads());
        ComputeDevice chosen = engine.device(DeviceChoice.AUTO);
        List<SelfTest.Result> results = selfTest ? SelfTest.run(engine, Progress.NONE) : List.of();
        if (json) {
            Map<String, Object> object = describe(engine, chosen);
            object.put(
                    "engine_checks",
                    EngineVerdict.cached().stream()
                            .map(DevicesCommand::describe)
                            .toList());
            if (selfTest) {
                object.put(
                        "self_test",
                        results.stream().map(DevicesCommand::describe).toList());
            }
            console.json(object);
        } else {
            console.print(engine.name() + " " + engine.version() + ", " + CountText.of(engine.threads(), "thread"));
            for (ComputeDevice device : engine.devices()) {
                console.print(String.format(
                        Locale.ROOT,
                        "%s %-6s %s, %.1f GB",
                        device.equals(chosen) ? "*" : " ",
                        device.id(),
                        device.name(),
                        device.memoryBytes() / 1e9));
            }
            engine.whyNotGpu().ifPresent(console::print);
            results.forEach(result -> console.print(result.sentence()));
            if (!selfTest) {
                EngineVerdict.cached().forEach(verdict -> console.print(verdict.sentence()));
            }
        }
        return results.stream().allMatch(SelfTest.Result::passed) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Map<String, Object> describe(EngineVerdict verdict) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("network", verdict.network());
        object.put("kind", verdict.kind());
        object.put("input", verdict.shape());
        object.put("passed", verdict.passed());
        object.put("convolutions", verdict.convolutions());
        object.put("instruction_set", verdict.limitedTo());
        object.put(
                "failed",
                verdict.failed().stream().map(EngineVerdict.Failed::why).toList());
        object.put("largest_error", verdict.largestError());
        object.put("seconds", verdict.seconds());
        return object;
    }

    private static Map<String, Object> describe(SelfTest.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("device", result.device().id());
        object.put("passed", result.passed());
        object.put("failure", result.failure().isEmpty() ? null : result.failure());
        object.put("product_ms", result.milliseconds());
        object.put(
                "engine_checks",
                result.verdicts().stream().map(DevicesCommand::describe).toList());
        return object;
    }

    private static Map<String, Object> describe(ComputeEngine engine, ComputeDevice chosen) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("engine", engine.name());
        object.put("version", engine.version());
        object.put("threads", engine.threads());
        object.put(
                "devices",
                engine.devices().stream().map(DevicesCommand::describe).toList());
        object.put("chosen", chosen.id());
        object.put("why_not_gpu", engine.whyNotGpu().orElse(null));
        return object;
    }

    private static Map<String, Object> describe(ComputeDevice device) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", device.id());
        object.put("name", device.name());
        object.put("kind", device.kind().id());
        object.put("memory_bytes", device.memoryBytes());
        return object;
    }
}
