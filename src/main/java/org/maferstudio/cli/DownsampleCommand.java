package org.maferstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.files.OutputFile;
import org.maferstudio.files.OutputFolder;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Downsamples the images of a folder and resizes them back. */
@Command(
        name = "downsample",
        description = {
            "Downsample the images of a folder and resize them back.",
            "Writes <out>/<resolution>/<name>.png, each with the size of the original image."
        })
final class DownsampleCommand implements Callable<Integer> {
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff");

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of images.")
    private Path images;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Output folder. It is created if it does not exist.")
    private Path out;

    @Option(
            names = "--resolutions",
            required = true,
            split = ",",
            paramLabel = "RESOLUTION",
            description =
                    "Resolutions: pixels of the shorter side, such as 8,16. Smaller images are written " + "unchanged.")
    private List<Integer> resolutions;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            defaultValue = "bilinear",
            description = "Resampling kernel: bilinear, bicubic, box or nearest (default: ${DEFAULT-VALUE}).")
    private String kernelName;

    @Mixin
    private ForceOption force;

    private final Console console;

    DownsampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Kernel kernel = Kernel.of(kernelName);
        checkResolutions();
        Map<String, Path> pictures = images();
        checkPlaces(pictures);
        makeFolders();
        Progress progress = console.progress("Downsampling");
        int done = 0;
        int unreadable = 0;
        for (Map.Entry<String, Path> entry : pictures.entrySet()) {
            if (progress.stopRequested()) {
                console.message("Stopped after " + done + " of " + CountText.of(pictures.size(), "image") + ".");
                return ExitCode.STOPPED;
            }
            progress.report((double) (done + unreadable) / pictures.size(), done + " of " + pictures.size());
            try {
                downsample(ImageFile.read(entry.getValue()), entry.getKey(), kernel);
                done++;
            } catch (Problem problem) {
                if (problem.kind() == Problem.Kind.FAILURE) {
                    throw problem;
                }
                // A damaged image is skipped and reported.
                console.message(problem.getMessage());
                unreadable++;
            }
        }
        console.print(
                CountText.of(done, "image") + " at " + CountText.of(resolutions.size(), "resolution") + " in " + out);
        return unreadable == 0 ? ExitCode.DONE : ExitCode.USAGE;
    }

    private void downsample(RasterImage image, String name, Kernel kernel) {
        for (int resolution : resolutions) {
            ImageFile.write(Downsampling.downsample(image, resolution, kernel), target(name, resolution));
        }
    }

    private Path target(String name, int resolution) {
        return out.resolve(Integer.toString(resolution)).resolve(name + ".png");
    }

    /** Checked before anything is written. */
    private void checkPlaces(Map<String, Path> pictures) {
        for (String name : pictures.keySet()) {
            for (int resolution : resolutions) {
                force.check(target(name, resolution), OutputFile.Kind.DOWNSAMPLED);
            }
        }
    }

    private void checkResolutions() {
        for (int resolution : resolutions) {
            if (!Resolution.isInRange(resolution)) {
                throw Problem.input("Images cannot be downsampled to " + resolution + " px. Give whole numbers from "
                        + Resolution.LEAST + " to " + Resolution.MOST + ".");
            }
        }
    }

    /** The images by the name of their downsampled versions. */
    private Map<String, Path> images() {
        Map<String, Path> pictures = new TreeMap<>();
        List<Path> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(images)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (ENDINGS.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
                    others.add(file);
                    continue;
                }
                Path twin = pictures.put(name.substring(0, name.lastIndexOf('.')), file);
                if (twin != null) {
                    throw Problem.input("The images " + twin.getFileName() + " and " + name
                            + " would be written to the same file. Rename one of them.");
                }
            }
        } catch (IOException e) {
            throw Problem.input(
                    "The folder " + images
                            + " cannot be read. Check that it exists and that you have permission to read it.",
                    e);
        }
        if (pictures.isEmpty()) {
            throw Problem.input("The folder " + images
                    + " contains no images (PNG, JPEG, BMP, GIF, TIFF). Choose the folder that directly "
                    + "contains them.");
        }
        if (!others.isEmpty()) {
            console.message(CountText.of(others.size(), "other file") + (others.size() == 1 ? " is" : " are")
                    + " skipped, such as " + others.get(0) + ".");
        }
        return pictures;
    }

    private void makeFolders() {
        OutputFolder.of(out);
        try {
            for (int resolution : resolutions) {
                Files.createDirectories(out.resolve(Integer.toString(resolution)));
            }
        } catch (IOException e) {
            throw Problem.failure(
                    "The folder " + out + " cannot be created. Choose a location where you have write permission.", e);
        }
    }
}
