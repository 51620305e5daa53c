package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.DatasetLayoutOptions;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.crops.SceneBenchmark;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.job.Progress;
import org.maferstudio.live.LiveNetworks;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.settings.SystemFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures networks on faces that are detected in scenes. */
@Command(
        name = "bench-faces",
        description = {
            "Measure networks on faces that are detected in larger scenes.",
            "Pastes the images of a dataset of tight faces, such as FER2013's public test, into scenes of 640 x 480 "
                    + "pixels with a neutral background, detects the faces, crops them by each network's input "
                    + "contract and classifies them. Compares the accuracy with that on the same images as they "
                    + "are, with the upright crop (none) and with level eyes (eyes)."
        })
final class BenchFacesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, CSV files, or ZIP files of either; several paths form one dataset.")
    private List<String> paths;

    @Mixin
    private DatasetLayoutOptions layout;

    @Option(
            names = "--experiment",
            paramLabel = "DIR",
            description = "Experiment whose network is measured; repeat for several (default: the included networks).")
    private List<Path> experiments = List.of();

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Number of images, drawn with a fixed seed (default: ${DEFAULT-VALUE}).")
    private int images;

    @Option(
            names = "--sides",
            split = ",",
            paramLabel = "PIXELS",
            defaultValue = "60,90,120,180,240",
            description = "Sides of the faces in the scenes (default: ${DEFAULT-VALUE}).")
    private List<Integer> sides;

    @Option(
            names = "--tilts",
            split = ",",
            paramLabel = "DEGREES",
            defaultValue = "0",
            description = "Tilts of the faces, clockwise (default: ${DEFAULT-VALUE}).")
    private List<Double> tilts;

    @Mixin
    private DeviceOptions device;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BenchFacesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress("Scenes");
        DatasetSource source = layout.applyTo(DatasetSource.of(paths.toArray(String[]::new)));
        SceneBenchmark benchmark = new SceneBenchmark(source, images, sides, tilts);
        DeviceConfig with = device.applyTo(DeviceConfig.DEFAULT);
        List<SceneBenchmark.Row> rows = benchmark.run(
                networks(), ComputeEngine.load(with.threadsHere()).device(DeviceChoice.of(with.device())), progress);
        if (json) {
            List<Map<String, Object>> objects = new ArrayList<>();
            rows.forEach(row -> objects.add(object(row)));
            console.json(Map.of("rows", objects));
        } else {
            rows.forEach(row -> console.print(String.format(
                    Locale.ROOT,
                    "%s, %d px, %.0f degrees, %s: found %d of %d, accuracy %.1f %% (as they are %.1f %%), over all "
                            + "%.1f %%, image %.2f squares",
                    row.network(),
                    row.side(),
                    row.tilt(),
                    row.alignment().id(),
                    row.found(),
                    row.images(),
                    100 * row.cropped(),
                    100 * row.plain(),
                    100 * row.all(),
                    row.square())));
        }
        return progress.stopRequested() ? ExitCode.STOPPED : ExitCode.DONE;
    }

    private List<Path> networks() {
        return experiments.isEmpty()
                ? LiveNetworks.included(IncludedExperiments.folderIn(
                        SystemFolders.ofThisSystem().workspace()))
                : experiments;
    }

    /** A number; null if there is none, as JSON has no NaN. */
    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Map<String, Object> object(SceneBenchmark.Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("network", row.network());
        object.put("side", row.side());
        object.put("tilt", row.tilt());
        object.put("alignment", row.alignment().id());
        object.put("images", row.images());
        object.put("found", row.found());
        object.put("accuracy_as_they_are", orNull(row.plain()));
        object.put("accuracy_cropped", orNull(row.cropped()));
        object.put("accuracy_over_all", row.all());
        object.put("image_in_squares", orNull(row.square()));
        return object;
    }
}
