package org.maferstudio.ui.embedding;

import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.training.embedding.EmbeddingListener;
import org.maferstudio.training.embedding.EmbeddingRequest;
import org.maferstudio.training.embedding.EmbeddingRun;
import org.maferstudio.training.embedding.PlacementRun;

/** Makes an embedding of an experiment, as {@code mafer embed} does. */
@FunctionalInterface
public interface EmbeddingMaker {
    /** What the program does. */
    EmbeddingMaker ENGINE = (experiment, request, progress, listener) ->
            new EmbeddingRun(Experiment.open(experiment), progress, listener).run(request);

    /**
     * Makes it, and keeps it in the experiment.
     *
     * @return empty if a stop was asked for before there were features
     * @throws org.maferstudio.job.Problem if it cannot be made
     */
    Optional<Embedding> make(Path experiment, EmbeddingRequest request, Progress progress, EmbeddingListener listener);

    /**
     * Places the faces of a dataset into a saved embedding, as {@code mafer embed --place} does; empty if a stop was
     * requested.
     */
    default Optional<PlacedFaces> place(
            Path experiment, EmbeddingRequest request, DatasetSource dataset, Progress progress) {
        return new PlacementRun(Experiment.open(experiment), progress).run(request, dataset);
    }

    /** Places one face into a saved embedding, and keeps it nowhere; empty if a stop was requested. */
    default Optional<PlacedFaces> place(Path experiment, EmbeddingRequest request, Sample face, Progress progress) {
        return new PlacementRun(Experiment.open(experiment), progress).run(request, face);
    }
}
