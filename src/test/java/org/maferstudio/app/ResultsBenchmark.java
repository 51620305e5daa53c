package org.maferstudio.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.results.selection.SelectionViewModel;

/**
 * Measures, in a real window, how long results take to appear: of seven experiments with random predictions at six
 * resolutions. A matrix counts as shown with the first pulse after its image was set.
 */
final class ResultsBenchmark {
    private static final int ROUNDS = 5;
    private static final int ROWS_PER_PULSE = 1;

    private final int samples;
    private final Wiring wiring;
    private final WindowDriver driver;
    private ImageView matrix;

    private ResultsBenchmark(int samples, Wiring wiring) {
        this.samples = samples;
        this.wiring = wiring;
        this.driver = new WindowDriver(wiring);
    }

    /**
     * Prints the median and the longest times.
     *
     * @param args the number of samples per experiment; 10000 if not given
     */
    public static void main(String[] args) throws Exception {
        int samples = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("mafer-benchmark");
        Platform.startup(() -> Platform.setImplicitExit(false));
        try {
            ManyPredictions.make(folder, samples);
            OpenWindow.visit(
                    folder.resolve("settings.json"),
                    folder.resolve("workspace"),
                    wiring -> new ResultsBenchmark(samples, wiring).run());
        } finally {
            ExperimentFolders.delete(folder);
        }
        System.exit(0);
    }

    /** The median and the longest of some times in ms, in words. */
    static String summary(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%s: median %.0f ms, longest %.0f ms of %d",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }

    private void run() throws Exception {
        ResultsViewModel results = wiring.results();
        SelectionViewModel shown = results.shown();
        driver.run(() -> wiring.workbench().show("results"));
        driver.await(() -> results.stateProperty().get() == ResultsViewModel.State.SHOWN && !wiring.busy());
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
        long gallery = heap() - before;
        System.out.println(summary("reading predictions", read));
        System.out.println(summary("matrix after reading", first));
        System.out.println(summary("matrix of another resolution", resolution));
        System.out.println(summary("matrix by another normalisation", normalisation));
        System.out.println(summary("matrix of another experiment", experiment));
        System.out.println(summary("matrix of a bundle", bundle));
        System.out.println(summary("pulse while scrolling a gallery", scroll));
        System.out.printf(Locale.ROOT, "memory of a gallery: %.0f MB%n", gallery / 1e6);
    }

    /** Packs experiments and opens the bundles; times until their matrices are on the screen, in ms. */
    private List<Double> bundles(List<ExperimentRow> rows) throws Exception {
        List<Double> times = new ArrayList<>();
        for (ExperimentRow row : rows) {
            if (!row.name().equals(ManyPredictions.ONE_CELL)) {
                Path file = wiring.workbench().workspace().folder().resolve(row.name() + Bundle.ENDING);
                Bundle.write(Experiment.open(row.folder()), file);
                times.add(drawn(() -> wiring.openings().open(file)));
            }
        }
        return times;
    }

    /** Selects an experiment; times until it was read, and from then until its matrix is on the screen, in ms. */
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

    /** Time from an action until the matrix has another image and a pulse has shown it, in ms. */
    private double drawn(Runnable action) throws Exception {
        driver.awaitIdle();
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
        return WindowDriver.await(done);
    }

    private List<Double> scroll(ResultsViewModel results) throws Exception {
        driver.run(() -> results.samples().select(0, 1));
        driver.await(() -> results.samples().samples().size() == samples && !wiring.busy());
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
                    row += ROWS_PER_PULSE;
                    list.scrollTo(row);
                    if (row >= list.getItems().size()) {
                        stop();
                        done.complete(gaps);
                    }
                }
            }.start();
        });
        List<Double> gaps = WindowDriver.await(done);
        driver.awaitIdle();
        return gaps;
    }

    private static long heap() {
        IntStream.range(0, 3).forEach(i -> System.gc());
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
