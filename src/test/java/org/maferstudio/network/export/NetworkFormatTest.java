package org.maferstudio.network.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.maferstudio.network.export.ExportedNetworks.INCLUDED;
import static org.maferstudio.network.export.ExportedNetworks.assertClose;
import static org.maferstudio.network.export.ExportedNetworks.exact;
import static org.maferstudio.network.export.ExportedNetworks.faces;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.fixture.OtherProgram;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.network.weights.NetworkWeights;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightImport;

/** Networks in the formats of other programs, read by those and by this one. */
class NetworkFormatTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"net.onnx, ONNX", "Net.ONNX, ONNX", "a.b.pth, PTH", "net.safetensors, SAFETENSORS"})
    void theExtensionNamesTheFormat(Path file, NetworkFormat format) {
        assertEquals(format, NetworkFormat.of(file));
    }

    @Test
    void anotherExtensionIsRefusedWithThoseThatExist() {
        assertEquals(
                "Cannot tell the format of net.tflite from its extension. Use one of .onnx, .pth, .safetensors.",
                assertThrows(Problem.class, () -> NetworkFormat.of(Path.of("net.tflite")))
                        .getMessage());
    }

    @Test
    void safetensorsKeepEveryBitAndTheContract() {
        Path file = folder.resolve("net.safetensors");
        NetworkFormat.SAFETENSORS.write(INCLUDED, file);
        NetworkFile read = NetworkFile.read(file);
        assertEquals(INCLUDED.weights().metadata(), read.weights().metadata());
        assertEquals(
                INCLUDED.weights().tensors().keySet(), read.weights().tensors().keySet());
        read.weights().tensors().forEach((name, tensor) -> {
            assertEquals(INCLUDED.weights().tensor(name).type(), tensor.type());
            assertEquals(INCLUDED.weights().tensor(name).data(), tensor.data());
        });
    }

    @ParameterizedTest
    @MethodSource("org.maferstudio.network.export.ExportedNetworks#variants")
    void thisProgramReadsTheCheckpointOfPyTorch(NetworkFile network) {
        Path file = checkpoint(network);
        assertEquals(
                "dictionary of tensors (PyTorch zip format), entry model_state_dict",
                WeightImport.read(file).found());
        NetworkWeights read = NetworkWeights.read(file, network.spec().name());
        LoadReport report =
                LoadReport.of(network.spec(), network.contract().labels().size(), read.weights());
        assertEquals(List.of(), report.leftOut());
        for (Tensor parameter : network.parameters()) {
            assertArrayEquals(
                    parameter.floats(), read.weights().tensor(parameter.name()).floats(), parameter.name());
        }
    }

    @Tag("engine")
    @ParameterizedTest
    @MethodSource("org.maferstudio.network.export.ExportedNetworks#variants")
    void pyTorchComputesFromTheCheckpointWhatTheNetworkDoes(NetworkFile network) throws IOException {
        OtherProgram python = OtherProgram.python("torch", "python3-torch");
        List<RasterImage> images = faces(3);
        String printed = python.run(
                folder,
                Path.of("src/test/resources/org/maferstudio/network/export/read_checkpoint.py")
                        .toAbsolutePath(),
                checkpoint(network),
                input(network, images));
        double[][] exact = exact(network, images).logits();
        List<String> lines = printed.lines().toList();
        assertEquals(images.size(), lines.size(), printed);
        for (int i = 0; i < exact.length; i++) {
            String[] words = lines.get(i).split(" ");
            float[] logits = new float[words.length];
            for (int k = 0; k < logits.length; k++) {
                logits[k] = Float.parseFloat(words[k]);
            }
            assertClose(exact[i], logits);
        }
    }

    private Path checkpoint(NetworkFile network) {
        Path file = folder.resolve("net.pth");
        NetworkFormat.PTH.write(network, file);
        return file;
    }

    /** The packed images in a file. */
    private Path input(NetworkFile network, List<RasterImage> images) throws IOException {
        InputPacker packer = new InputPacker(network.contract());
        ByteBuffer bytes = ByteBuffer.allocate(images.size() * packer.length() * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        images.forEach(image -> {
            for (float value : packer.pack(image)) {
                bytes.putFloat(value);
            }
        });
        return Files.write(folder.resolve("input"), bytes.array());
    }
}
