package org.maferstudio.datasets.duplicates;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Progress;
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
 * How long the search for near duplicates takes by comparing all pairs and by the index, on all cores.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath &&
 *     java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main NearDuplicatesBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class NearDuplicatesBenchmark {
    /** The number of images, half of one pose and half of a person, so that many look alike. */
    @Param({"2000", "8000"})
    public int images;

    @Param({"ALL", "INDEX"})
    public Search search;

    private List<Thumbnail> faces;

    /** The ways to search. */
    public enum Search {
        ALL,
        INDEX
    }

    @Setup
    public void draw() {
        RasterImage pose = smooth(-1);
        faces = IntStream.range(0, images)
                .mapToObj(NearDuplicatesBenchmark::smooth)
                .map(person ->
                        Thumbnail.of(Changes.mapped((x, y) -> (pose.value(x, y, 0) + person.value(x, y, 0)) / 2)))
                .toList();
    }

    private static RasterImage smooth(int seed) {
        byte[] coarse = new byte[6 * 6];
        new Random(seed).nextBytes(coarse);
        return Resampling.resize(new RasterImage(6, 6, 1, coarse), Changes.SIDE, Changes.SIDE, Kernel.BICUBIC);
    }

    /** The groups of images that show the same photograph. */
    @Benchmark
    public List<List<Integer>> among() {
        return NearDuplicates.among(
                faces,
                (sketches, compared) ->
                        search == Search.ALL ? new AllPairs(sketches) : new SketchIndex(sketches, compared),
                Progress.NONE);
    }
}
