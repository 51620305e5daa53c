package org.maferstudio.augmentation;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.maferstudio.image.Picture;
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
 * How long all transforms of one picture take together, on one core.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath &&
 *     java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main AugmenterBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AugmenterBenchmark {
    /** Channels of the picture. */
    @Param({"1", "3"})
    public int channels;

    /** Side of the picture, in pixels; the crop is 4 px smaller. */
    @Param({"48", "256"})
    public int side;

    private final Random random = new Random(17);
    private Picture noise;
    private Augmenter augmenter;

    /** All transforms at usual strengths. */
    @Setup
    public void draw() {
        byte[] values = new byte[side * side * channels];
        random.nextBytes(values);
        noise = new Picture(side, side, channels, values);
        augmenter = new Augmenter(new Augmentation(0.5, true, 0.05, 10, 0.1, 1, 0.2), side - 4);
    }

    /** One variant of the picture. */
    @Benchmark
    public Picture augment() {
        return augmenter.apply(noise, new SplittableRandom(random.nextLong()));
    }
}
