package org.maferstudio.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.maferstudio.cli.WindowBenchmark.Looks;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.results.selection.SelectionViewModel;

/** Looks at made experiments in a real window, and takes the time of each look. */
final class LookProbe {
    private static final int ROUNDS = 5;
    private static final int ROWS_A_PULSE = 1;

    private final int samples;
    private Wiring wiring;
    private ImageView matrix;

    LookProbe(int samples) {
        this.samples = samples;
    }

    /** Makes the experiments, opens the window, looks, and closes it. */
    Looks run() throws Exception {
        Path folder = Files.createTempDirectory("mafer-looks");
        try {
            ManyPredictions.make(folder, samples);
            CompletableFuture<Looks> looks = new CompletableFuture<>();
            GuiOptions options = GuiOptions.of(
                    folder.resolve("settings.json"), folder.resolve("workspace"), null, FileDialogs.CANCEL);
            Toolkit.open(
                    options,
                    opened -> {
                        wiring = opened;
                        new Thread(() -> look(looks), "look probe").start();
                    },
                    onStop -> {});
            return looks.get();
        } catch (ExecutionException e) {
            throw Problem.failure("The window could not be measured: " + e.getCause() + ".", e.getCause());
        } finally {
            ExperimentFolders.delete(folder);
        }
    }

    // The looks

    private void look(CompletableFuture<Looks> looks) {
        try {
            looks.complete(looks());
        } catch (Exception | LinkageError e) {
            looks.completeExceptionally(e);
        } finally {
            Platform.runLater(() -> wiring.window().stage().hide());
        }
    }

    private Looks looks() throws Exception {
        ResultsViewModel results = wiring.results();
        SelectionViewModel shown = results.shown();
        onScreen(() -> wiring.desk().show("results"));
        await(() -> results.stateProperty().get() == ResultsViewModel.State.SHOWN && calm());
        matrix = (ImageView) wiring.window().stage().getScene().lookup(".confusion-matrix .figure ImageView");
        List<ExperimentRow> rows = List.copyOf(results.experiments().rows());
        List<Double> read = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        for (ExperimentRow row : rows) {
            if (row != results.experiments().selectedProperty().get()
                    && !row.name().equals(ManyPredictions.ONE_CELL)) {
                double[] times = select(row);
                read.add(times[0]);
                first.add(times[1]);
            }
        }
        List<Double> resolution = new ArrayList<>();
        List<Double> normalisation = new ArrayList<>();
        List<Double> experiment = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Resolution each : ManyPredictions.OTHER_RESOLUTIONS) {
                resolution.add(drawn(() -> shown.resolutionProperty().set(each)));
            }
            for (Normalisation each : List.of(Normalisation.COLUMNS, Normalisation.COUNTS, Normalisation.ROWS)) {
                normalisation.add(drawn(() -> shown.normalisationProperty().set(each)));
            }
            for (ExperimentRow row : rows) {
                if (row != results.experiments().selectedProperty().get()
                        && !row.name().equals(ManyPredictions.ONE_CELL)) {
                    double[] times = select(row);
                    experiment.add(times[0] + times[1]);
                }
            }
        }
        List<Double> bundle = bundles(rows);
        select(rows.stream()
                .filter(row -> row.name().equals(ManyPredictions.ONE_CELL))
                .findFirst()
                .orElseThrow());
        long before = heap();
        List<Double> scroll = scroll(results);
        return new Looks(read, first, resolution, normalisation, experiment, bundle, scroll, heap() - before);
    }

    /** Packs experiments, and opens each as someone would who got it: until its matrix is on the screen, in ms. */
    private List<Double> bundles(List<ExperimentRow> rows) throws Exception {
        List<Double> times = new ArrayList<>();
        for (ExperimentRow row : rows) {
            if (!row.name().equals(ManyPredictions.ONE_CELL)) {
                Path file = wiring.desk().workspace().folder().resolve(row.name() + Bundle.ENDING);
                Bundle.write(Experiment.open(row.folder()), file);
                times.add(drawn(() -> wiring.openings().open(file)));
            }
        }
        return times;
    }

    /** Selects an experiment; until it was read, and from then until its matrix is on the screen, in ms. */
    private double[] select(ExperimentRow row) throws Exception {
        SelectionViewModel shown = wiring.results().shown();
        long[] readAt = {0};
        long[] begun = {0};
        double whole = drawn(() -> {
            begun[0] = System.nanoTime();
            shown.figuresProperty().addListener((property, old, now) -> {
                if (readAt[0] == 0 && isOf(row)) {
                    readAt[0] = System.nanoTime();
                }
            });
            wiring.results().experiments().selectedProperty().set(row);
        });
        double read = (readAt[0] - begun[0]) / 1e6;
        return new double[] {read, whole - read};
    }

    private boolean isOf(ExperimentRow row) {
        return wiring.results().shown().results().stream()
                .findFirst()
                .filter(first -> first.folder().equals(row.folder()))
                .isPresent();
    }

    /** From an action until the matrix has another picture, and a pulse has shown it, in ms. */
    private double drawn(Runnable action) throws Exception {
        await(this::calm);
        CompletableFuture<Double> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            long begun = System.nanoTime();
            Image before = matrix.getImage();
            action.run();
            new AnimationTimer() {
                private boolean seen;

                @Override
                public void handle(long now) {
                    if (seen) {
                        stop();
                        done.complete((System.nanoTime() - begun) / 1e6);
                    }
                    seen = matrix.getImage() != before && matrix.getImage() != null;
                }
            }.start();
        });
        return get(done);
    }

    private List<Double> scroll(ResultsViewModel results) throws Exception {
        onScreen(() -> results.samples().select(0, 1));
        await(() -> results.samples().samples().size() == samples && calm());
        CompletableFuture<List<Double>> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            ListView<?> list =
                    (ListView<?>) wiring.window().stage().getScene().lookup(".sample-list .gallery .list-view");
            new AnimationTimer() {
                private final List<Double> gaps = new ArrayList<>();
                private int row;
                private long last;

                @Override
                public void handle(long ignored) {
                    long now = System.nanoTime();
                    if (row > 0) {
                        gaps.add((now - last) / 1e6);
                    }
                    last = now;
                    row += ROWS_A_PULSE;
                    list.scrollTo(row);
                    if (row >= list.getItems().size()) {
                        stop();
                        done.complete(gaps);
                    }
                }
            }.start();
        });
        List<Double> gaps = get(done);
        await(this::calm);
        return gaps;
    }

    // The screen's thread

    private boolean calm() {
        return wiring.jobs().busyProperty().get() == 0;
    }

    private void onScreen(Runnable action) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            action.run();
            done.complete(true);
        });
        get(done);
    }

    /** Until something holds for some pulses, so that what it set off has ended, too. */
    private void await(BooleanSupplier holds) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int calm;

            @Override
            public void handle(long now) {
                calm = holds.getAsBoolean() ? calm + 1 : 0;
                if (calm == 8) {
                    stop();
                    done.complete(true);
                }
            }
        }.start());
        get(done);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        try {
            return future.get(2, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw Problem.failure("The window did not answer within two minutes.", e);
        }
    }

    private static long heap() {
        IntStream.range(0, 3).forEach(i -> System.gc());
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
