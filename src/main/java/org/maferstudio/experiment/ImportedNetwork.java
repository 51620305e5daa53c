package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.files.Sha256;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.Saving;
import org.maferstudio.network.onnx.OnnxClassifier;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.network.onnx.run.OnnxSession;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.SingleFile;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;

/** Experiments whose network was imported as an ONNX file. They cannot be trained, but evaluated like any other. */
public final class ImportedNetwork {
    /** The role of the file among the weights in a manifest. */
    static final String WEIGHTS = "network";

    private static final int LONGEST_NAME = 80;

    private ImportedNetwork() {}

    /**
     * What to import.
     *
     * @param file the network
     * @param contract what its file does not say
     * @param name of the experiment; blank for the file's
     * @param threads of the CPU, for the trial
     */
    public record Request(OnnxFile file, StatedContract contract, String name, int threads) {
        private String title() {
            String given = name.isBlank() ? titleOf(file) : name.strip();
            return given.substring(0, Math.min(LONGEST_NAME, given.length()));
        }
    }

    /**
     * What its manifest says of an imported network, in short.
     *
     * @param sha256 of the ONNX file; empty if unknown
     * @param size the side of the input, in pixels
     * @param colour of the input, such as {@code rgb}
     * @param labels the classes, in order
     */
    public record Facts(String sha256, int size, String colour, List<String> labels) {
        /** Of an experiment; empty if its network was not imported. */
        public static Optional<Facts> of(ExperimentManifest manifest) {
            return manifest.imported()
                    .flatMap(onnx -> manifest.input())
                    .map(input -> new Facts(
                            manifest.weights().getOrDefault(WEIGHTS, ""),
                            input.size(),
                            input.colour().id(),
                            input.labels()));
        }
    }

    /** The name that an experiment gets from a file: the file's, without its ending. */
    public static String titleOf(OnnxFile file) {
        return file.path().getFileName().toString().replaceFirst("(?i)\\.onnx$", "");
    }

    /**
     * Tries a network, and creates an experiment with a copy of it, in one file.
     *
     * @param folder does not exist, or is empty
     * @throws Problem if the network cannot run or does not match its contract, or the folder cannot be written
     */
    public static Experiment create(Path folder, Request request, Progress progress) {
        if (Experiment.isExperiment(folder)) {
            throw Problem.input(Texts.of("experiment.import.error.exists", folder));
        }
        ExperimentFolders.checkEmpty(folder);
        OnnxClassifier.check(request.file(), request.contract(), request.threads(), progress);
        Saving saving = Saving.of(folder.toString());
        try {
            Experiment experiment = Experiment.create(folder, Recipe.DEFAULT.named(request.title()));
            Path copy = experiment.checkpoints().resolve(Experiment.IMPORTED);
            SafeFile.write(copy, beside -> SingleFile.write(request.file(), beside));
            String sum = Sha256.of(copy);
            experiment.update(manifest -> manifest.withImported(
                            request.contract().input(), request.contract().onnx(), sum)
                    .withVersions(Map.of("onnxruntime", OnnxSession.version())));
            experiment.writeNotes(
                    "Imported the network " + request.file().path().getFileName() + ".\n");
            return experiment;
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.folder.error.create", folder), e);
        } finally {
            saving.close();
        }
    }
}
