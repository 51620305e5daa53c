package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.maferstudio.cli.options.DatasetLayoutOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.crops.FaceCropping;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.Alignment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Crops the faces of a dataset or of photographs. */
@Command(
        name = "crop",
        description = {
            "Crop the faces of a dataset or a folder of photographs.",
            "Writes one crop per image into a folder that opens as a dataset with the same classes, splits and "
                    + "subjects. If an image shows several faces, the large and central one is taken. faces.csv lists "
                    + "all faces, issues.csv the images without a face or with several. An interrupted run "
                    + "continues if you repeat the command."
        })
final class CropCommand implements Callable<Integer> {
    /** The names of alignments, for the help. */
    static final class Alignments implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Alignment.values()).map(Alignment::id).iterator();
        }
    }

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, CSV files, ZIP files of either, or image files; several paths form one dataset.")
    private List<String> paths;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "New or empty folder for the crops, or one in which this command was interrupted.")
    private Path out;

    @Option(
            names = "--align",
            paramLabel = "NAME",
            defaultValue = "none",
            completionCandidates = Alignments.class,
            description =
                    "Alignment: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). eyes turns a face until its "
                            + "eyes are level; five-point brings eyes, nose and mouth to ArcFace's template.")
    private String align;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "224",
            description = "Largest side of a crop, 16 to 2048 (default: ${DEFAULT-VALUE}). Smaller faces keep their "
                    + "size.")
    private int size;

    @Mixin
    private DatasetLayoutOptions layout;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CropCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DatasetSource source = layout.applyTo(DatasetSource.of(paths.toArray(String[]::new)));
        FaceCropping cropping = new FaceCropping(source, out, alignment(), size);
        if (cropping.isDone()) {
            if (json) {
                console.json(Map.of("complete", true, "out", out.toString()));
            } else {
                console.print(out + " already contains these crops. To crop again, choose another folder.");
            }
            return ExitCode.DONE;
        }
        long start = System.nanoTime();
        FaceCropping.Outcome outcome = cropping.run(console.progress("Crop"));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (json) {
            console.json(object(outcome, seconds));
        } else if (outcome.isComplete()) {
            console.print(CountText.of(outcome.crops(), "crop") + " of " + CountText.of(outcome.images(), "image")
                    + " in " + out);
            console.print("Without a face: " + outcome.without() + "; with several: " + outcome.several()
                    + "; unreadable: " + outcome.unreadable() + " (see issues.csv)");
            if (!outcome.labelled()) {
                console.print("The crops have no labels, because no folder names an expression. To name them, use "
                        + "--labels FOLDER=CLASS,... and another folder.");
            }
        }
        if (!outcome.isComplete()) {
            console.message("Stopped. Repeat the command to continue.");
            return ExitCode.STOPPED;
        }
        return outcome.unreadable() == 0 ? ExitCode.DONE : ExitCode.USAGE;
    }

    private Alignment alignment() {
        return Arrays.stream(Alignment.values())
                .filter(each -> each.id().equals(align))
                .findFirst()
                .orElseThrow(() -> Problem.input("There is no alignment " + align + ". Choose one of "
                        + Arrays.stream(Alignment.values()).map(Alignment::id).collect(Collectors.joining(", "))
                        + "."));
    }

    private Map<String, Object> object(FaceCropping.Outcome outcome, double seconds) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("images", outcome.images());
        object.put("crops", outcome.crops());
        object.put("without_faces", outcome.without());
        object.put("several_faces", outcome.several());
        object.put("unreadable", outcome.unreadable());
        object.put("labelled", outcome.labelled());
        object.put("complete", outcome.isComplete());
        object.put("alignment", align);
        object.put("size", size);
        object.put("images_per_second", outcome.searched() / seconds);
        object.put("out", out.toString());
        return object;
    }
}
