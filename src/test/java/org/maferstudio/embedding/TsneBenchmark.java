package org.maferstudio.embedding;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a picture takes from features to its end, and until it first moves.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath &&
 *     java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main TsneBenchmark \
 *         -p features=DIR/embeddings/test@native.features.safetensors
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class TsneBenchmark {
    private static final int SAMPLES = 3589;
    private static final int FEATURES = 256;
    private static final int CLASSES = 7;

    /** Features that {@code mafer embed} kept; without, as many points in seven clusters as FER2013's public test has. */
    @Param("")
    public String features;

    private Points points;

    /** Reads or draws the points. */
    @Setup
    public void make() {
        points = features.isEmpty() ? clusters() : read(Path.of(features));
    }

    static Points read(Path file) {
        Tensor tensor = Safetensors.read(file).tensor("features");
        float[] values = tensor.floats();
        int width = tensor.shape().get(1).intValue();
        float[][] rows = new float[values.length / width][width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, i * width, rows[i], 0, width);
        }
        return new Points(rows);
    }

    private static Points clusters() {
        Random random = new Random(17);
        float[][] rows = new float[SAMPLES][FEATURES];
        for (int i = 0; i < SAMPLES; i++) {
            for (int k = 0; k < FEATURES; k++) {
                rows[i][k] = (float) random.nextGaussian() + (k % CLASSES == i % CLASSES ? 1 : 0);
            }
        }
        return new Points(rows);
    }

    /** To the end. */
    @Benchmark
    public Points whole() {
        Tsne tsne = Tsne.of(points, TsneConfig.DEFAULT);
        while (!tsne.isDone()) {
            tsne.advance();
        }
        return tsne.positions();
    }

    /** The first step that someone sees. */
    @Benchmark
    public Points first() {
        Tsne tsne = Tsne.of(points, TsneConfig.DEFAULT);
        tsne.advance();
        return tsne.positions();
    }
}
