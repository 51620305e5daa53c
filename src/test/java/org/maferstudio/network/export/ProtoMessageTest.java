package org.maferstudio.network.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;

/** Against the examples of the format's description, and what Python's protobuf writes. */
class ProtoMessageTest {
    private static String hex(ProtoMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WritableByteChannel channel = Channels.newChannel(out)) {
            message.writeTo(channel);
        }
        assertEquals(out.size(), message.size());
        return HexFormat.of().formatHex(out.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0800",
        "127, 087f",
        "128, 088001",
        "150, 089601",
        "9223372036854775807, 08ffffffffffffffff7f",
        "-1, 08ffffffffffffffffff01"
    })
    void aNumberHasSevenBitsAByte(long value, String bytes) throws IOException {
        assertEquals(bytes, hex(new ProtoMessage().number(1, value)));
    }

    @Test
    void textsBytesAndMessagesHaveTheirLengthBefore() throws IOException {
        assertEquals("120774657374696e67", hex(new ProtoMessage().text(2, "testing")));
        assertEquals("1202c3a9", hex(new ProtoMessage().text(2, "é")));
        assertEquals("1a03089601", hex(new ProtoMessage().message(3, new ProtoMessage().number(1, 150))));
        assertEquals("4a020102", hex(new ProtoMessage().bytes(9, 2, () -> ByteBuffer.wrap(new byte[] {1, 2}))));
    }

    @Test
    void aFieldAboveFifteenHasTwoBytesAndARealNumberFour() throws IOException {
        assertEquals("a00101", hex(new ProtoMessage().number(20, 1)));
        assertEquals("15acc52737", hex(new ProtoMessage().real(2, 1e-5f)));
    }

    @Test
    void aModelThatNoProgramCouldReadIsNotWritten(@TempDir Path folder) {
        Path file = folder.resolve("net.onnx");
        ProtoMessage large = new ProtoMessage().bytes(9, 3L << 30, () -> ByteBuffer.allocate(0));
        assertEquals(
                "The ONNX file " + file
                        + " would have 3,072 MB, but ONNX files have at most 2,048 MB. Export the network"
                        + " as a .safetensors file.",
                assertThrows(Problem.class, () -> OnnxExport.write(large, file)).getMessage());
        assertFalse(Files.exists(file));
    }
}
