package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.DatasetOptions;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.explain.ClassMaps;
import org.maferstudio.explain.Explainer;
import org.maferstudio.explain.Explanation;
import org.maferstudio.explain.ExplanationMethod;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.faces.FaceGeometry;
import org.maferstudio.faces.FaceSearch;
import org.maferstudio.files.OutputFile;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.live.LiveNetworks;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.ExplanationFigure;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.settings.SystemFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws what in a face speaks for a class. */
@Command(
        name = "explain",
        description = {
            "Show what in a face speaks for a class, at several resolutions.",
            "Occlusion covers parts of the face and shows where the class's probability drops; it works for any "
                    + "network. Grad-CAM shows where the last maps of a network of this program speak for the class. "
                    + "With --class and a dataset, the mean over the images that the network predicts as the class."
        })
final class ExplainCommand implements Callable<Integer> {
    /** The names of the methods, for the help. */
    static final class Methods implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ExplanationMethod.values())
                    .map(ExplanationMethod::id)
                    .iterator();
        }
    }

    private static final int MOST_IMAGES = 10_000;

    private final Console console;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Experiments; one row of the figure each (default: the networks included with the program).")
    private List<Path> folders = List.of();

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "Image of a face, cropped as the network's training images.")
    private Path image;

    @Option(names = "--crop", description = "Detect the face in --image and crop it as the network's training images.")
    private boolean crop;

    @Option(names = "--class", paramLabel = "NAME", description = "Class to explain (default: the predicted one).")
    private String label;

    @Mixin
    private DatasetOptions dataset;

    @Option(
            names = "--split",
            paramLabel = "S",
            defaultValue = Sample.TEST,
            description = "Split of the dataset (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "100",
            description = "Maximum number of images for a mean (default: ${DEFAULT-VALUE}).")
    private int images;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "occlusion",
            completionCandidates = Methods.class,
            description = "Method: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String method;

    @Option(
            names = "--resolutions",
            paramLabel = "RESOLUTION",
            split = ",",
            defaultValue = "native,32,24,16,12,8",
            description = "Resolutions, one column each: native, or numbers of pixels (default: ${DEFAULT-VALUE}).")
    private List<Resolution> resolutions;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write: .png, .svg, .pdf or .csv.")
    private Path out;

    @Mixin
    private DeviceOptions device;

    @Mixin
    private ForceOption force;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (image == null && label == null) {
            throw Problem.input("Give --image FILE, or --class NAME with a dataset.");
        }
        if (images < 1 || images > MOST_IMAGES) {
            throw Problem.input("--images must be from 1 to " + MOST_IMAGES + ", got " + images + ".");
        }
        ExplanationMethod chosen = method();
        force.checkFigure(out);
        DeviceConfig with = device.applyTo(Recipe.DEFAULT.machine());
        ComputeDevice place = ComputeEngine.load(with.threadsHere()).device(DeviceChoice.of(with.device()));
        List<Experiment> experiments = experiments();
        List<String> names = EvaluatedExperiments.names(experiments);
        Progress progress = console.progress("explain");
        Optional<Photograph> photograph = image == null ? Optional.empty() : Optional.of(photograph());
        List<ExplanationFigure.Row> rows = new ArrayList<>();
        for (int i = 0; i < experiments.size(); i++) {
            try (Explainer explainer = new Explainer(experiments.get(i), chosen, place)) {
                List<Explanation> row = photograph.isPresent()
                        ? explanations(photograph.get(), explainer, progress)
                        : means(experiments.get(i), explainer, progress);
                if (progress.stopRequested()) {
                    return ExitCode.STOPPED;
                }
                rows.add(new ExplanationFigure.Row(names.get(i), row));
            }
        }
        ExplanationFigure figure = new ExplanationFigure(rows);
        if (OutputFile.Kind.TABLE.isNameOf(out)) {
            force.checkTable(out, FigureFile.text(figure, "csv"));
        }
        FigureFile.write(out, figure, FigureStyle.paper());
        console.print(out.toString());
        return ExitCode.DONE;
    }

    private ExplanationMethod method() {
        return Arrays.stream(ExplanationMethod.values())
                .filter(each -> each.id().equals(method.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.input(
                        "There is no method " + method + ". Choose one of " + String.join(", ", new Methods()) + "."));
    }

    private List<Experiment> experiments() {
        List<Path> paths = folders.isEmpty()
                ? LiveNetworks.included(IncludedExperiments.folderIn(
                        SystemFolders.ofThisSystem().workspace()))
                : folders;
        return paths.stream().map(Experiment::open).toList();
    }

    private List<Explanation> explanations(Photograph photograph, Explainer explainer, Progress progress) {
        RasterImage face = photograph.croppedFor(explainer.contract());
        Optional<Integer> explained = Optional.ofNullable(label).map(name -> index(explainer.labels(), name));
        List<Explanation> row = new ArrayList<>();
        for (Resolution resolution : resolutions) {
            if (!progress.stopRequested()) {
                row.add(explainer.of(face, resolution, explained));
            }
        }
        return row;
    }

    /** The image, and the face in it if it is to be cropped. */
    private record Photograph(RasterImage image, Optional<DetectedFace> face) {
        RasterImage croppedFor(InputContract contract) {
            return face.map(found -> FaceCrop.cut(image, found, FaceGeometry.of(contract), contract.resize()))
                    .orElse(image);
        }
    }

    private Photograph photograph() {
        RasterImage whole = ImageFile.read(image);
        if (!crop) {
            return new Photograph(whole, Optional.empty());
        }
        try (FaceSearch search = new FaceSearch()) {
            DetectedFace found = search.faces(whole).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.input(
                            "No face was found in " + image + ". If it shows nothing but a face, leave out --crop."));
            return new Photograph(whole, Optional.of(found));
        }
    }

    private static int index(LabelSet labels, String name) {
        int index = labels.indexOf(name);
        if (index < 0) {
            throw Problem.input(
                    "The network has no class " + name + ". Choose one of " + String.join(", ", labels.names()) + ".");
        }
        return index;
    }

    /** Per resolution, the mean over the images that are predicted as the class at that resolution. */
    private List<Explanation> means(Experiment experiment, Explainer explainer, Progress progress) {
        int explained = index(explainer.labels(), label);
        DatasetSource source = dataset.source(experiment.manifest().recipe().dataset())
                .orElseGet(() -> LocatedDatasets.source(experiment));
        List<Explanation> row = DatasetMaps.of(
                        explainer,
                        source,
                        split,
                        new ClassMaps.Request(Set.of(explained), resolutions, images),
                        progress)
                .getOrDefault(explained, List.of());
        if (progress.stopRequested()) {
            return row;
        }
        if (row.isEmpty()) {
            throw Problem.input("No image of " + split + " is predicted as " + label + ".");
        }
        List<Resolution> found = row.stream().map(Explanation::resolution).toList();
        resolutions.stream()
                .filter(resolution -> !found.contains(resolution))
                .forEach(resolution ->
                        console.message("At " + resolution.title() + ", no image is predicted as " + label + "."));
        return row;
    }
}
