package org.maferstudio.ui.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long dots take on the screen's thread: moved by the mouse, and asked which of them lies under it. Thirty frames a
 * second leave 33 ms for each.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath &&
 *     xvfb-run -a java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main DotCanvasBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class DotCanvasBenchmark {
    private static final int CLASSES = 7;

    /** The number of dots. */
    @Param({"10000", "100000"})
    public int dots;

    /** How far in; at 1, all are seen. */
    @Param({"1", "3"})
    public double zoom;

    private final Random random = new Random(17);
    private DotCanvas canvas;
    private Stage stage;

    /** A window of the usual size. */
    @Setup
    public void open() throws Exception {
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(true));
        up.get();
        onFx(() -> {
            canvas = new DotCanvas(new Dots(), (sample, receiver) -> () -> {}, chosen -> {});
            canvas.cloudProperty().set(cloud());
            stage = new Stage();
            stage.setScene(new Scene(new StackPane(canvas), 1100, 800));
            stage.show();
            canvas.layout();
            canvas.setViewport(canvas.plane().zoomed(zoom, 0, 0));
            return true;
        });
    }

    private Panel.Cloud cloud() {
        List<EmbeddingRow> rows = new ArrayList<>();
        float[][] places = new float[dots][];
        for (int i = 0; i < dots; i++) {
            rows.add(new EmbeddingRow("s" + i, "", i % CLASSES, i % CLASSES, 0.9f, Resolution.NATIVE));
            places[i] = new float[] {(float) random.nextGaussian() * 30, (float) random.nextGaussian() * 20};
        }
        return new Panel.Cloud(LabelSet.of(Expression.values()), rows, new Points(places));
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

    /** Closes the window. */
    @TearDown
    public void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return true;
        });
        Platform.exit();
    }

    /** All dots painted anew, a little further. */
    @Benchmark
    public boolean pan() throws Exception {
        return onFx(() -> {
            canvas.setViewport(canvas.plane().moved(random.nextBoolean() ? 3 : -3, 0));
            canvas.layout();
            return true;
        });
    }

    /** Which dot is under the mouse, with its sign. */
    @Benchmark
    public int hover() throws Exception {
        return onFx(() -> {
            HoveredDot found = canvas.under(random.nextInt(1100), random.nextInt(800));
            canvas.hoveredProperty().set(found);
            return found == null ? -1 : found.place();
        });
    }

    /** All dots painted with a tenth of them selected. */
    @Benchmark
    public boolean select() throws Exception {
        return onFx(() -> {
            canvas.selectedProperty()
                    .set(Set.copyOf(canvas.cloudProperty().get().rows().stream()
                            .limit(dots / 10)
                            .map(EmbeddingRow::sample)
                            .toList()));
            canvas.requestLayout();
            canvas.layout();
            return true;
        });
    }
}
