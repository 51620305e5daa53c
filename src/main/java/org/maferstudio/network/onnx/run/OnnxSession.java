package org.maferstudio.network.onnx.run;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.maferstudio.job.Problem;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxType;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/** A network in ONNX Runtime's memory. For one thread at a time; no type of ONNX Runtime leaves it. */
public final class OnnxSession implements AutoCloseable {
    /** The most values of an output of a batch; those of features are some ten thousand. */
    private static final long MOST_VALUES = 1 << 24;

    private static final int LONGEST_REASON = 250;

    private final String file;
    private final String input;
    private final OnnxType type;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxSession(String file, String input, OnnxType type, OrtEnvironment environment, OrtSession session) {
        this.file = file;
        this.input = input;
        this.type = type;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Where and how it computes.
     *
     * @param threads of the CPU for one computation, at least 1
     * @param gpu the card's number; empty for the CPU
     */
    public record Setup(int threads, OptionalInt gpu) {}

    /**
     * An output for a batch.
     *
     * @param values row by row
     * @param shape its dimensions; the first is the batch
     */
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, read once
    public record Output(float[] values, List<Long> shape) {}

    /** The version of ONNX Runtime. */
    public static String version() {
        return environment().getVersion();
    }

    /**
     * Loads a network.
     *
     * @throws Problem if ONNX Runtime cannot be loaded or refuses the network, or has no CUDA where a GPU is asked for
     */
    public static OnnxSession open(OnnxFile file, Setup setup) {
        OrtEnvironment environment = environment();
        String path = file.path().toString();
        if (setup.gpu().isPresent() && !OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            throw Problem.input(Texts.of("network.onnx.error.noCuda", path));
        }
        try (OrtSession.SessionOptions options = options(setup)) {
            OrtSession session = environment.createSession(path, options);
            return new OnnxSession(path, file.input().name(), file.input().type(), environment, session);
        } catch (OrtException e) {
            throw refused(path, e);
        }
    }

    /**
     * Loads a network of this program from memory, for the CPU.
     *
     * @param network its file, with one input of float32
     * @param name for messages
     * @param threads for one computation, at least 1
     * @throws Problem if ONNX Runtime cannot be loaded
     */
    public static OnnxSession ofProgram(byte[] network, String name, int threads) {
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = options(new Setup(threads, OptionalInt.empty()))) {
            OrtSession session = environment.createSession(network, options);
            String input = session.getInputNames().iterator().next();
            return new OnnxSession(name, input, OnnxType.FLOAT32, environment, session);
        } catch (OrtException e) {
            throw refused(name, e);
        }
    }

    private static OrtSession.SessionOptions options(Setup setup) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(setup.threads());
        options.setInterOpNumThreads(1);
        // Waiting threads sleep, as the engine's do: the window, the camera and the loader need the cores, too.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        if (setup.gpu().isPresent()) {
            options.addCUDA(setup.gpu().getAsInt());
        }
        return options;
    }

    private static OrtEnvironment environment() {
        NoTelemetry.set();
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "mafer");
            // For Windows; nothing leaves this computer.
            environment.setTelemetry(false);
            NativesFolder.delete();
            return environment;
        } catch (LinkageError | OrtException | IllegalStateException e) {
            throw Problem.failure(
                    Texts.of("network.onnx.error.load", Printable.line(String.valueOf(e.getMessage()))), e);
        }
    }

    private static Problem refused(String file, OrtException e) {
        String said = Printable.line(String.valueOf(e.getMessage()));
        if (said.contains("Failed to allocate memory") || said.contains("std::bad_alloc")) {
            return Problem.input(Texts.of("network.onnx.error.allocation", file), e);
        }
        String why = said.replaceFirst("^Error code - \\S+ - message: ", "")
                // Places in the source of ONNX Runtime.
                .replaceAll("/onnxruntime_src/\\S+ ", "");
        String start = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) + "…" : why;
        return Problem.input(Texts.of("network.onnx.error.refused", file, start.replaceFirst("[.\\s]+$", "")), e);
    }

    /**
     * Computes outputs for a batch.
     *
     * @param values the input, row by row; exactly as many as the shape has
     * @param shape of the input; the first dimension is the batch
     * @param outputs names of outputs of float32 or float16
     * @return one per name, in order
     * @throws Problem if ONNX Runtime fails
     */
    public List<Output> run(float[] values, List<Long> shape, List<String> outputs) {
        try (OnnxTensor input = tensor(values, shape);
                OrtSession.Result result = session.run(Map.of(this.input, input), new LinkedHashSet<>(outputs))) {
            Map<String, Output> found = new LinkedHashMap<>();
            for (String name : outputs) {
                OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
                if (tensor.getInfo().getNumElements() > MOST_VALUES) {
                    throw Problem.input(Texts.of("network.onnx.error.largeOutput", file, name));
                }
                FloatBuffer buffer = tensor.getFloatBuffer();
                float[] numbers = new float[buffer.remaining()];
                buffer.get(numbers);
                long[] dimensions = tensor.getInfo().getShape();
                found.put(
                        name,
                        new Output(numbers, Arrays.stream(dimensions).boxed().toList()));
            }
            return outputs.stream().map(found::get).toList();
        } catch (OrtException e) {
            throw refused(file, e);
        }
    }

    private OnnxTensor tensor(float[] values, List<Long> shape) throws OrtException {
        long[] dimensions = shape.stream().mapToLong(Long::longValue).toArray();
        FloatBuffer buffer = FloatBuffer.wrap(values);
        return type == OnnxType.FLOAT16
                ? OnnxTensor.createTensor(
                        environment,
                        Fp16Conversions.convertFloatBufferToFp16Buffer(buffer),
                        dimensions,
                        OnnxJavaType.FLOAT16)
                : OnnxTensor.createTensor(environment, buffer, dimensions);
    }

    /** Frees its memory. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw refused(file, e);
        }
    }
}
