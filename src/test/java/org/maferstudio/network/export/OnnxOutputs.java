package org.maferstudio.network.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.onnx.run.OnnxSession;
import org.maferstudio.onnx.OnnxFile;

/**
 * What ONNX Runtime computes with an exported network.
 *
 * @param logits an array an image
 * @param features the same
 */
@SuppressWarnings("ArrayRecordComponent") // as the engine gives them
record OnnxOutputs(float[][] logits, float[][] features) {
    /** Exports a network to a file, and runs images with it in one batch. */
    static OnnxOutputs of(NetworkFile network, Path file, float[]... images) {
        OnnxExport.write(network, file);
        List<Long> shape = List.of(
                (long) images.length,
                (long) network.spec().channels(),
                (long) network.contract().size(),
                (long) network.contract().size());
        float[] values = new float[images.length * images[0].length];
        for (int i = 0; i < images.length; i++) {
            System.arraycopy(images[i], 0, values, i * images[0].length, images[0].length);
        }
        try (OnnxSession session =
                OnnxSession.open(OnnxFile.read(file), new OnnxSession.Setup(1, OptionalInt.empty()))) {
            List<OnnxSession.Output> outputs =
                    session.run(values, shape, List.of(OnnxExport.LOGITS, OnnxExport.FEATURES));
            return new OnnxOutputs(rows(outputs.get(0), images.length), rows(outputs.get(1), images.length));
        }
    }

    private static float[][] rows(OnnxSession.Output output, int count) {
        int width = output.values().length / count;
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.copyOfRange(output.values(), i * width, (i + 1) * width));
        }
        return rows.toArray(float[][]::new);
    }
}
