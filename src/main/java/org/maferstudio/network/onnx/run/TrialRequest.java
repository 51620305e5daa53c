package org.maferstudio.network.onnx.run;

import java.util.List;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.onnx.OnnxValue.Dimension;
import org.maferstudio.texts.Texts;

/**
 * What to try.
 *
 * @param file the network's absolute path
 * @param image the shape of one image as the network takes it: {@code (C, H, W)} or {@code (H, W, C)}
 * @param batches numbers of images, smallest first
 * @param outputs names of the outputs that are numbers
 * @param threads of the CPU
 * @param mostBytes that it may take
 */
record TrialRequest(
        String file, List<Long> image, List<Integer> batches, List<String> outputs, int threads, long mostBytes) {
    /** Most bytes of an input batch: larger images come in smaller batches. */
    private static final long MOST_INPUT = 64L << 20;

    /** The most images that a network may insist on. */
    private static final int MOST_FIXED = 64;

    /** One by one as in the live view, and in numbers that keep the cores busy. */
    private static final List<Integer> BATCHES = List.of(1, 8, 32);

    /** The request for a network and a shape of images. */
    static TrialRequest of(OnnxFile file, List<Long> image, int threads, long mostBytes) {
        Dimension batch = file.input().shape().get(0);
        if (batch.size() > MOST_FIXED) {
            throw Problem.input(Texts.of("network.onnx.error.fixedBatch", file.path(), batch.size(), MOST_FIXED));
        }
        long bytes = image.stream().reduce(4L, (a, b) -> a * b);
        List<Integer> batches = batch.isDynamic()
                ? BATCHES.stream()
                        .filter(each -> each == 1 || each * bytes <= MOST_INPUT)
                        .toList()
                : List.of(Math.toIntExact(batch.size()));
        Stream<OnnxValue> outputs =
                file.outputs().stream().filter(output -> output.type().isUsable());
        return new TrialRequest(
                file.path().toAbsolutePath().toString(),
                image,
                batches,
                outputs.map(OnnxValue::name).toList(),
                threads,
                mostBytes);
    }

    /** The shape of a batch. */
    List<Long> shape(int batch) {
        return Stream.concat(Stream.of((long) batch), image.stream()).toList();
    }
}
