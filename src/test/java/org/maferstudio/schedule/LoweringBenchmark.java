package org.maferstudio.schedule;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
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
 * How long it takes to lower and restore one picture, on one core.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath &&
 *     java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main LoweringBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoweringBenchmark {
    /** Side and channels of the picture. */
    @Param({"224x3", "48x1"})
    public String picture;

    /** In pixels of the shorter side. */
    @Param({"8", "32", "128"})
    public int resolution;

    @Param({"BILINEAR", "BICUBIC"})
    public Kernel kernel;

    private RasterImage noise;

    /** Noise, since no kernel is quicker on one content than on another. */
    @Setup
    public void draw() {
        String[] parts = picture.split("x", -1);
        int side = Integer.parseInt(parts[0]);
        int channels = Integer.parseInt(parts[1]);
        byte[] values = new byte[side * side * channels];
        new Random(17).nextBytes(values);
        noise = new RasterImage(side, side, channels, values);
    }

    /** Down to the resolution and up again. */
    @Benchmark
    public RasterImage lower() {
        return Downsampling.downsample(noise, resolution, kernel);
    }
}
