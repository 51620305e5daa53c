package org.maferstudio.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.ScoreReport;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The common options of both imports. */
public final class ImportOptions {
    @Parameters(index = "0", paramLabel = "FILE", description = "File to import.")
    private Path file;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the experiment: a new folder, or one with other imports of the same " + "network.")
    private Path out;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "test",
            description = "Split that was predicted (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--resolution",
            paramLabel = "RESOLUTION",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolution of the images: native, or a number of pixels (default: ${DEFAULT-VALUE}).")
    private Resolution resolution;

    @Option(
            names = "--labels",
            paramLabel = "CLASS",
            split = ",",
            description =
                    "Class names in the order of the numeric labels; required if the file has no class " + "names.")
    private List<String> labels = List.of();

    @Option(
            names = "--dataset-name",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Name of the dataset, such as FER2013; mafer compare --paper uses it.")
    private String dataset;

    public Path file() {
        return file;
    }

    public List<String> labels() {
        return labels;
    }

    public String split() {
        return PredictionsOptions.split(split);
    }

    public Resolution resolution() {
        return resolution;
    }

    /** Reads the file; error messages name the options that can help. */
    public <T> T read(String options, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (Problem e) {
            throw Problem.input(e.getMessage() + " (Options: " + options + ".)", e);
        }
    }

    /** Saves the predictions, and prints their scores. */
    public int save(Predictions predictions, List<String> notes, Console console) {
        String name = file.getFileName().toString();
        ImportedExperiment.add(out, predictions, name.replaceFirst("\\.[A-Za-z]{1,5}$", ""), dataset);
        notes.forEach(console::message);
        console.print(out.resolve("predictions")
                .resolve(PredictionsFile.name(split, resolution))
                .toString());
        console.print(ScoreReport.line(predictions));
        return ExitCode.DONE;
    }
}
