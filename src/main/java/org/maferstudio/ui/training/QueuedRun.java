package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.HistoryFigure;

/** A training in the list: waiting, running, finished, or interrupted. */
public final class QueuedRun {
    private final Recipe recipe;
    private final ObjectProperty<RunStatus> state = new SimpleObjectProperty<>(this, "state");
    private final StringProperty detail = new SimpleStringProperty(this, "detail", "");
    private final DoubleProperty fraction = new SimpleDoubleProperty(this, "fraction", 0);
    private final RunProgress progress = new RunProgress();
    private Path folder;
    private boolean gettingFolder;
    private int atOnce = 1;
    private HistoryFigure curves;

    QueuedRun(Recipe recipe, RunStatus state) {
        this.recipe = recipe;
        this.state.set(state);
    }

    /** Its recipe. */
    public Recipe recipe() {
        return recipe;
    }

    /** Its name. */
    public String name() {
        return recipe.name();
    }

    /** Its status. */
    public ObjectProperty<RunStatus> stateProperty() {
        return state;
    }

    public RunStatus getState() {
        return state.get();
    }

    /** A short description of its progress, result or failure. */
    public StringProperty detailProperty() {
        return detail;
    }

    /** From 0 to 1, negative if it is not known. */
    public DoubleProperty fractionProperty() {
        return fraction;
    }

    /** Its curves. */
    RunProgress progress() {
        return progress;
    }

    /** Its experiment's folder; empty before there is one. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    void setFolder(Path made) {
        folder = made;
    }

    /** How many runs of a series are trained at once; 1 for a single training. */
    int atOnce() {
        return atOnce;
    }

    void setAtOnce(int processes) {
        atOnce = processes;
    }

    /** The curves of the runs of a series that are trained at once; empty for a single training. */
    Optional<HistoryFigure> curves() {
        return Optional.ofNullable(curves);
    }

    void setCurves(HistoryFigure read) {
        curves = read;
    }

    /** Whether its folder is being created, so that it cannot start yet. */
    boolean isGettingFolder() {
        return gettingFolder;
    }

    void setGettingFolder(boolean getting) {
        gettingFolder = getting;
    }
}
