package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.TrainingTick;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** The curves and numbers of one training of the queue: the running one, or the selected one. */
public final class RunMonitor {
    /** Painting a figure takes tens of milliseconds of a core that the training needs. */
    private static final long BETWEEN_FIGURES_NS = 1_000_000_000L;

    private final Jobs jobs;
    private final LatestJob reading;
    private final ObjectProperty<QueuedRun> shown = new SimpleObjectProperty<>(this, "shown");
    private final ReadOnlyObjectWrapper<HistoryFigure> figure = new ReadOnlyObjectWrapper<>(this, "figure");
    private final ReadOnlyStringWrapper best = new ReadOnlyStringWrapper(this, "best", Numbers.NONE);
    private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper(this, "speed", Numbers.NONE);
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper(this, "timeLeft", Numbers.NONE);
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(this, "memory", Numbers.NONE);
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper(this, "device", Numbers.NONE);
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private long lastFigure;

    RunMonitor(Jobs jobs) {
        this.jobs = jobs;
        this.reading = new LatestJob(jobs);
    }

    // Properties

    /** The shown training; null if there is none. */
    public ReadOnlyObjectProperty<QueuedRun> shownProperty() {
        return shown;
    }

    /** Loss, accuracy, learning rate and p(downsampling) so far; null if there is nothing to draw. */
    public ReadOnlyObjectProperty<HistoryFigure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** The best validation so far, such as {@code 61.2 %, epoch 4} or {@code 61.2 % (8 px 40.3), epoch 4}. */
    public ReadOnlyStringProperty bestProperty() {
        return best.getReadOnlyProperty();
    }

    /** Training images per second. */
    public ReadOnlyStringProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** The remaining time, such as {@code 6 min}. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** The memory of the program, such as {@code 1.2 GB}. */
    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** The device, such as {@code cpu, 2 threads}. */
    public ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /** Why the last training failed; empty if it did not, or the user closed the message. */
    public StringProperty problemProperty() {
        return problem;
    }

    // Commands

    /** Shows a training; a finished one is read from its folder. */
    public void show(QueuedRun run) {
        shown.set(run);
        device.set(Numbers.NONE);
        memory.set(Numbers.NONE);
        refresh(run);
        if (!run.getState().isActive()
                && run.progress().points().isEmpty()
                && run.folder().isPresent()) {
            Path folder = run.folder().get();
            reading.start(JobPlan.<List<HistoryRow>>of(
                            Texts.of("training.monitor.job", run.name()),
                            progress -> Experiment.open(folder).history().rows())
                    .weighing(JobPlan.Weight.QUIET)
                    .onDone(rows -> {
                        run.progress().restore(rows);
                        refresh(run);
                    })
                    .onProblem(why -> problem.set(why.getMessage())));
        }
    }

    /** Updates the curves of a training, if it is shown. */
    void refresh(QueuedRun run) {
        if (run != shown.get()) {
            return;
        }
        List<HistoryRow> points = run.progress().points();
        figure.set(run.curves().orElseGet(() -> points.isEmpty() ? null : HistoryFigure.of(points)));
        best.set(run.progress()
                .best(run.recipe().course().bestAt())
                .map(RunMonitor::describe)
                .orElse(Numbers.NONE));
        boolean going = run.getState().isActive();
        speed.set(
                going
                        ? run.progress()
                                .pulse()
                                .map(p -> UnitText.rate(p.imagesPerSecond()))
                                .orElse(Numbers.NONE)
                        : Numbers.NONE);
        timeLeft.set(
                going
                        ? run.timeLeft()
                                .map(left -> UnitText.duration(left.toMillis() / 1000.0))
                                .or(() -> run.progress().pulse().map(p -> UnitText.duration(p.secondsLeft())))
                                .orElse(Numbers.NONE)
                        : Numbers.NONE);
    }

    /** Shows the curves of a series, if it is shown. */
    void refresh(QueuedRun run, HistoryFigure curves) {
        run.setCurves(curves);
        refresh(run);
    }

    private static String describe(HistoryRow row) {
        HistoryRow.Lowered low = row.lowered();
        return Texts.of(
                "training.monitor.bestValue",
                100 * row.validAccuracy(),
                low.isEvaluated() ? "low" : "none",
                low.pixels(),
                100 * low.accuracy(),
                row.epoch());
    }

    /**
     * Returns a listener of a training, called on the training's thread; this method is called on the JavaFX thread.
     *
     * @param grown called on the JavaFX thread after each validation
     */
    RunListener listener(QueuedRun run, Runnable grown) {
        return new RunListener(
                jobs.batches((List<? extends RunListener.Message> messages) -> {
                    onMessages(run, messages);
                    grown.run();
                }),
                jobs.latest(moved -> onMessages(run, moved)));
    }

    private void onMessages(QueuedRun run, List<? extends RunListener.Message> messages) {
        for (RunListener.Message message : messages) {
            if (message instanceof RunListener.Message.Began began) {
                run.progress().resume(began.rows(), began.step());
                if (run == shown.get()) {
                    device.set(began.device());
                }
            } else if (message instanceof RunListener.Message.Validated validated) {
                run.progress().add(validated.row());
            }
        }
        refresh(run);
    }

    private void onMessages(QueuedRun run, RunListener.Moved moved) {
        TrainingTick pulse = moved.pulse();
        run.progress().add(pulse);
        if (run != shown.get()) {
            return;
        }
        speed.set(UnitText.rate(pulse.imagesPerSecond()));
        timeLeft.set(UnitText.duration(pulse.secondsLeft()));
        memory.set(UnitText.bytes(moved.bytes()));
        long now = System.nanoTime();
        if (now - lastFigure > BETWEEN_FIGURES_NS) {
            lastFigure = now;
            figure.set(HistoryFigure.of(run.progress().points()));
        }
    }
}
