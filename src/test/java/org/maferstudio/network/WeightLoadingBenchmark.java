package org.maferstudio.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.weights.WeightImport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * How long a weight file takes, cold: each in a process of its own. On Linux it prints how much the process' memory grew
 * at most, as a multiple of the file's size.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath &&
 *     java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main \
 *         WeightLoadingBenchmark -p file=base_module_legacy.pth,base_module_zip.pth
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class WeightLoadingBenchmark {
    /** An SE-ResNet-50 in a weight file of any kind. */
    @Param("base_module_legacy.pth")
    public String file;

    private ComputeDevice device;
    private long before;

    /** Has the engine ready, as a window has. */
    @Setup(Level.Trial)
    public void loadTheEngine() {
        device = ComputeEngine.load(2).device(DeviceChoice.CPU);
        Network.create(NetworkSpec.seResNet18(1), 7, 1, device).close();
        before = kilobytes("VmRSS");
    }

    /** Says how much memory it took. */
    @TearDown(Level.Trial)
    public void sayTheMemory() throws IOException {
        double grown = 1024.0 * (kilobytes("VmHWM") - before) / Files.size(Path.of(file));
        System.out.printf("memory grew by %.2f times the file%n", grown);
    }

    /** The file into tensors in Java's memory. */
    @Benchmark
    public WeightImport read() {
        return WeightImport.read(Path.of(file));
    }

    /** The file into a network that computes. */
    @Benchmark
    public LoadReport open() {
        try (NetworkImport network =
                NetworkImport.open(Path.of(file), NetworkSpec.SE_RESNET_50, Optional.empty(), device)) {
            return network.report();
        }
    }

    /** A line of what Linux says about this process; 0 elsewhere. */
    private static long kilobytes(String what) {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(what + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
