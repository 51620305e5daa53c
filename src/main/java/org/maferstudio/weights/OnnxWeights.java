package org.maferstudio.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxNode;
import org.maferstudio.onnx.OnnxTensor;
import org.maferstudio.onnx.OnnxType;
import org.maferstudio.onnx.StoredValues;
import org.maferstudio.texts.Texts;

/** The weights of an ONNX file under the names that it gives them, and the operations that use them. */
final class OnnxWeights {
    private static final Map<OnnxType, ElementType> REAL = Map.of(
            OnnxType.FLOAT32, ElementType.F32,
            OnnxType.FLOAT16, ElementType.F16,
            OnnxType.BFLOAT16, ElementType.BF16,
            OnnxType.FLOAT64, ElementType.F64);

    private OnnxWeights() {}

    /** Whether a file begins as ONNX files do. */
    static boolean isOnnx(SeekableByteChannel channel) throws IOException {
        long length = Math.min(channel.size(), WeightFileKind.LOOKED_AT);
        return WeightFileKind.isOnnx(FileBytes.read(channel, 0, length));
    }

    /** Reads a file's floating-point numbers; whole numbers are sizes and places, not weights. */
    static WeightImport read(Path file) throws IOException {
        OnnxFile onnx = OnnxFile.read(file);
        List<OnnxTensor> stored = onnx.tensors().stream()
                .filter(tensor -> REAL.containsKey(tensor.type()))
                .toList();
        for (OnnxTensor tensor : stored) {
            if (MalformedFile.hasControls(tensor.name())) {
                throw new MalformedFile(Texts.of("weights.tensor.error.name", MalformedFile.quoted(tensor.name())));
            }
        }
        FileBytes.checkMemory(stored.stream().mapToLong(OnnxTensor::bytes).sum());
        List<ByteBuffer> values = StoredValues.read(onnx, stored);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            OnnxTensor tensor = stored.get(i);
            tensors.put(
                    tensor.name(), new Tensor(tensor.name(), REAL.get(tensor.type()), tensor.shape(), values.get(i)));
        }
        for (OnnxNode node : onnx.nodes()) {
            // Exporters store equal arrays once, and copy them under the names of the others.
            copied(node).map(tensors::get).ifPresent(tensor -> {
                String name = node.outputs().get(0);
                tensors.put(name, tensor.named(name));
            });
        }
        WeightFile weights = new WeightFile(tensors, onnx.metadata());
        return new WeightImport("ONNX", List.of(new WeightImport.Part("", "", weights)), onnx.nodes());
    }

    private static Optional<String> copied(OnnxNode node) {
        boolean copies = node.operator().equals("Identity")
                && node.inputs().size() == 1
                && node.outputs().size() == 1;
        return copies ? Optional.of(node.inputs().get(0)) : Optional.empty();
    }
}
