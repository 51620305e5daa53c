package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.time.Duration;
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
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.ui.jobs.Job;

/** A training in the list: waiting, running, finished, or interrupted. */
public final class QueuedRun {
    private Recipe recipe;
    private final ObjectProperty<RunStatus> state = new SimpleObjectProperty<>(this, "state");
    private final StringProperty detail = new SimpleStringProperty(this, "detail", "");
    private final DoubleProperty fraction = new SimpleDoubleProperty(this, "fraction", 0);
    private final RunProgress progress = new RunProgress();
    private Path folder;
    private boolean gettingFolder;
    private boolean series;
    private boolean onCluster;
    private Job job;
    private Duration timeLeft;
    private HistoryFigure curves;

    QueuedRun(Recipe recipe, RunStatus state) {
        this.recipe = recipe;
        this.state.set(state);
    }

    /** Its recipe. */
    public Recipe recipe() {
        return recipe;
    }

    void setRecipe(Recipe other) {
        recipe = other;
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

    /** Whether it is a series, whose runs are trained by processes of their own. */
    public boolean isSeries() {
        return series;
    }

    /** Whether its runs are jobs of a cluster, which do not wait for other trainings of this window. */
    boolean isOnCluster() {
        return onCluster;
    }

    /** It is the series in a folder. */
    void setSeries(Path itsFolder, SeriesExecution.Where where) {
        series = true;
        onCluster = where == SeriesExecution.Where.SLURM;
        folder = itsFolder;
    }

    /** The work that trains or follows it; null if there is none. */
    Job job() {
        return job;
    }

    void setJob(Job work) {
        job = work;
    }

    /** The time until the runs of a series are trained; empty while unknown, and for a single training. */
    Optional<Duration> timeLeft() {
        return Optional.ofNullable(timeLeft);
    }

    void setTimeLeft(Duration left) {
        timeLeft = left;
    }

    /** The curves of the runs of a series; empty for a single training. */
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
