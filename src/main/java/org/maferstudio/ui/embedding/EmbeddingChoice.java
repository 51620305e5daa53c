package org.maferstudio.ui.embedding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.experiment.embedding.Embeddings;

/** An experiment that can be laid out, and whether it is. */
final class EmbeddingChoice {
    private final Path folder;
    private final String title;
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");

    EmbeddingChoice(Path folder, String title) {
        this.folder = folder;
        this.title = title;
    }

    Path folder() {
        return folder;
    }

    String title() {
        return title;
    }

    BooleanProperty chosenProperty() {
        return chosen;
    }

    @Override
    public String toString() {
        return title;
    }

    /**
     * All experiments of which something can be laid out.
     *
     * @param elsewhere folders of experiments that are not the workspace's
     */
    static List<EmbeddingChoice> find(Workspace workspace, Set<Path> elsewhere) {
        List<Experiment> all = new ArrayList<>(workspace.experiments());
        elsewhere.stream()
                .filter(Experiment::isExperiment)
                .map(Experiment::open)
                .forEach(all::add);
        List<EmbeddingChoice> found = new ArrayList<>();
        for (Experiment experiment : all) {
            ExperimentManifest manifest = experiment.manifest();
            // An import has predictions only; nothing of it can be laid out.
            boolean known = experiment.hasNetwork()
                    || !new Embeddings(experiment).names().isEmpty();
            if (known && Series.of(experiment).isEmpty() && !manifest.labels().isEmpty()) {
                found.add(new EmbeddingChoice(
                        experiment.folder(), manifest.recipe().name()));
            }
        }
        return found;
    }
}
