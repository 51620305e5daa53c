package org.maferstudio.ui.live.ownclasses;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.ownclasses.FaceSample;
import org.maferstudio.ownclasses.OwnClass;

/** One class in the panel: its name and its samples. */
final class OwnClassModel {
    /** Maximum number of samples: 13 seconds of a camera, so that the images of all classes fit into memory. */
    static final int MOST_SAMPLES = 400;

    private final StringProperty name = new SimpleStringProperty(this, "name");
    private final ObservableList<FaceSample> samples = FXCollections.observableArrayList();

    OwnClassModel(String name) {
        this.name.set(name);
    }

    /** The name, as it is typed. */
    StringProperty nameProperty() {
        return name;
    }

    /** The samples, in the order in which they were collected. */
    ObservableList<FaceSample> samples() {
        return samples;
    }

    /** Whether no more samples fit. */
    boolean isFull() {
        return samples.size() >= MOST_SAMPLES;
    }

    /** Adds samples, as many as fit; returns how many. */
    int add(List<FaceSample> more) {
        List<FaceSample> fitting = more.subList(0, Math.min(more.size(), MOST_SAMPLES - samples.size()));
        samples.addAll(fitting);
        return fitting.size();
    }

    /** Removes the samples of the last take. */
    void undo() {
        if (!samples.isEmpty()) {
            int take = samples.get(samples.size() - 1).take();
            samples.removeIf(sample -> sample.take() == take);
        }
    }

    OwnClass snapshot() {
        return new OwnClass(name.get() == null ? "" : name.get().strip(), samples);
    }
}
