package org.maferstudio.ui.results.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.training.evaluation.TestTimeEvaluation;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.results.experiments.ExperimentRow;

/** Evaluates experiments in the background, one after another and never during a training. */
public final class Evaluations {
    private final Jobs jobs;
    private final ExperimentEvaluator evaluating;
    private final Function<String, Path> folders;
    private final EvaluationForm form = new EvaluationForm();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

    /**
     * Runs its work on these jobs.
     *
     * @param folders returns a new folder for an experiment with a name
     */
    public Evaluations(Jobs jobs, ExperimentEvaluator evaluating, Function<String, Path> folders) {
        this.jobs = jobs;
        this.evaluating = evaluating;
        this.folders = folders;
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
        Optional<TestTimeEvaluation.Method> method = form.methodProperty().get();
        jobs.start(JobPlan.<Evaluation.Result>of(Texts.of("results.evaluate.job", row.name()), progress -> {
                    Experiment experiment = Experiment.open(row.folder());
                    Evaluation.Request request = new Evaluation.Request(
                            Optional.empty(),
                            split,
                            resolutions,
                            experiment.manifest().recipe().machine());
                    if (method.isEmpty()) {
                        return evaluating.run(experiment, request, progress);
                    }
                    Path out = folders.apply(method.get().id() + "-" + row.name());
                    return evaluating.testTime(experiment, method.get(), request, out, progress);
                })
                .inQueue("training")
                .onDone(result -> {
                    List<String> notes = new ArrayList<>(result.notes());
                    if (method.isPresent()) {
                        notes.add(Texts.of("results.evaluate.method.saved"));
                    }
                    note.set(String.join(" ", notes));
                    onDone.accept(result);
                }));
    }
}
