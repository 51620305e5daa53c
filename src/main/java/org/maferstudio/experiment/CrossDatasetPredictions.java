package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Predictions of an experiment's network on other datasets, in the experiment's folder. */
public final class CrossDatasetPredictions {
    private static final String PREFIX = "on-";

    private CrossDatasetPredictions() {}

    /** The names of the other datasets with predictions, as in file names, in order. */
    public static List<String> datasets(Experiment experiment) {
        Path folder = experiment.folder().resolve(Experiment.PREDICTIONS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX))
                    .map(name -> name.substring(PREFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.folder.error.unreadable", folder), e);
        }
    }

    /** The resolutions of the predictions on another dataset, native first. */
    public static List<Resolution> resolutions(Experiment experiment, String dataset) {
        return ExperimentFolders.files(folder(experiment, dataset), PredictionsFile::isName).stream()
                .map(file -> PredictionsFile.resolution(file.getFileName().toString()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Path folder(Experiment experiment, String dataset) {
        return experiment.folder().resolve(Experiment.PREDICTIONS).resolve(PREFIX + Workspace.fileName(dataset));
    }

    /**
     * The predictions on another dataset at one resolution, by split; empty if it was not evaluated.
     *
     * @param dataset its name
     * @param resolution {@link Resolution#NATIVE} or a number of pixels
     * @throws Problem if a file is damaged
     */
    public static List<Predictions> of(Experiment experiment, String dataset, Resolution resolution) {
        Path folder = folder(experiment, dataset);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isAt(file.getFileName().toString(), resolution))
                    .sorted()
                    .map(file -> PredictionsFile.read(file, () -> classes(experiment)))
                    .toList();
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.folder.error.unreadable", folder), e);
        }
    }

    private static boolean isAt(String name, Resolution resolution) {
        return PredictionsFile.isName(name) && PredictionsFile.resolution(name).equals(resolution);
    }

    private static Optional<LabelSet> classes(Experiment experiment) {
        return Optional.of(experiment.manifest().labels())
                .filter(names -> !names.isEmpty())
                .map(LabelSet::new);
    }
}
