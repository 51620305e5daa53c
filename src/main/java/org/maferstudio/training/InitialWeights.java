package org.maferstudio.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkImport;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.network.weights.NetworkWeights;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.WeightFile;

/**
 * The weights of another network that a training begins with.
 *
 * @param file where they lie
 * @param read what it holds
 */
record InitialWeights(Path file, NetworkWeights read) {
    /** All that it holds of the network. */
    WeightFile weights() {
        return read.weights();
    }

    /**
     * Reads the base that a plan names; empty if it names none.
     *
     * @throws Problem if it cannot be read, or lacks more of the plan's network than the classifier
     */
    static Optional<InitialWeights> of(NetworkConfig plan) {
        Optional<Path> file = plan.baseFile();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        NetworkWeights read = NetworkWeights.read(file.get(), plan.spec().name());
        // How many classes there will be does not matter: the classifier may be another.
        NetworkImport.checkBody(LoadReport.of(plan.spec(), 1, read.weights()), file.get(), plan.spec());
        return Optional.of(new InitialWeights(file.get(), read));
    }

    /** What was taken over, and that the classifier is a new one where it is. */
    String sentence(LoadReport report) {
        String start = Texts.of(
                "training.log.initialWeights",
                file,
                read.found(),
                hash(),
                report.sentence(),
                report.complete() ? "read" : "new",
                report.kept());
        return String.join(
                " ", Stream.concat(Stream.of(start), read.notes().stream()).toList());
    }

    private String hash() {
        try {
            return Checkpoints.sha256(file);
        } catch (IOException e) {
            throw Problem.input(Texts.of("training.error.weightFileUnreadable", file), e);
        }
    }
}
