package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;

/** A training in the list: waiting, running, over, or left behind by an earlier window. */
public final class QueuedRun {
    /** Where a training stands; {@link #title()} is for people. */
    public enum State {
        /** Its turn has not come. */
        WAITING(Texts.of("training.queue.state.waiting")),
        RUNNING(Texts.of("training.queue.state.running")),
        /** It was asked to end, and is saving. */
        STOPPING(Texts.of("training.queue.state.saving")),
        /** It saved, and holds its place: those behind it wait. */
        PAUSED(Texts.of("training.queue.state.paused")),
        STOPPED(Texts.of("training.queue.state.stopped")),
        /** The program ended while it ran. */
        INTERRUPTED(Texts.of("training.queue.state.interrupted")),
        FAILED(Texts.of("training.queue.state.failed")),
        FINISHED(Texts.of("training.queue.state.finished"));

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** The name for people. */
        public String title() {
            return title;
        }

        /** Whether it is at work. */
        public boolean isActive() {
            return this == RUNNING || this == STOPPING;
        }

        /** Whether it can go on from where it stands. */
        public boolean canResume() {
            return this == PAUSED || this == STOPPED || this == INTERRUPTED || this == FAILED;
        }
    }

    private final Recipe recipe;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(this, "state");
    private final StringProperty detail = new SimpleStringProperty(this, "detail", "");
    private final DoubleProperty fraction = new SimpleDoubleProperty(this, "fraction", 0);
    private final RunProgress course = new RunProgress();
    private Path folder;
    private boolean gettingFolder;

    QueuedRun(Recipe recipe, State state) {
        this.recipe = recipe;
        this.state.set(state);
    }

    /** What it trains. */
    public Recipe recipe() {
        return recipe;
    }

    /** The name someone gave it. */
    public String name() {
        return recipe.name();
    }

    /** Where it stands. */
    public ObjectProperty<State> stateProperty() {
        return state;
    }

    public State getState() {
        return state.get();
    }

    /** A few words: how far it is, what it reached, or why it failed. */
    public StringProperty detailProperty() {
        return detail;
    }

    /** From 0 to 1, negative where it is not known. */
    public DoubleProperty fractionProperty() {
        return fraction;
    }

    /** Its curves, as far as they are known. */
    RunProgress course() {
        return course;
    }

    /** Its experiment's folder; empty before there is one. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    void setFolder(Path made) {
        folder = made;
    }

    /** Whether its folder is being made, so that it cannot begin yet. */
    boolean isGettingFolder() {
        return gettingFolder;
    }

    void setGettingFolder(boolean getting) {
        gettingFolder = getting;
    }
}
