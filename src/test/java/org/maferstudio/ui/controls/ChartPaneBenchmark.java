package org.maferstudio.ui.controls;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.maferstudio.report.figures.ChartFigure;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.report.figures.Made;
import org.maferstudio.report.figures.ResolutionFigure;
import org.maferstudio.report.painting.FigureStyle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a chart takes on the screen's thread when its numbers change: a history of 200 validations, and a sweep.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath &&
 *     xvfb-run -a java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main ChartPaneBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class ChartPaneBenchmark {
    private static final int VALIDATIONS = 200;

    private ChartPane pane;
    private Stage stage;

    /** A window of the usual size. */
    @Setup
    public void open() throws Exception {
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(true));
        up.get();
        onFx(() -> {
            pane = new ChartPane();
            stage = new Stage();
            stage.setScene(new Scene(pane, 800, 640));
            stage.show();
            return true;
        });
    }

    /** Closes the window. */
    @TearDown
    public void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return true;
        });
        Platform.exit();
    }

    /** Loss, accuracy, learning rate and downsampling probability of 200 validations. */
    @Benchmark
    public boolean history() throws Exception {
        return repaint(HistoryFigure.of(Made.history(VALIDATIONS, 0.7)));
    }

    /** The accuracy of a network by resolution. */
    @Benchmark
    public boolean sweep() throws Exception {
        return repaint(ResolutionFigure.of(Made.sweep(Made.SEVEN, 0.75, 0.2, 17)));
    }

    private boolean repaint(ChartFigure figure) throws Exception {
        return onFx(() -> {
            pane.clear();
            pane.show(figure, FigureStyle.light());
            pane.layout();
            return true;
        });
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }
}
