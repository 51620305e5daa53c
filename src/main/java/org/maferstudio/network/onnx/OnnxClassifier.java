package org.maferstudio.network.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.OutputValue;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.network.onnx.run.OnnxSession;
import org.maferstudio.network.onnx.run.OnnxTrial;
import org.maferstudio.network.onnx.run.OnnxTrials;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.texts.Texts;

/**
 * A network of another program, computed by ONNX Runtime.
 *
 * <p>Images are computed in the batches that were tried (see {@link OnnxTrial}), one after another; a network with a
 * fixed number of images gets empty ones for those that are missing.
 */
public final class OnnxClassifier implements Classifier {
    /** Probabilities of float16 add up to 1 with about this error. */
    private static final double TOLERANCE = 0.01;

    private final Path file;
    private final OnnxContract contract;
    private final InputPacker packer;
    private final List<Integer> batches;
    private final OnnxSession session;

    private OnnxClassifier(Path file, OnnxContract contract, InputPacker packer, Running running) {
        this.file = file;
        this.contract = contract;
        this.packer = packer;
        this.batches = running.batches();
        this.session = running.session();
    }

    private record Running(List<Integer> batches, OnnxSession session) {}

    /**
     * Opens a network; one that is new on this computer is tried in a second process first, which takes seconds.
     *
     * @param input how images are packed; its labels are the network's classes
     * @param contract the layout and the outputs
     * @throws Problem if the file is refused, does not match the contract, cannot run, or takes too much
     */
    public static OnnxClassifier open(
            Path path, InputContract input, OnnxContract contract, ComputeDevice device, Progress progress) {
        OnnxFile file = OnnxFile.read(path);
        int threads = ComputeEngine.threadsOfThisThread();
        OnnxTrial trial = tried(file, new StatedContract(input, contract), threads, progress);
        OptionalInt gpu =
                device.kind() == ComputeDevice.Kind.GPU ? OptionalInt.of(device.index()) : OptionalInt.empty();
        OnnxSession session = OnnxSession.open(file, new OnnxSession.Setup(threads, gpu));
        return new OnnxClassifier(path, contract, new InputPacker(input), new Running(trial.batches(), session));
    }

    /**
     * Checks that a network runs and matches its contract, without opening it in this process.
     *
     * @param threads of the CPU
     * @throws Problem if the file is refused, does not match the contract, cannot run, or takes too much
     */
    public static void check(OnnxFile file, StatedContract contract, int threads, Progress progress) {
        tried(file, contract, threads, progress);
    }

    private static OnnxTrial tried(OnnxFile file, StatedContract contract, int threads, Progress progress) {
        OnnxContractCheck check = new OnnxContractCheck(file, contract.input(), contract.onnx());
        check.declared();
        OnnxTrial trial = OnnxTrials.ofThisUser().of(file, check.image(), threads, progress);
        check.given(trial);
        return trial;
    }

    @Override
    public InputPacker packer() {
        return packer;
    }

    @Override
    public List<OutputValue> values() {
        return contract.values();
    }

    @Override
    public boolean hasFeatures() {
        return contract.features().isPresent();
    }

    @Override
    public List<Recognition> recognise(float[] packed, int count) {
        List<Recognition> answers = new ArrayList<>(count);
        while (answers.size() < count) {
            int left = count - answers.size();
            int batch = batches.stream()
                    .filter(each -> each <= left)
                    .reduce((smaller, larger) -> larger)
                    .orElse(batches.get(0));
            int from = answers.size() * packer.length();
            float[] images = Arrays.copyOfRange(packed, from, from + Math.min(batch, left) * packer.length());
            answers.addAll(run(images, batch).subList(0, Math.min(batch, left)));
        }
        return answers;
    }

    /** The predictions of as many images as the batch has; those that are missing are empty. */
    private List<Recognition> run(float[] images, int batch) {
        List<String> names =
                contract.outputs().stream().map(Output::name).distinct().toList();
        float[] values = Arrays.copyOf(images, batch * packer.length());
        InputContract input = packer.contract();
        long channels = input.colour().channels();
        long size = input.size();
        boolean last = contract.layout() == Layout.NHWC;
        List<OnnxSession.Output> outputs = session.run(
                last ? channelsLast(values, (int) channels) : values,
                last ? List.of((long) batch, size, size, channels) : List.of((long) batch, channels, size, size),
                names);
        List<Recognition> answers = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            float[] classes = {};
            float[] features = {};
            float[] others = {};
            for (Output output : contract.outputs()) {
                float[] row = row(outputs.get(names.indexOf(output.name())), output, i, batch);
                switch (output.role()) {
                    case LOGITS, PROBABILITIES -> classes = row;
                    case FEATURES -> features = row;
                    case VALUES -> others = joined(others, finite(row));
                }
            }
            answers.add(recognition(features, classes).withValues(others));
        }
        return answers;
    }

    private Recognition recognition(float[] features, float[] classes) {
        double sum = 0;
        boolean shares = true;
        for (float value : finite(classes)) {
            sum += value;
            shares &= value >= 0;
        }
        if (contract.classes().role() == Role.LOGITS) {
            return Recognition.of(features, classes);
        }
        if (!shares || Math.abs(sum - 1) > TOLERANCE) {
            throw Problem.input(Texts.of(
                    "network.onnx.error.noProbabilities", contract.classes().name(), file, sum));
        }
        return Recognition.ofProbabilities(features, classes);
    }

    /**
     * The same numbers.
     *
     * @throws Problem if one is infinite or NaN
     */
    private float[] finite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw Problem.failure(Texts.of("network.onnx.error.notFinite", file));
            }
        }
        return numbers;
    }

    private static float[] row(OnnxSession.Output given, Output output, int image, int batch) {
        int width = given.values().length / batch;
        int from = output.columns().isEmpty() ? 0 : output.columns().get(0);
        int to = output.columns().isEmpty() ? width : output.columns().get(1);
        return Arrays.copyOfRange(given.values(), image * width + from, image * width + to);
    }

    private static float[] joined(float[] some, float[] more) {
        float[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** From {@code (N, C, H, W)} to {@code (N, H, W, C)}. */
    private float[] channelsLast(float[] values, int channels) {
        if (channels == 1) {
            return values;
        }
        float[] turned = new float[values.length];
        int plane = packer.length() / channels;
        for (int start = 0; start < values.length; start += packer.length()) {
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < plane; i++) {
                    turned[start + i * channels + channel] = values[start + channel * plane + i];
                }
            }
        }
        return turned;
    }

    @Override
    public void close() {
        session.close();
    }
}
