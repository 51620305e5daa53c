package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;

/** A waiting training whose recipe is changed in the form; it does not start meanwhile. */
final class EditedRun {
    private final Jobs jobs;
    private final Runnable next;
    private final ReadOnlyObjectWrapper<QueuedRun> run = new ReadOnlyObjectWrapper<>(this, "run");

    /** Nothing is changed; {@code next} is called when a training is no longer held back. */
    EditedRun(Jobs jobs, Runnable next) {
        this.jobs = jobs;
        this.next = next;
    }

    /** The training that is changed; null if there is none. */
    ReadOnlyObjectProperty<QueuedRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Whether this one is held back. */
    boolean is(QueuedRun other) {
        return run.get() == other;
    }

    /** Holds one back that waits. */
    void begin(QueuedRun waiting) {
        if (waiting.getState() == RunStatus.NEW) {
            run.set(waiting);
            next.run();
        }
    }

    /** Lets it start as it was. */
    void cancel() {
        run.set(null);
        next.run();
    }

    /** Lets it start with another recipe, which is stored in its folder first. */
    void apply(Recipe recipe) {
        QueuedRun edited = run.get();
        edited.setRecipe(recipe);
        run.set(null);
        if (edited.folder().isEmpty()) {
            next.run();
            return;
        }
        edited.setGettingFolder(true);
        Path folder = edited.folder().get();
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        ExperimentManifest changed = ExperimentManifest.of(recipe.fixedHere()).startedAt(now);
        jobs.start(JobPlan.<ExperimentManifest>of(
                        Texts.of("training.queue.edit.job", recipe.name()), progress -> Experiment.open(folder)
                                .update(old -> old.state().status() == RunStatus.NEW ? changed : old))
                .inQueue("queue")
                .weighing(JobPlan.Weight.QUIET)
                .onDone(stored -> {
                    edited.setGettingFolder(false);
                    next.run();
                })
                .onProblem(problem -> {
                    edited.setGettingFolder(false);
                    edited.detailProperty().set(problem.getMessage());
                    edited.stateProperty().set(RunStatus.FAILED);
                    next.run();
                }));
    }
}
