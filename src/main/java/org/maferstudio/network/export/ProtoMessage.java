package org.maferstudio.network.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.maferstudio.onnx.Varint;

/**
 * A message of <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers</a>: its fields by number,
 * in the order in which they are added. Large values are made when they are written, one at a time.
 */
final class ProtoMessage {
    /** How a field's value is stored: a number of variable length, a length and bytes, or four bytes. */
    private static final int VARINT = 0;

    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    /** Some bytes of a message. */
    private record Part(long size, Supplier<ByteBuffer> bytes) {}

    private final List<Part> parts = new ArrayList<>();
    private long size;

    /** Adds a whole number that is not negative. */
    ProtoMessage number(int field, long value) {
        return add(tag(field, VARINT), Varint.of(value));
    }

    /** Adds a 32-bit floating-point number. */
    ProtoMessage real(int field, float value) {
        byte[] bytes = ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(value)
                .array();
        return add(tag(field, FOUR_BYTES), bytes);
    }

    /** Adds a text. */
    ProtoMessage text(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return add(tag(field, BYTES), Varint.of(utf8.length), utf8);
    }

    /** Adds a message, whose later changes do not matter. */
    ProtoMessage message(int field, ProtoMessage value) {
        return add(tag(field, BYTES), Varint.of(value.size)).fields(value);
    }

    /** Adds the fields of a message of the same type. */
    ProtoMessage fields(ProtoMessage other) {
        parts.addAll(other.parts);
        size += other.size;
        return this;
    }

    /**
     * Adds bytes.
     *
     * @param length how many
     * @param value makes them, each time that the message is written
     */
    ProtoMessage bytes(int field, long length, Supplier<ByteBuffer> value) {
        add(tag(field, BYTES), Varint.of(length));
        parts.add(new Part(length, value));
        size += length;
        return this;
    }

    private ProtoMessage add(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        byte[] bytes = out.toByteArray();
        parts.add(new Part(bytes.length, () -> ByteBuffer.wrap(bytes)));
        size += bytes.length;
        return this;
    }

    /** What stands before a value. */
    private static byte[] tag(int field, int kind) {
        return Varint.of((field << 3) | kind);
    }

    /** The fields as they are written; for small messages. */
    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            byte[] bytes = new byte[Math.toIntExact(part.size())];
            part.bytes().get().get(bytes);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    /** The size in bytes when written. */
    long size() {
        return size;
    }

    /**
     * Writes the fields.
     *
     * @param out takes all that a buffer holds
     */
    void writeTo(WritableByteChannel out) throws IOException {
        for (Part part : parts) {
            out.write(part.bytes().get());
        }
    }
}
