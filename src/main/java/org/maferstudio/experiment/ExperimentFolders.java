package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.OutputFolder;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Operations on the folders of experiments and on temporary folders. */
public final class ExperimentFolders {
    private ExperimentFolders() {}

    /** Deletes a folder recursively, if it exists. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Creates a folder and those above it, where they are missing.
     *
     * @throws Problem if it cannot be created
     */
    public static void create(Path folder) {
        try {
            Files.createDirectories(OutputFolder.of(folder));
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.folder.error.create", folder), e);
        }
    }

    /**
     * The files of a folder with given names, in order; empty if the folder does not exist.
     *
     * @throws Problem if it cannot be read
     */
    static List<Path> files(Path folder, Predicate<String> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.folder.error.unreadable", folder), e);
        }
    }

    /**
     * Checks that a folder is empty or does not exist.
     *
     * @throws Problem if it is not empty
     */
    static void checkEmpty(Path folder) {
        if (!Files.exists(OutputFolder.of(folder))) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw Problem.input(Texts.of("experiment.folder.error.notEmpty", folder));
            }
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.folder.error.unreadableTarget", folder), e);
        }
    }

    /** Rejects a path that is not the folder of an experiment, and says what it is. */
    static void checkHoldsExperiment(Path folder) {
        if (Bundle.isBundle(folder)) {
            throw Problem.input(Texts.of("experiment.bundle.error.readOnly", folder));
        }
        if (!Files.exists(folder)) {
            throw Problem.input(Texts.of("experiment.folder.error.notFound", folder));
        }
        if (!Files.isDirectory(folder)) {
            Path file = InputFile.of(folder);
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
                throw Problem.input(Texts.of("experiment.folder.error.onnx", folder));
            }
        }
        if (!Experiment.isExperiment(folder)) {
            throw Problem.input(Texts.of("experiment.folder.error.noExperiment", folder, Experiment.FACTS));
        }
    }

    /**
     * Checks that the folder of an experiment still exists.
     *
     * @throws Problem if it was moved or deleted
     */
    static void checkStillThere(Path experiment) {
        if (!Experiment.isExperiment(experiment)) {
            throw Problem.failure(Texts.of("experiment.experiment.error.gone", experiment));
        }
    }
}
