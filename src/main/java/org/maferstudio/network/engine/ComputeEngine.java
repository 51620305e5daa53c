package org.maferstudio.network.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The engine that computes tensors (PyTorch, through DJL) and the devices that it can use. */
public final class ComputeEngine {
    /** Kept, because java.util.logging drops loggers without a reference, and their levels with them. */
    private static final Logger NOISE = Logger.getLogger("ai.djl");

    /** Warns of a missing or old driver again and again; {@link #whyNotGpu} reports it once. */
    private static final Logger CUDA_NOISE = Logger.getLogger("ai.djl.util.cuda");

    private static final System.Logger LOG = System.getLogger(ComputeEngine.class.getName());

    /** A resource of the jar with the processor's engine. */
    private static final String BUNDLED = "native/lib/pytorch.properties";

    private final Engine engine;
    private final List<ComputeDevice> devices;

    private ComputeEngine(Engine engine) {
        this.engine = engine;
        this.devices = findDevices(engine);
    }

    /** The default number of threads: one per processor. */
    public static int defaultThreads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Loads the engine; later calls only set the number of threads.
     *
     * @param threads of the CPU for one computation, at least 1
     * @throws Problem if the engine cannot be loaded here
     */
    public static ComputeEngine load(int threads) {
        checkThreads(threads);
        EngineSystems.check(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        prepare(threads);
        try {
            ComputeEngine engine = new ComputeEngine(Engine.getEngine("PyTorch"));
            checkSource();
            EngineLog.errorsOnly();
            engine.useThreads(threads);
            LOG.log(System.Logger.Level.DEBUG, "{0} {1}, {2}", engine.name(), engine.version(), engine.devices);
            return engine;
        } catch (EngineException | LinkageError | AssertionError e) {
            // DJL throws AssertionErrors if it has no native libraries for this system.
            throw Problem.failure(
                    Texts.of(
                            "network.engine.error.load",
                            e.getMessage(),
                            installed()
                                    ? Texts.of("network.engine.advice.installed", property(InstalledTorch.LIBRARIES))
                                    : bundled()
                                            ? Texts.of("network.engine.advice.bundled")
                                            : Texts.of("network.engine.advice.none")),
                    e);
        }
    }

    /** DJL silently falls back to another engine if it does not find the requested one. */
    private static void checkSource() {
        String wanted = property(InstalledTorch.LIBRARIES);
        if (wanted != null && !LibUtils.getLibtorchPath().startsWith(wanted)) {
            throw Problem.failure(Texts.of("network.engine.error.other", wanted));
        }
    }

    private static void prepare(int threads) {
        quieten(NOISE, Level.WARNING);
        quieten(CUDA_NOISE, Level.SEVERE);
        setUnlessSet("ai.djl.pytorch.num_threads", Integer.toString(threads));
        setUnlessSet("OPT_OUT_TRACKING", "true");
        if (bundled()) {
            // Everything is on the class path, so nothing needs to be fetched; a CUDA build may have to.
            setUnlessSet("ai.djl.offline", "true");
        }
    }

    private static void quieten(Logger logger, Level level) {
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static boolean installed() {
        return property(InstalledTorch.LIBRARIES) != null;
    }

    private static String property(String name) {
        String set = System.getenv(name);
        return set == null ? System.getProperty(name) : set;
    }

    private static boolean bundled() {
        return ComputeEngine.class.getClassLoader().getResource(BUNDLED) != null;
    }

    private static List<ComputeDevice> findDevices(Engine engine) {
        List<ComputeDevice> found = new ArrayList<>();
        found.add(new ComputeDevice(ComputeDevice.Kind.CPU, 0, processorName(), processorMemory()));
        for (int i = 0; i < engine.getGpuCount(); i++) {
            found.add(new ComputeDevice(
                    ComputeDevice.Kind.GPU,
                    i,
                    "CUDA " + CudaUtils.getCudaVersionString() + ", compute capability "
                            + CudaUtils.getComputeCapability(i),
                    CudaUtils.getGpuMemory(Device.gpu(i)).getMax()));
        }
        return List.copyOf(found);
    }

    private static String processorName() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.arch");
    }

    private static long processorMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** The engine's name, {@code PyTorch}. */
    public String name() {
        return engine.getEngineName();
    }

    /** The engine's version, such as {@code 2.7.1}. */
    public String version() {
        return engine.getVersion();
    }

    /** The folder of native libraries of an installed PyTorch; empty for the included engine. */
    public Optional<String> source() {
        return Optional.ofNullable(property(InstalledTorch.LIBRARIES));
    }

    /** Name and version of the layers between the program and the engine, one each. */
    public List<String> libraries() {
        return List.of(
                "DJL " + Engine.getDjlVersion(),
                "natives " + LibUtils.getVersion() + ", JNI " + Engine.getDjlVersion());
    }

    /** All devices that the engine can use, the CPU first. */
    public List<ComputeDevice> devices() {
        return devices;
    }

    /** The number of CPU threads of the calling thread's computations. */
    public int threads() {
        return threadsOfThisThread();
    }

    /** The number of CPU threads of the calling thread's computations, of an engine that is loaded. */
    public static int threadsOfThisThread() {
        return JniUtils.getNumThreads();
    }

    /** Sets the number of CPU threads for the calling thread's computations and for those of new threads. */
    public void useThreads(int threads) {
        checkThreads(threads);
        JniUtils.setNumThreads(threads);
    }

    private static void checkThreads(int threads) {
        if (threads < 1 || threads > 1024) {
            throw Problem.input(Texts.of("network.engine.error.threads", threads));
        }
    }

    /** Why no GPU is used, and what to do; empty if one can be used. */
    public Optional<String> whyNotGpu() {
        if (devices.size() > 1) {
            return Optional.empty();
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            return Optional.of(Texts.of("network.engine.noGpu.mac"));
        }
        if (engine.hasCapability(StandardCapabilities.CUDA)) {
            return Optional.of(Texts.of("network.engine.noGpu.noDevice"));
        }
        return Optional.of(
                nvidiaDriver()
                        ? Texts.of("network.engine.noGpu.cpuBuildWithDriver")
                        : Texts.of("network.engine.noGpu.cpuBuild"));
    }

    private static boolean nvidiaDriver() {
        String windows = System.getenv("SystemRoot");
        return Files.exists(Path.of("/proc/driver/nvidia/version"))
                || (windows != null && Files.exists(Path.of(windows, "System32", "nvcuda.dll")));
    }

    /**
     * Returns the chosen device, never another one.
     *
     * @throws Problem if it does not exist
     */
    public ComputeDevice device(DeviceChoice choice) {
        return switch (choice.requested()) {
            case CPU -> devices.get(0);
            case AUTO -> devices.get(devices.size() > 1 ? 1 : 0);
            case GPU -> {
                int number = choice.index().getAsInt() + 1;
                if (number >= devices.size()) {
                    String last = devices.get(devices.size() - 1).id();
                    throw Problem.input(whyNotGpu()
                            .map(why -> Texts.of("network.device.error.noGpu", choice.id(), last, why))
                            .orElseGet(() -> Texts.of("network.device.error.notFound", choice.id(), last)));
                }
                yield devices.get(number);
            }
        };
    }
}
