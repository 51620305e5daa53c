package org.maferstudio.ui.training.series;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.RunStatus;
import org.maferstudio.series.PlanChange;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.series.remote.PlacedSeries;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The view model of the dialog that shows the runs of a series, and changes those that wait. */
public final class SeriesRunsViewModel {
    private final LatestJob reading;
    private final SeriesViewModel planning;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObservableList<RunOutcome> runs = FXCollections.observableArrayList();
    private final ObjectProperty<RunOutcome> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyBooleanWrapper changeable = new ReadOnlyBooleanWrapper(this, "changeable");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private Path folder;
    private boolean onCluster;

    /** What was read of a series. */
    private record Known(List<RunOutcome> runs, boolean onCluster) {
        static Known of(Series series) {
            return new Known(RunOutcome.states(series), PlacedSeries.isOnCluster(series));
        }
    }

    /** Creates a closed dialog; {@code planning} adds runs. */
    public SeriesRunsViewModel(Workbench workbench, Jobs jobs, SeriesViewModel planning) {
        this.reading = new LatestJob(jobs);
        this.planning = planning;
        selected.addListener((property, old, now) -> update());
        workbench.experimentsChangedProperty().addListener((property, old, now) -> {
            if (open.get()) {
                read((series, change) -> series);
            }
        });
    }

    // Properties

    /** Whether the dialog is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** The runs, in the order in which they are trained. */
    public ObservableList<RunOutcome> runs() {
        return runs;
    }

    /** The selected run; null if there is none. */
    public ObjectProperty<RunOutcome> selectedProperty() {
        return selected;
    }

    /** Whether the selected run waits on this computer, so that it can be moved or removed. */
    public ReadOnlyBooleanProperty changeableProperty() {
        return changeable.getReadOnlyProperty();
    }

    /** Why a change was not possible; empty if there is no problem. */
    public StringProperty problemProperty() {
        return problem;
    }

    // Commands

    /** Opens the dialog on a series. */
    public void open(Path series) {
        folder = series;
        runs.clear();
        problem.set("");
        open.set(true);
        read((each, change) -> each);
    }

    /** Trains the selected run before the one before it. */
    public void earlier() {
        change(PlanChange::earlier);
    }

    /** Trains the selected run after the next one. */
    public void later() {
        change(PlanChange::later);
    }

    /** Removes the selected run from the plan. */
    public void remove() {
        change(PlanChange::without);
    }

    /** Asks for more runs. */
    public void add() {
        open.set(false);
        planning.extend(folder);
    }

    private void change(BiFunction<PlanChange, Integer, Series> how) {
        if (changeable.get()) {
            int number = selected.get().run().number();
            problem.set("");
            read((series, change) -> how.apply(change, number));
        }
    }

    private void read(BiFunction<Series, PlanChange, Series> how) {
        Path asked = folder;
        reading.start(JobPlan.<Known>of(Texts.of("training.runs.job"), progress -> {
                    Series series = Series.open(asked);
                    return Known.of(how.apply(series, new PlanChange(series)));
                })
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::show)
                .onProblem(why -> problem.set(why.getMessage())));
    }

    private void show(Known known) {
        int number = selected.get() == null ? 0 : selected.get().run().number();
        onCluster = known.onCluster();
        runs.setAll(known.runs());
        selected.set(runs.stream()
                .filter(run -> run.run().number() == number)
                .findFirst()
                .orElse(null));
        update();
    }

    private void update() {
        changeable.set(selected.get() != null && selected.get().status() == RunStatus.NEW && !onCluster);
    }
}
