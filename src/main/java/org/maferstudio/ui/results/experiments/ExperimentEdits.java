package org.maferstudio.ui.results.experiments;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.CalibratedExperiment;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Tags;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.UndoStack;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.LiveRequest;
import org.maferstudio.ui.workbench.Workbench;

/** Edits of experiments: names, tags, notes and deletion, all of which can be undone; and their configurations. */
public final class ExperimentEdits {
    private static final int LONGEST_NAME = 80;

    private final Workbench workbench;
    private final Jobs jobs;
    private final Consumer<String> onProblem;
    private final UndoStack undo = new UndoStack();

    /** On their way to the bin: a second Delete must not move them again. */
    private final Set<Path> leaving = new HashSet<>();

    /**
     * Of the experiments of a desk.
     *
     * @param onProblem receives why something cannot be done
     */
    ExperimentEdits(Workbench workbench, Jobs jobs, Consumer<String> onProblem) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.onProblem = onProblem;
    }

    /** The actions that can be undone. */
    public UndoStack undo() {
        return undo;
    }

    /** Renames an experiment; its folder keeps its name. */
    public void rename(ExperimentRow row, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            onProblem.accept(Texts.of("results.experiments.error.nameLength", LONGEST_NAME));
        } else if (!wanted.equals(row.name())) {
            change(
                    Texts.of("results.experiments.undo.renamed", row.name()),
                    row,
                    wanted,
                    row.name(),
                    (experiment, to) -> experiment.update(manifest -> manifest.named(to)));
        }
    }

    /** Sets the tags of an experiment, separated by commas. */
    public void tag(ExperimentRow row, String words) {
        List<String> tags = Arrays.stream(words.split("[,\n]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (!tags.equals(row.tags())) {
            change(Texts.of("results.experiments.undo.tags", row.name()), row, tags, row.tags(), Tags::write);
        }
    }

    /** Sets the notes of an experiment. */
    public void note(ExperimentRow row, String notes) {
        if (!notes.strip().equals(row.notes())) {
            change(
                    Texts.of("results.experiments.undo.notes", row.name()),
                    row,
                    notes.strip(),
                    row.notes(),
                    (experiment, text) -> experiment.writeNotes(text.isEmpty() ? "" : text + "\n"));
        }
    }

    /** Moves an experiment into the workspace's bin; it can be taken back at once, before it has arrived there. */
    public void discard(ExperimentRow row) {
        if (!leaving.add(row.folder())) {
            return;
        }
        Discarded discarded = new Discarded(row);
        UndoStack.Step step = undo.did(Texts.of("results.experiments.undo.deleted", row.name()), discarded::restore);
        start(
                Texts.of("results.experiments.job.deleting", row.name()),
                () -> workbench.workspace().discard(Experiment.open(row.folder())),
                discarded::arrived,
                why -> {
                    leaving.remove(row.folder());
                    undo.forget(step);
                    onProblem.accept(why.getMessage());
                });
    }

    /** An experiment on its way to the bin, or in it. */
    private final class Discarded {
        private final ExperimentRow row;
        private Optional<Path> bin = Optional.empty();
        private boolean back;

        Discarded(ExperimentRow row) {
            this.row = row;
        }

        void arrived(Path place) {
            leaving.remove(row.folder());
            bin = Optional.of(place);
            if (back) {
                moveBack();
            }
        }

        void restore() {
            back = true;
            if (bin.isPresent()) {
                moveBack();
            }
        }

        private void moveBack() {
            Path place = bin.orElseThrow();
            start(
                    Texts.of("results.experiments.job.restoring", row.name()),
                    () -> {
                        workbench.workspace().restore(place);
                        return place;
                    },
                    done -> {},
                    why -> onProblem.accept(why.getMessage()));
        }
    }

    /** Puts an experiment's recipe into the form of the pane of training, under another name. */
    public void cloneRecipe(ExperimentRow row) {
        String name = row.name().length() > LONGEST_NAME - 5
                ? row.name()
                : Texts.of("results.experiments.copyName", row.name());
        workbench.edit(row.recipe().named(name));
    }

    /** Trains an experiment's recipe once more, with the same seed and the same number of threads. */
    public void runAgain(ExperimentRow row) {
        if (workbench.workspace().readOnly()) {
            onProblem.accept(Texts.of("results.experiments.error.readOnlyWorkspace"));
        } else {
            workbench.train(row.recipe());
        }
    }

    /**
     * Writes a copy whose confidence fits its accuracy, with the temperature of the validation split at native resolution.
     * Needs the predictions of that split.
     */
    public void calibrate(ExperimentRow row) {
        String name = Texts.of("results.experiments.calibratedName", row.name());
        start(
                Texts.of("results.experiments.job.calibrating", row.name()),
                () -> {
                    Experiment original = Experiment.open(row.folder());
                    if (!EvaluatedExperiments.resolutions(original, Sample.VALIDATION)
                            .contains(Resolution.NATIVE)) {
                        throw Problem.input(Texts.of("results.experiments.error.calibration", row.name()));
                    }
                    Experiment copy = CalibratedExperiment.write(
                                    original,
                                    Sample.VALIDATION,
                                    List.of(Resolution.NATIVE),
                                    workbench.workspace().newFolder(name, LocalDateTime.now(ZoneId.systemDefault())))
                            .experiment();
                    copy.update(manifest -> manifest.named(name));
                    return copy.folder();
                },
                done -> {},
                why -> onProblem.accept(why.getMessage()));
    }

    /** Uses an experiment's best network in the Live pane. */
    public void showLive(ExperimentRow row) {
        workbench.showLive(new LiveRequest(null, List.of(row.folder())));
    }

    /** Writes a change of the user. */
    private interface Write<V> {
        void to(Experiment experiment, V value);
    }

    private <V> void change(String what, ExperimentRow row, V now, V before, Write<V> write) {
        Function<V, Runnable> writing = value -> () -> start(
                what,
                () -> {
                    write.to(Experiment.open(row.folder()), value);
                    return row.folder();
                },
                done -> {},
                why -> onProblem.accept(why.getMessage()));
        writing.apply(now).run();
        undo.did(what, writing.apply(before));
    }

    private void start(String title, Supplier<Path> work, Consumer<Path> onDone, Consumer<Problem> onProblem) {
        jobs.start(JobPlan.<Path>of(title, progress -> work.get())
                .weighing(JobPlan.Weight.QUIET)
                .inQueue("experiments")
                .onDone(path -> {
                    onDone.accept(path);
                    workbench.notifyExperimentsChanged();
                })
                .onProblem(onProblem));
    }
}
