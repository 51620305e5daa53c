package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.fixture.OtherProgram;

/** Checkpoints of PyTorch, written, and read by this program and by PyTorch. */
class TorchStateDictTest {
    private static final WeightFile WEIGHTS = WeightFile.of(
            List.of(
                    Tensor.ofFloats("a.weight", new float[] {1, 2, 3, 4, 5, -6.5f}, 2, 3),
                    Tensor.ofFloats("a.half", new float[] {0.5f, 65504}, 1, 2).half(),
                    Tensor.ofLong("a.count", 1L << 40),
                    Tensor.ofLongs("a.several", 7, -8, 9)),
            Map.of("labels", "[\"naïve\"]"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("checkpoint.pth");
        TorchStateDict.write(file, WEIGHTS);
    }

    @Test
    void thisProgramReadsEveryTensorBitForBit() {
        WeightFile read = WeightImport.read(file).weights();
        assertEquals(
                List.copyOf(WEIGHTS.tensors().keySet()),
                List.copyOf(read.tensors().keySet()));
        WEIGHTS.tensors().forEach((name, tensor) -> {
            assertEquals(tensor.type(), read.tensor(name).type());
            assertEquals(tensor.shape(), read.tensor(name).shape());
            assertEquals(tensor.data(), read.tensor(name).data());
        });
    }

    @Test
    void pyTorchReadsThemWithoutRunningCode() {
        OtherProgram python = OtherProgram.python("torch", "python3-torch");
        assertEquals(
                """
                labels ["naïve"]
                a.weight torch.float32 [2, 3] [1.0, 2.0, 3.0, 4.0, 5.0, -6.5]
                a.half torch.float16 [1, 2] [0.5, 65504.0]
                a.count torch.int64 [] [1099511627776]
                a.several torch.int64 [3] [7, -8, 9]""",
                python.run(
                        folder,
                        "-c",
                        """
                        import torch
                        c = torch.load("checkpoint.pth", weights_only=True)
                        print("labels", c["labels"])
                        for k, v in c["model_state_dict"].items():
                            print(k, v.dtype, list(v.shape), v.flatten().tolist())
                        """));
    }

    @Test
    void valuesAreAlignedSoThatPyTorchCanMapThem() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            Map<String, ZipDirectory.Entry> entries = ZipDirectory.read(channel);
            assertEquals(7, entries.size());
            for (ZipDirectory.Entry entry : entries.values()) {
                int header = Math.toIntExact(entry.header());
                int start = header + 30 + (bytes[header + 26] & 0xff) + (bytes[header + 28] & 0xff);
                assertEquals(0, start % 64, entry.name());
                assertEquals(0, entry.method(), "stored as it is");
            }
        }
    }

    @Test
    void equalWeightsGiveEqualFiles() throws IOException {
        Path other = folder.resolve("other.pth");
        TorchStateDict.write(other, WEIGHTS);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other));
        assertTrue(Files.size(file) < 3000, "holds little beside the values");
    }
}
