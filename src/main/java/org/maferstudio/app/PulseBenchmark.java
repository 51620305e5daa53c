package org.maferstudio.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.animation.AnimationTimer;
import org.maferstudio.cli.WindowBenchmark;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.job.Problem;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;

/** Opens the window on an empty workspace, starts a training as a click would, and measures the times between pulses. */
final class PulseBenchmark implements WindowBenchmark {
    /** The first moments of the window are not measured. */
    private static final int PULSES_BEFORE_START = 120;

    @Override
    public Pulses measure(Duration duration) throws Exception {
        DisplayCheck.ofThisMachine().requireWindow();
        Path folder = Files.createTempDirectory("mafer-pulses");
        try {
            CompletableFuture<Pulses> pulses = new CompletableFuture<>();
            GuiOptions options = GuiOptions.of(
                    folder.resolve("settings.json"), folder.resolve("workspace"), null, FileDialogs.CANCEL);
            Toolkit.open(options, wiring -> new Listener(wiring, duration, pulses).start(), onStop -> {});
            return pulses.get();
        } catch (ExecutionException e) {
            throw Problem.failure("The window could not be measured: " + e.getCause() + ".", e.getCause());
        } finally {
            ExperimentFolders.delete(folder);
        }
    }

    /** Receives every pulse on the JavaFX thread. */
    private static final class Listener extends AnimationTimer {
        private final Wiring wiring;
        private final long nanos;
        private final CompletableFuture<Pulses> result;
        private final List<Double> gaps = new ArrayList<>();
        private int before;
        private long begun;
        private long last;
        private double share;

        Listener(Wiring wiring, Duration duration, CompletableFuture<Pulses> result) {
            this.wiring = wiring;
            this.nanos = duration.toNanos();
            this.result = result;
            wiring.workbench().datasetSourceProperty().set(DatasetSource.of("drawn"));
            wiring.workbench().show("training");
        }

        @Override
        public void handle(long ignored) {
            // The toolkit's time is constant within a pulse; the user waits for real time.
            long now = System.nanoTime();
            if (before < PULSES_BEFORE_START
                    || (begun == 0 && wiring.jobs().busyProperty().get() > 0)) {
                before++;
                return;
            }
            if (begun == 0) {
                wiring.window().shell().firePrimaryAction();
                begun = now;
            } else {
                gaps.add((now - last) / 1e6);
            }
            last = now;
            wiring.jobs().listed().stream()
                    .filter(job -> job.weight() == JobPlan.Weight.KEPT)
                    .forEach(job -> share = Math.max(0, job.getFraction()));
            if (now - begun > nanos) {
                end();
            }
        }

        private void end() {
            stop();
            wiring.jobs().listed().forEach(Job::requestStop);
            Collections.sort(gaps);
            result.complete(new Pulses(
                    gaps.get(gaps.size() - 1), gaps.get((int) (0.99 * (gaps.size() - 1))), gaps.size(), share));
            wiring.window().stage().hide();
        }
    }
}
