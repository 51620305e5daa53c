package org.maferstudio.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.options.FieldOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.training.benchmark.LoaderBenchmark;
import org.maferstudio.training.benchmark.Throughput;
import org.maferstudio.training.benchmark.ThroughputBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mafer bench}: measures how many images per second a network trains on and infers here. */
@Command(
        name = "bench",
        description = {
            "Measure the speed of a network or the data loader.",
            "By default, measures images per second of a network on random input, in training and "
                    + "inference: the median of several steps after one warm-up step. --loader measures the "
                    + "data loader."
        })
final class BenchCommand implements Callable<Integer> {
    private final Console console;
    private final WindowBenchmark windowBenchmark;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = NetworkSpec.SE_RESNET_50,
            description = "Network: se-resnet-50, se-resnet-18 or se-resnet-18-fine (default: ${DEFAULT-VALUE}).")
    private String network;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "8",
            description = "Images per step, 1 to 4096 (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description = "Side of the network's input in pixels (default: 224, or 48 for the compact ones).")
    private Integer size;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "6",
            description = "Steps to measure, 1 to 10000; with --loader, epochs (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--loader", description = "Measure how fast the loader downsamples, augments and batches images.")
    private boolean loader;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Preset whose transforms the loader applies; --size changes the side of the input "
                    + "(default: the authors' transforms for FER2013, from 48 px grey to 224 px in three "
                    + "channels).")
    private String preset;

    @Option(
            names = "--dataset",
            paramLabel = "PATH...",
            arity = "1..*",
            description = "Dataset to load (default: drawn).")
    private List<String> dataset;

    @Mixin
    private DeviceOptions device;

    @Mixin
    private final FieldOptions pixelCache = FieldOptions.of("machine.pixelCache");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--window", hidden = true, description = "Measure the longest pause of the window during training.")
    private boolean window;

    @Option(
            names = "--seconds",
            hidden = true,
            paramLabel = "N",
            defaultValue = "30",
            description = "With --window: duration in seconds, 1 to 3600 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    BenchCommand(Console console, WindowBenchmark windowBenchmark) {
        this.console = console;
        this.windowBenchmark = windowBenchmark;
    }

    @Override
    public Integer call() throws Exception {
        if (window) {
            return window();
        }
        if (!loader && (preset != null || dataset != null)) {
            throw Problem.input("--preset and --dataset apply only to the loader. Add --loader, or remove them.");
        }
        return loader ? loader() : network();
    }

    private int window() throws Exception {
        if (loader || seconds < 1 || seconds > 3600) {
            throw Problem.input("--window cannot be combined with --loader, and --seconds must be from 1 to 3600.");
        }
        WindowBenchmark.Pulses pulses = windowBenchmark.measure(Duration.ofSeconds(seconds));
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("longest_pulse_ms", pulses.longestMillis());
            object.put("pulse_ms_p99", pulses.p99Millis());
            object.put("pulses", pulses.count());
            object.put("trained_share", pulses.trainedShare());
            console.json(object);
        } else {
            console.print(String.format(
                    Locale.ROOT,
                    "window: longest pulse %.0f ms, 99 %% within %.0f ms (%d pulses, training reached %.0f %%)",
                    pulses.longestMillis(),
                    pulses.p99Millis(),
                    pulses.count(),
                    100 * pulses.trainedShare()));
        }
        return ExitCode.DONE;
    }

    private int loader() {
        Recipe start = preset == null
                ? LoaderBenchmark.FER2013
                : RecipePreset.of(preset).recipe();
        Map<String, Object> changes = new LinkedHashMap<>(pixelCache.values());
        changes.put("network.size", size);
        changes.put("network.resize", size);
        changes.values().removeIf(Objects::isNull);
        Recipe machined = start.with(device.applyTo(start.machine()));
        Recipe recipe = RecipeJson.change(dataset == null ? machined : machined.on(source()), changes);
        LoaderBenchmark.Faces faces = preset == null && dataset == null
                ? LoaderBenchmark.Faces.AS_IN_FER2013
                : LoaderBenchmark.Faces.AS_THEY_ARE;
        LoaderBenchmark.Speed speed = new LoaderBenchmark(recipe, faces, steps).run(console.progress("bench"));
        if (Double.isNaN(speed.imagesPerSecond())) {
            return ExitCode.STOPPED;
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("loader_images_per_second", speed.imagesPerSecond());
            object.put("loader_images_per_second_and_thread", speed.perThread());
            object.put("threads", speed.threads());
            object.put("recipe", recipe.name());
            object.put("size", recipe.network().size());
            console.json(object);
        } else {
            console.print(String.format(
                    Locale.ROOT,
                    "loader %.0f images/s, %.0f images/s per thread (%s, %d px, %d threads)",
                    speed.imagesPerSecond(),
                    speed.perThread(),
                    recipe.name(),
                    recipe.network().size(),
                    speed.threads()));
        }
        return ExitCode.DONE;
    }

    private DatasetSource source() {
        return new DatasetSource(dataset, "", List.of(), Map.of(), 0, 0, false);
    }

    private int network() {
        NetworkSpec spec = NetworkSpec.of(network, network.equals(NetworkSpec.SE_RESNET_50) ? 3 : 1);
        int side = size == null ? spec.defaultSide() : size;
        check(spec, side);
        DeviceConfig with = device.applyTo(DeviceConfig.DEFAULT);
        ComputeEngine engine = ComputeEngine.load(with.threadsHere());
        ComputeDevice chosen = engine.device(DeviceChoice.of(with.device()));
        Throughput measured = new ThroughputBenchmark(spec, batch, side, steps).run(chosen, console.progress("bench"));
        if (Double.isNaN(measured.trainImagesPerSecond()) || Double.isNaN(measured.inferImagesPerSecond())) {
            return ExitCode.STOPPED;
        }
        if (json) {
            console.json(describe(engine, chosen, measured, side));
        } else {
            console.print(String.format(
                    Locale.ROOT,
                    "train %.2f images/s, infer %.2f images/s (%s, batch %d, %d px, %s, %s)",
                    measured.trainImagesPerSecond(),
                    measured.inferImagesPerSecond(),
                    network,
                    batch,
                    side,
                    chosen.id(),
                    CountText.of(engine.threads(), "thread")));
        }
        return ExitCode.DONE;
    }

    private void check(NetworkSpec spec, int side) {
        if (batch < 1 || batch > 4096 || steps < 1 || steps > 10_000) {
            throw Problem.input(
                    "--batch must be from 1 to 4096 and --steps from 1 to 10000, got " + batch + " and " + steps + ".");
        }
        if (side < spec.smallestSide() || side > 1024) {
            throw Problem.input("The side of the input of " + network + " has " + spec.smallestSide()
                    + " to 1024 pixels, got " + side + ". Change --size.");
        }
    }

    private Map<String, Object> describe(ComputeEngine engine, ComputeDevice chosen, Throughput measured, int side) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("network", network);
        object.put("device", chosen.id());
        object.put("train_images_per_second", measured.trainImagesPerSecond());
        object.put("infer_images_per_second", measured.inferImagesPerSecond());
        object.put("batch", batch);
        object.put("size", side);
        object.put("steps", steps);
        object.put("threads", engine.threads());
        object.put("engine", engine.name() + " " + engine.version());
        return object;
    }
}
