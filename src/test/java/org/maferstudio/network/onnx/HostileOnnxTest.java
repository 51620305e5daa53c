package org.maferstudio.network.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.SingleFile;

/** Files of strangers, which {@code hostile/make_hostile.py} has made: each gives one sentence, soon. */
class HostileOnnxTest {
    private static final Path HOSTILE = OnnxFixtures.FOLDER.resolve("hostile");

    @TempDir
    private Path folder;

    private static Path file(String name) {
        return HOSTILE.resolve(name + ".onnx");
    }

    private static OnnxClassifier open(Path file) {
        InputContract input = new InputContract(
                8, 8, Kernel.BILINEAR, InputContract.Colour.GREY, List.of(0.0), 1, List.of("a", "b"), 0, 1);
        OnnxContract contract = new OnnxContract(Layout.NCHW, List.of(Output.of("logits", Role.LOGITS)));
        return OnnxClassifier.open(
                file, input, contract, ComputeEngine.load(2).device(DeviceChoice.CPU), Progress.NONE);
    }

    private static void refused(Path file, String why) {
        Problem problem =
                assertTimeout(Duration.ofSeconds(20), () -> assertThrows(Problem.class, () -> OnnxFile.read(file)));
        checkSentence(problem, why);
    }

    private static void checkSentence(Problem problem, String why) {
        assertEquals(Problem.Kind.INPUT, problem.kind());
        String sentence = problem.getMessage();
        assertTrue(sentence.contains(why), sentence);
        assertTrue(sentence.length() < 700 && sentence.lines().count() == 1 && sentence.endsWith("."), sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            truncated              | truncated
            empty                  | no ONNX file
            page                   | no ONNX file
            pointer                | no ONNX file
            noise                  | no ONNX file
            huge_dimensions        | needs 4398046511104 bytes, but the file has 4
            overflowing_dimensions | impossible shape
            negative_dimensions    | impossible shape
            negative_input         | has the size -8
            huge_input             | has the size 1099511627776
            external_above         | not a file in its folder
            external_absolute      | not a file in its folder
            external_folder        | not a file in its folder
            external_missing       | which is not there
            custom_domain          | belongs to the domain "com.evil"
            functions              | operators of its own
            string_tensor          | text
            string_input           | text
            no_outputs             | 0 outputs
            no_input               | 0 inputs
            two_inputs             | 2 inputs
            flat_input             | float32 [N, 64]
            missing_weights        | uses "w" before it is computed
            wrong_order            | uses "flat" before it is computed
            long_name              | one of its names has 10000 characters
            deep_branches          | more than 4 deep
            branch_on_pixels       | If depends on the values of pixels
            endless_loop           | it contains Loop
            loop_in_branch         | it contains Loop
            expand_by_pixels       | ConstantOfShape depends on the values of pixels
            found_pixels           | NonZero depends on the values of pixels
            divided_pixels         | Div depends on the values of pixels
            """)
    void isRefusedBeforeAnythingRuns(String name, String why) {
        refused(file(name), why);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("engine")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            fixed_batch       | exactly 100000 images
            unknown_operator  | ONNX Runtime refuses
            future_opset      | ONNX Runtime refuses
            wrong_types       | ONNX Runtime refuses
            gigantic_constant | more memory than there is
            gigantic_tile     | ONNX Runtime refuses
            gigantic_expand   | MB of memory
            divided_by_zero   | ONNX Runtime refuses
            random            | different results for the same images
            no_rows           | one row per image
            """)
    void isRefusedByTheTrial(String name, String why) {
        Problem problem = assertTimeout(
                Duration.ofSeconds(60),
                () -> assertThrows(Problem.class, () -> open(file(name)).close()));
        checkSentence(problem, why);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("engine")
    @CsvSource({"dynamic_everything", "one_branch"})
    void whatIsUnusualButHarmlessIsUsed(String name) {
        try (OnnxClassifier classifier = open(file(name))) {
            assertEquals(2, classifier.recognise(OnnxFixtures.images(2, 8)).size());
        }
    }

    @Test
    @Tag("engine")
    void imagesThatInfluenceEachOtherRunOneByOne() {
        try (OnnxClassifier classifier = open(file("mixed_batch"))) {
            assertEquals(
                    List.of(1f, 1f),
                    List.of(
                            classifier
                                    .recognise(OnnxFixtures.images(9, 8))
                                    .get(8)
                                    .logits()[0],
                            classifier
                                    .recognise(OnnxFixtures.images(1, 8))
                                    .get(0)
                                    .logits()[0]));
        }
    }

    @Test
    void aMillionOperationsAreRefused() throws IOException {
        Path file = folder.resolve("million.onnx");
        byte[] node = message(1, bytes(text(1, "images"), text(2, "a"), text(4, "Relu")));
        long length = (long) node.length * 1_000_000;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new byte[] {8, 8});
            out.write(bytes(varint((7 << 3) | 2), varint(length)));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(node);
            }
        }
        refused(file, "more than 50000 operations");
    }

    @Test
    void aTruncatedLengthIsRefused() throws IOException {
        Path file = folder.resolve("length.onnx");
        Files.write(file, bytes(varint((7 << 3) | 2), varint(Long.MAX_VALUE)));
        refused(file, "truncated");
        Files.write(file, bytes(varint((7 << 3) | 2), varint(-1)));
        refused(file, "truncated");
    }

    @Test
    void everyBeginningOfANetworkIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(OnnxFixtures.file("heads64"));
        for (int length = 0; length < whole.length; length += 13) {
            Path file = folder.resolve("beginning.onnx");
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(Problem.class, () -> OnnxFile.read(file));
        }
    }

    @Test
    void weightsBehindALinkAreRefused() throws IOException {
        Path file = Files.copy(file("external_link"), folder.resolve("link.onnx"));
        Path secret = Files.write(folder.resolve("secret"), new byte[1024]);
        Files.createSymbolicLink(folder.resolve("link.bin"), secret);
        refused(file, "not a file in its folder");
    }

    @Test
    void weightsBeyondTheEndAreRefused() throws IOException {
        Path file = Files.copy(file("external_short"), folder.resolve("short.onnx"));
        Files.write(folder.resolve("weights.bin"), new byte[520]);
        refused(file, "do not lie within the file");
    }

    @Test
    void folderAndDeviceAreRefused() {
        assertThrows(Problem.class, () -> OnnxFile.read(folder));
        assertThrows(Problem.class, () -> OnnxFile.read(Path.of("/dev/zero")));
        assertThrows(Problem.class, () -> OnnxFile.read(folder.resolve("none.onnx")));
    }

    @Test
    @Tag("engine")
    void weightsBesideTheFileAreCopiedIntoIt() throws IOException {
        Path file = Files.copy(file("external_good"), folder.resolve("good.onnx"));
        byte[] weights = new byte[520];
        for (int i = 8; i < weights.length; i += 4) {
            // 1.0f, little-endian
            weights[i + 2] = (byte) 0x80;
            weights[i + 3] = 0x3f;
        }
        Files.write(folder.resolve("weights.bin"), weights);
        Path single = folder.resolve("single.onnx");
        SingleFile.write(OnnxFile.read(file), single);
        Files.delete(folder.resolve("weights.bin"));
        OnnxFile copy = OnnxFile.read(single);
        assertTrue(copy.tensors().stream().allMatch(tensor -> tensor.external().isEmpty()));
        try (OnnxClassifier classifier = open(single)) {
            float[] logits =
                    classifier.recognise(OnnxFixtures.images(1, 8)).get(0).logits();
            assertTrue(logits[0] > 0);
            assertEquals(logits[0], logits[1]);
        }
    }

    private static byte[] text(int field, String value) {
        return message(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] message(int field, byte[] content) {
        return bytes(varint((field << 3) | 2), varint(content.length), content);
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
            out.write((int) ((rest & 0x7f) | 0x80));
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
