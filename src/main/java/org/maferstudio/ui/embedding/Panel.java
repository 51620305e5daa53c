package org.maferstudio.ui.embedding;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.Embedding;
import org.maferstudio.experiment.EmbeddingMetadata;
import org.maferstudio.experiment.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/** One of the pictures side by side: of an experiment at one or several resolutions, while it unfolds and afterwards. */
final class Panel {
    private final Path experiment;
    private final String title;
    private final List<Resolution> resolutions;
    private final ObjectProperty<Cloud> cloud = new SimpleObjectProperty<>(this, "cloud");
    private final ObjectProperty<EmbeddingMetadata> metadata = new SimpleObjectProperty<>(this, "metadata");
    private final StringProperty status = new SimpleStringProperty(this, "status", "");
    private String name = "";

    /**
     * What lies where.
     *
     * @param rows what is known of each point
     * @param positions where it is, {@code (N, 2)}
     */
    record Cloud(LabelSet labels, List<EmbeddingRow> rows, Points positions) {}

    Panel(Path experiment, String title, List<Resolution> resolutions) {
        this.experiment = experiment;
        this.title = title;
        this.resolutions = List.copyOf(resolutions);
    }

    /** The folder of the experiment. */
    Path experiment() {
        return experiment;
    }

    String title() {
        return title;
    }

    List<Resolution> resolutions() {
        return resolutions;
    }

    /** The name of the embedding; empty before there is one. */
    String name() {
        return name;
    }

    /** Where the points are now; null before there are any. */
    ObjectProperty<Cloud> cloudProperty() {
        return cloud;
    }

    /** The numbers of a finished picture; null while there are none. */
    ObjectProperty<EmbeddingMetadata> metadataProperty() {
        return metadata;
    }

    /** What is going on, in a few words; empty for nothing. */
    StringProperty statusProperty() {
        return status;
    }

    /** Shows a finished one. */
    void show(Embedding embedding) {
        name = embedding.name();
        cloud.set(new Cloud(embedding.labels(), embedding.rows(), embedding.positions()));
        metadata.set(embedding.metadata());
        status.set("");
    }

    /** The finished picture that is shown; null while there is none. */
    Embedding embedding() {
        Cloud now = cloud.get();
        return now == null || metadata.get() == null
                ? null
                : new Embedding(name, now.labels(), metadata.get(), now.rows(), now.positions());
    }
}
