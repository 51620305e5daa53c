package org.maferstudio.augmentation;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.recipe.AugmentationPreset;
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

    /** Which transforms. */
    @Param({"FER2013", "RAFDB", "OULUCASIA"})
    public AugmentationPreset preset;

    private final Random random = new Random(17);
    private RasterImage noise;
    private Augmenter augmenter;

    /** A picture of 48 px for an input of 224. */
    @Setup
    public void draw() {
        byte[] values = new byte[48 * 48 * channels];
        random.nextBytes(values);
        noise = new RasterImage(48, 48, channels, values);
        augmenter = new Augmenter(preset.augmentation(), 256, 224, Kernel.OPENCV_LINEAR);
    }

    /** One variant of the picture. */
    @Benchmark
    public RasterImage augment() {
        return augmenter.apply(noise, new SplittableRandom(random.nextLong()));
    }
}
