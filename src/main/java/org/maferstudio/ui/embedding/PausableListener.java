package org.maferstudio.ui.embedding;

import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.embedding.EmbeddingListener;

/** Forwards the progress of an embedding, and blocks while paused. */
final class PausableListener implements EmbeddingListener {
    private final Consumer<Panel.Cloud> clouds;
    private final Consumer<String> words;
    private final PauseGate pause;
    private LabelSet labels;
    private List<EmbeddingRow> rows = List.of();

    PausableListener(Consumer<Panel.Cloud> clouds, Consumer<String> words, PauseGate pause) {
        this.clouds = clouds;
        this.words = words;
        this.pause = pause;
    }

    @Override
    public void onFeatures(LabelSet known, List<EmbeddingRow> found) {
        labels = known;
        rows = found;
    }

    @Override
    public void onProgress(Points positions, int done, double cost) {
        clouds.accept(new Panel.Cloud(labels, rows, positions));
        words.accept(
                done == 0
                        ? Texts.of("embedding.status.initialised")
                        : Texts.of("embedding.status.iteration", done, cost));
        pause.await();
    }
}
