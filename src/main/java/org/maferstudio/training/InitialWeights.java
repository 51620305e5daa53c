package org.maferstudio.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.files.Sha256;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkImport;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.network.weights.NetworkWeights;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.WeightFile;

/**
 * Initial weights from a weight file.
 *
 * @param file the weight file
 * @param read its content
 */
record InitialWeights(Path file, NetworkWeights read) {
    /** The weights of the network. */
    WeightFile weights() {
        return read.weights();
    }

    /**
     * Reads the initial weights of a configuration; empty if there are none.
     *
     * @throws Problem if the file cannot be read, or lacks more of the network than the classifier
     */
    static Optional<InitialWeights> of(NetworkConfig plan) {
        Optional<Path> file = plan.baseFile();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        NetworkWeights read = NetworkWeights.read(file.get(), plan.spec().name());
        // The number of classes does not matter, because the classifier may be replaced.
        NetworkImport.checkBody(LoadReport.of(plan.spec(), 1, read.weights()), file.get(), plan.spec());
        return Optional.of(new InitialWeights(file.get(), read));
    }

    /** Describes what was loaded, and whether the classifier is new. */
    String sentence(LoadReport report) {
        String start = Texts.of(
                "training.log.initialWeights",
                file,
                read.found(),
                hash(),
                report.sentence(),
                report.complete() ? "read" : "new",
                report.unchanged());
        return String.join(
                " ", Stream.concat(Stream.of(start), read.notes().stream()).toList());
    }

    private String hash() {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw Problem.input(Texts.of("training.error.weightFileUnreadable", file), e);
        }
    }
}
