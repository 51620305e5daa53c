package org.maferstudio.ui.results.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.results.experiments.ExperimentRow;

/** Evaluates experiments in the background, one after another and never during a training. */
public final class Evaluations {
    private final Jobs jobs;
    private final ExperimentEvaluator evaluating;
    private final EvaluationForm form = new EvaluationForm();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

    /** Runs its work on these jobs. */
    public Evaluations(Jobs jobs, ExperimentEvaluator evaluating) {
        this.jobs = jobs;
        this.evaluating = evaluating;
    }

    // Properties

    /** What the next evaluation would do. */
    public EvaluationForm form() {
        return form;
    }

    /** The message of the last evaluation; empty for none. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    // Commands

    /** Clears the message of the last evaluation, and offers the splits of another experiment. */
    public void select(ExperimentRow row) {
        note.set("");
        form.offer(row == null ? List.of() : row.splits());
    }

    /** Starts with the settings of the form, unless one is invalid. */
    public void start(ExperimentRow row, Consumer<Evaluation.Result> onDone) {
        if (!form.messageProperty().get().isEmpty()) {
            return;
        }
        Optional<String> split = Optional.of(form.splitProperty().get()).filter(each -> !each.isEmpty());
        List<Resolution> resolutions = form.parsed();
        jobs.start(JobPlan.<Evaluation.Result>of(Texts.of("results.evaluate.job", row.name()), progress -> {
                    Experiment experiment = Experiment.open(row.folder());
                    Evaluation.Request request = new Evaluation.Request(
                            Optional.empty(),
                            split,
                            resolutions,
                            experiment.manifest().recipe().machine());
                    return evaluating.run(experiment, request, progress);
                })
                .inQueue("training")
                .onDone(result -> {
                    note.set(String.join(" ", result.notes()));
                    onDone.accept(result);
                }));
    }
}
