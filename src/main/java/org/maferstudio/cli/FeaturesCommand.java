package org.maferstudio.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.options.FieldOptions;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.options.ImageList;
import org.maferstudio.cli.options.PrefixOption;
import org.maferstudio.cli.options.RecipeSyntax;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.files.OutputFile;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.FeatureExtractor;
import org.maferstudio.network.NetworkImport;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.report.tables.TableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the features and logits of the images in a folder. */
@Command(
        name = "features",
        description = {
            "Write a network's features and logits of the images in a folder.",
            "Reads the folder and its subfolders. Writes a CSV file with the columns "
                    + "file,feature_0,...,logit_0,..."
        })
final class FeaturesCommand implements Callable<Integer> {
    private static final int BATCH = 8;

    private final Console console;

    @Option(
            names = "--weights",
            required = true,
            paramLabel = "FILE",
            description = "Weight file in any supported format, or the folder of an experiment, also of an imported "
                    + "ONNX network.")
    private Path weights;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of images.")
    private Path images;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "File to write.")
    private Path out;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = NetworkSpec.SE_RESNET_50,
            description = "Network of a weight file that does not name it (default: ${DEFAULT-VALUE}).")
    private String network;

    @Option(
            names = "--mean",
            paramLabel = "B,G,R",
            description = "Channel means to subtract, in the order blue, green, red (default: those of the "
                    + "file, otherwise VGGFace2's: 91.4953,103.8827,131.0912). Values up to 1 refer to "
                    + "images with values from 0 to 1.")
    private String mean;

    @Mixin
    private final FieldOptions scale = FieldOptions.of("network.scale", "network.std");

    @Mixin
    private PrefixOption prefix;

    @Mixin
    private DeviceOptions device;

    @Option(names = "--report", description = "Print how each layer was loaded.")
    private boolean report;

    @Mixin
    private ForceOption force;

    FeaturesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        force.check(out, OutputFile.Kind.FEATURES);
        Map<String, Path> pictures = ImageList.below(images);
        List<Double> means = mean == null
                ? List.of()
                : RecipeSyntax.numbers(
                        RecipeSyntax.values(Map.of("network.mean", mean)).get("network.mean"));
        DeviceConfig with = device.applyTo(DeviceConfig.DEFAULT);
        ComputeDevice place = ComputeEngine.load(with.threadsHere()).device(DeviceChoice.of(with.device()));
        if (Experiment.isExperiment(weights)) {
            return ofExperiment(place, pictures);
        }
        try (NetworkImport opened = NetworkImport.open(weights, network, prefix.prefix(), place)) {
            console.message(
                    weights + ": " + opened.found() + "; " + opened.report().sentence());
            opened.notes().forEach(console::message);
            if (report) {
                opened.report().lines().forEach(console::message);
            }
            if (!opened.hasClassifier()) {
                console.message("The file has no classifier, so no logits are written.");
            }
            InputContract contract = contract(opened, means);
            FeatureExtractor extractor = new FeatureExtractor(opened.network(), contract);
            boolean logits = opened.hasClassifier();
            return write(
                    batch -> extractor.rows(batch).stream()
                            .map(row -> logits ? row : new FeatureExtractor.Row(row.features(), new float[0]))
                            .toList(),
                    pictures);
        }
    }

    /** Computes features and logits; as many of each for every image. */
    @FunctionalInterface
    private interface Extraction {
        List<FeatureExtractor.Row> rows(List<RasterImage> images);
    }

    /** An experiment knows how its images are prepared. */
    private int ofExperiment(ComputeDevice place, Map<String, Path> pictures) {
        if (mean != null || !scale.values().isEmpty() || prefix.prefix().isPresent() || report) {
            throw Problem.input("An experiment has its own contract: leave out --mean, --scale, --std, --prefix and "
                    + "--report, or give a weight file.");
        }
        try (Classifier classifier = Experiment.open(weights).classifier(place)) {
            if (!classifier.hasFeatures()) {
                console.message("The network has no output for features, so only logits are written.");
            }
            return write(
                    batch -> classifier.recognise(batch).stream()
                            .map(answer -> new FeatureExtractor.Row(answer.features(), answer.logits()))
                            .toList(),
                    pictures);
        }
    }

    private InputContract contract(NetworkImport opened, List<Double> means) {
        InputContract own = opened.contract()
                .orElseGet(() -> defaultContract(opened.network().spec()));
        Map<String, Object> given = scale.values();
        try {
            InputContract scaled = own.withScale(
                    (Double) given.getOrDefault("network.scale", own.scale()),
                    RecipeSyntax.numbers(given.getOrDefault("network.std", own.std())));
            return means.isEmpty() ? scaled : scaled.withMean(means);
        } catch (IllegalArgumentException e) {
            throw Problem.input("Invalid input settings: " + e.getMessage() + ".", e);
        }
    }

    /** The authors' input: resized to 256 px with OpenCV, central 224 px, blue first, mean subtracted. */
    private static InputContract defaultContract(NetworkSpec spec) {
        int side = spec.defaultSide();
        InputContract.Colour colour = spec.channels() == 1 ? InputContract.Colour.GREY : InputContract.Colour.BGR;
        List<Double> mean = NetworkConfig.VGGFACE2_MEAN;
        return new InputContract(
                side,
                side * 8 / 7,
                Kernel.OPENCV_LINEAR,
                colour,
                spec.channels() == 1 ? mean.subList(0, 1) : mean,
                1,
                List.of(),
                0.15,
                1);
    }

    private int write(Extraction extraction, Map<String, Path> pictures) {
        AtomicInteger code = new AtomicInteger();
        SafeFile.write(out, beside -> {
            try (BufferedWriter table = Files.newBufferedWriter(beside)) {
                code.set(rows(extraction, pictures, table));
            }
        });
        return code.get();
    }

    private int rows(Extraction extraction, Map<String, Path> pictures, Writer table) throws IOException {
        Progress progress = console.progress("features");
        List<String> names = new ArrayList<>();
        List<RasterImage> batch = new ArrayList<>();
        int unreadable = 0;
        int seen = 0;
        boolean begun = false;
        for (Map.Entry<String, Path> entry : pictures.entrySet()) {
            if (progress.stopRequested()) {
                console.message("Stopped after " + (seen - batch.size()) + " of "
                        + CountText.of(pictures.size(), "image") + ".");
                return ExitCode.STOPPED;
            }
            try {
                batch.add(ImageFile.read(entry.getValue()));
                names.add(entry.getKey());
            } catch (Problem problem) {
                // A damaged image is skipped and reflected in the exit code.
                console.message(problem.getMessage());
                unreadable++;
            }
            seen++;
            if (batch.size() == BATCH || seen == pictures.size()) {
                if (!batch.isEmpty()) {
                    List<FeatureExtractor.Row> found = extraction.rows(batch);
                    if (!begun) {
                        table.write(TableText.csvLine(head(found.get(0))));
                        begun = true;
                    }
                    print(found, names, table);
                    names.clear();
                    batch.clear();
                }
                progress.report(
                        (double) seen / pictures.size(), seen + " of " + CountText.of(pictures.size(), "image"));
            }
        }
        if (!begun) {
            table.write(TableText.csvLine(List.of("file")));
        }
        console.print(CountText.of(seen - unreadable, "image") + " in " + out);
        return unreadable == 0 ? ExitCode.DONE : ExitCode.USAGE;
    }

    private static List<String> head(FeatureExtractor.Row row) {
        List<String> head = new ArrayList<>(List.of("file"));
        for (int i = 0; i < row.features().length; i++) {
            head.add("feature_" + i);
        }
        for (int i = 0; i < row.logits().length; i++) {
            head.add("logit_" + i);
        }
        return head;
    }

    private static void print(List<FeatureExtractor.Row> rows, List<String> names, Writer table) throws IOException {
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(names.get(i)));
            for (float feature : rows.get(i).features()) {
                cells.add(Float.toString(feature));
            }
            for (float logit : rows.get(i).logits()) {
                cells.add(Float.toString(logit));
            }
            table.write(TableText.csvLine(cells));
        }
    }
}
