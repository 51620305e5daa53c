package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the two imports have in common. */
final class ImportOptions {
    @Parameters(index = "0", paramLabel = "FILE", description = "The file of another program.")
    private Path file;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The experiment's folder: a new one, or one that holds the same network's other imports.")
    private Path out;

    @Option(names = "--split", defaultValue = "test", description = "What was predicted (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--resolution",
            paramLabel = "R",
            defaultValue = Resolution.NATIVE_ID,
            description = "native or pixels (default: ${DEFAULT-VALUE}).")
    private Resolution resolution;

    @Option(
            names = "--labels",
            split = ",",
            description = "The classes, where the file has numbers or no names: from the smallest number on.")
    private List<String> labels = List.of();

    @Option(
            names = "--dataset-name",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The dataset it was asked about, such as FER2013, so that mafer compare --paper knows it.")
    private String dataset;

    Path file() {
        return file;
    }

    List<String> labels() {
        return labels;
    }

    String split() {
        return PredictionsOptions.split(split);
    }

    Resolution resolution() {
        return resolution;
    }

    /** Reads the file; where something has to be said for that, the options with which it is said are named. */
    <T> T read(String options, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (Problem e) {
            throw Problem.input(e.getMessage() + " (Options: " + options + ".)", e);
        }
    }

    /** Keeps them, and says what they are. */
    int keep(Predictions predictions, List<String> notes, Console console) {
        String name = file.getFileName().toString();
        ImportedExperiment.add(out, predictions, name.replaceFirst("\\.[A-Za-z]{1,5}$", ""), dataset);
        notes.forEach(console::say);
        console.print(out.resolve("predictions")
                .resolve(PredictionsFile.name(split, resolution))
                .toString());
        console.print(ScoreReport.line(predictions));
        return ExitCode.DONE;
    }
}
