package org.maferstudio.ui.live.ownclasses;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.live.FaceReading;
import org.maferstudio.live.LiveReading;
import org.maferstudio.ownclasses.FaceSample;
import org.maferstudio.ownclasses.OwnClass;
import org.maferstudio.texts.Texts;

/** The user's classes with their samples, and the class for which samples are being collected. */
final class CollectedClasses {
    /** Maximum number of classes. */
    static final int MOST = 6;

    private static final int LEAST = 2;

    private final Runnable changed;
    private final ObservableList<OwnClassModel> classes = FXCollections.observableArrayList();
    private final ObjectProperty<OwnClassModel> collecting = new SimpleObjectProperty<>(this, "collecting");
    private final ReadOnlyBooleanWrapper removable = new ReadOnlyBooleanWrapper(this, "removable");
    private int takes;

    /**
     * Two classes without samples.
     *
     * @param changed runs when a name, a class or a sample has changed
     */
    CollectedClasses(Runnable changed) {
        this.changed = changed;
        removable.bind(Bindings.size(classes).greaterThan(LEAST));
        collecting.addListener((property, old, now) -> takes += now == null ? 0 : 1);
        add();
        add();
    }

    /** The classes, in order. */
    ObservableList<OwnClassModel> list() {
        return classes;
    }

    /** The classes as they are now. */
    List<OwnClass> snapshot() {
        return classes.stream().map(OwnClassModel::snapshot).toList();
    }

    /** The number of samples of all classes. */
    int samples() {
        return classes.stream().mapToInt(each -> each.samples().size()).sum();
    }

    /** The class for which samples are being collected; null for none. */
    ObjectProperty<OwnClassModel> collectingProperty() {
        return collecting;
    }

    /** Whether there are more classes than the least. */
    ReadOnlyBooleanProperty removableProperty() {
        return removable.getReadOnlyProperty();
    }

    /** Adds a class with a name of its own. */
    void add() {
        if (classes.size() < MOST) {
            int number = 1;
            while (isTaken(Texts.of("ownclasses.name.default", number))) {
                number++;
            }
            OwnClassModel added = new OwnClassModel(Texts.of("ownclasses.name.default", number));
            added.nameProperty().addListener(property -> changed.run());
            classes.add(added);
            changed.run();
        }
    }

    private boolean isTaken(String wanted) {
        return classes.stream()
                .anyMatch(each -> wanted.equals(each.nameProperty().get()));
    }

    /** Removes a class, unless only two are left. */
    void remove(OwnClassModel removed) {
        if (classes.size() > LEAST) {
            classes.remove(removed);
            changed.run();
        }
    }

    /**
     * Adds a face to the class whose button is held, if it was found in this frame.
     *
     * @return the error message if that class is full
     */
    Optional<String> collect(LiveReading reading, Optional<FaceReading> face) {
        OwnClassModel target = collecting.get();
        if (target == null) {
            return Optional.empty();
        }
        if (target.isFull()) {
            collecting.set(null);
            return Optional.of(Texts.of("ownclasses.collect.error.full", OwnClassModel.MOST_SAMPLES));
        }
        face.filter(each -> each.face().sighting() == TrackedFace.Sighting.FOUND)
                .ifPresent(each -> {
                    target.add(List.of(FaceSample.of(
                            reading.frame().image(),
                            each.face().face(),
                            takes,
                            reading.frame().milliseconds() / 1000.0)));
                    changed.run();
                });
        return Optional.empty();
    }

    /** Reserves numbers of takes, one per image, and returns the first. */
    int reserveTakes(int images) {
        int first = takes + 1;
        takes += images;
        return first;
    }

    /** Adds samples to a class, and returns how many it had room for. */
    int add(OwnClassModel target, List<FaceSample> samples) {
        int added = target.add(samples);
        changed.run();
        return added;
    }

    /** Removes the samples of the last take of a class. */
    void undo(OwnClassModel target) {
        target.undo();
        changed.run();
    }

    /** Removes one sample. */
    void remove(OwnClassModel target, FaceSample sample) {
        target.samples().remove(sample);
        changed.run();
    }
}
