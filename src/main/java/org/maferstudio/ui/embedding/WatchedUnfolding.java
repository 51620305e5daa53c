package org.maferstudio.ui.embedding;

import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.EmbeddedRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.Unfolding;

/** Hands on what unfolds, and waits while someone pauses. */
final class WatchedUnfolding implements Unfolding {
    private final Consumer<Panel.Cloud> clouds;
    private final Consumer<String> words;
    private final Pause pause;
    private LabelSet labels;
    private List<EmbeddedRow> rows = List.of();

    WatchedUnfolding(Consumer<Panel.Cloud> clouds, Consumer<String> words, Pause pause) {
        this.clouds = clouds;
        this.words = words;
        this.pause = pause;
    }

    @Override
    public void begun(LabelSet known, List<EmbeddedRow> found) {
        labels = known;
        rows = found;
    }

    @Override
    public void moved(Points picture, int done, double cost) {
        clouds.accept(new Panel.Cloud(labels, rows, picture));
        words.accept(
                done == 0 ? Texts.of("embedding.scattered") : Texts.of("embedding.iteration.divergence", done, cost));
        pause.await();
    }
}
