package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Folders of experiments, and those that the program makes for a moment. */
public final class ExperimentFolders {
    private ExperimentFolders() {}

    /** Removes a folder with all that is in it; none is left as it is. */
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
     * The files of a folder whose names are wanted, in the order of their names; empty if there is no folder.
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
     * Looks whether a folder can be filled.
     *
     * @throws Problem if something is in it already
     */
    static void checkEmpty(Path folder) {
        if (!Files.exists(folder)) {
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

    /** Refuses what is no folder of an experiment, with what it is. */
    static void checkHoldsExperiment(Path folder) {
        if (Bundle.isBundle(folder)) {
            throw Problem.input(Texts.of("experiment.bundle.error.readOnly", folder));
        }
        if (!Files.exists(folder)) {
            throw Problem.input(Texts.of("experiment.folder.error.notFound", folder));
        }
        if (!Files.isDirectory(folder)) {
            InputFile.of(folder);
        }
        if (!Experiment.isExperiment(folder)) {
            throw Problem.input(Texts.of("experiment.folder.error.noExperiment", folder, Experiment.FACTS));
        }
    }

    /**
     * Looks whether the folder of an experiment is still where it was.
     *
     * @throws Problem if someone moved or deleted it
     */
    static void checkStillThere(Path experiment) {
        if (!Experiment.isExperiment(experiment)) {
            throw Problem.failure(Texts.of("experiment.experiment.error.gone", experiment));
        }
    }
}
