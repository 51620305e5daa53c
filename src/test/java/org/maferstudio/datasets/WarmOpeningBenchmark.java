package org.maferstudio.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.datasets.saved.SavedDataset;
import org.maferstudio.datasets.saved.SavedImages;
import org.maferstudio.datasets.saved.SavedPixels;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.image.BufferedImages;
import org.maferstudio.image.RasterImage;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to open a folder whose images are known from before, up to its fingerprint.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath &&
 *     java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main WarmOpeningBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WarmOpeningBenchmark {
    private static final List<String> CLASSES = List.of("anger", "fear", "happiness", "neutral");

    @Param({"1000", "8000"})
    public int images;

    private Path folder;
    private SavedDataset saved;

    /** Noise of 8 x 8 pixels, as known images are not decoded. */
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("mafer-opening");
        saved = new SavedDataset(
                new SavedImages(folder.resolve("cache")), new SavedPixels(folder.resolve("pixels"), 0));
        Random random = new Random(1);
        FileTime settled = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        for (int i = 0; i < images; i++) {
            Path file = folder.resolve("faces/train/" + CLASSES.get(i % CLASSES.size()) + "/" + i + ".png");
            Files.createDirectories(file.getParent());
            byte[] values = new byte[8 * 8];
            random.nextBytes(values);
            ImageIO.write(BufferedImages.of(new RasterImage(8, 8, 1, values)), "png", file.toFile());
            Files.setLastModifiedTime(file, settled);
        }
        open();
    }

    @TearDown
    public void delete() throws IOException {
        ExperimentFolders.delete(folder);
    }

    /** The fingerprint of the folder. */
    @Benchmark
    public String open() {
        try (Dataset dataset =
                Datasets.open(DatasetSource.of(folder.resolve("faces").toString()), Progress.NONE)) {
            return Fingerprint.of(dataset, PixelCache.fill(dataset.samples(), 0, saved, Progress.NONE));
        }
    }
}
