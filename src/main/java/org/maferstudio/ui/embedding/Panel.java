package org.maferstudio.ui.embedding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/** One embedding: of an experiment at one or several resolutions, during and after its computation. */
final class Panel {
    private final Path experiment;
    private final String title;
    private final List<Resolution> resolutions;
    private final ObjectProperty<Cloud> cloud = new SimpleObjectProperty<>(this, "cloud");
    private final ObjectProperty<Cloud> placed = new SimpleObjectProperty<>(this, "placed");
    private final ObjectProperty<EmbeddingMetadata> metadata = new SimpleObjectProperty<>(this, "metadata");
    private final StringProperty status = new SimpleStringProperty(this, "status", "");
    private String name = "";

    /**
     * A set of points.
     *
     * @param rows the data of each point
     * @param positions {@code (N, 2)}
     */
    record Cloud(LabelSet labels, List<EmbeddingRow> rows, Points positions) {}

    Panel(Path experiment, String title, List<Resolution> resolutions) {
        this.experiment = experiment;
        this.title = title;
        this.resolutions = List.copyOf(resolutions);
        cloud.addListener((property, old, now) -> placed.set(null));
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

    /** The current positions; null before there are any. */
    ObjectProperty<Cloud> cloudProperty() {
        return cloud;
    }

    /** Faces that were placed afterwards; null if there are none. */
    ObjectProperty<Cloud> placedProperty() {
        return placed;
    }

    /** The metadata of a finished embedding; null before. */
    ObjectProperty<EmbeddingMetadata> metadataProperty() {
        return metadata;
    }

    /** The status text; empty for none. */
    StringProperty statusProperty() {
        return status;
    }

    /** Shows a finished embedding. */
    void show(Embedding embedding) {
        name = embedding.name();
        cloud.set(new Cloud(embedding.labels(), embedding.rows(), embedding.positions()));
        metadata.set(embedding.metadata());
        status.set("");
    }

    /** Shows faces that were placed into the embedding. */
    void place(PlacedFaces faces) {
        placed.set(new Cloud(faces.labels(), faces.rows(), faces.positions()));
    }

    /** Shows more faces, beside those that were placed before. */
    void add(PlacedFaces faces) {
        Cloud before = placed.get();
        if (before == null) {
            place(faces);
            return;
        }
        placed.set(new Cloud(
                before.labels(),
                Stream.concat(before.rows().stream(), faces.rows().stream()).toList(),
                new Points(Stream.concat(
                                Arrays.stream(before.positions().rows()),
                                Arrays.stream(faces.positions().rows()))
                        .toArray(float[][]::new))));
    }

    /** The shown finished embedding; null if there is none. */
    Embedding embedding() {
        Cloud now = cloud.get();
        return now == null || metadata.get() == null
                ? null
                : new Embedding(name, now.labels(), metadata.get(), now.rows(), now.positions());
    }
}
