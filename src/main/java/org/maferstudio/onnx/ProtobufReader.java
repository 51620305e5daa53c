package org.maferstudio.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.maferstudio.texts.Texts;

/**
 * Reads <a href="https://protobuf.dev/programming-guides/encoding/">protobuf's wire format</a> from a file through a
 * small window, so that a file of any size needs little memory. Nothing is believed: every length lies within the
 * message around it, and strings have a limit.
 */
final class ProtobufReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private static final int WINDOW = 1 << 16;
    /** The longest name, key or path; networks have some of a hundred characters. */
    private static final int LONGEST_TEXT = 4096;
    /** The longest metadata value: this program's contracts are some hundred characters. */
    private static final int LONGEST_VALUE = 1 << 20;
    /** A second of reading; a network of a thousand layers has a hundred thousand. */
    private static final long MOST_FIELDS = 50_000_000;

    private final FileChannel channel;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
    /** Where in the file the window begins. */
    private long start;
    /** Where the current message ends. */
    private long end;

    /** Where the current field begins, with its number. */
    private long fieldStart;

    private long read;
    private int field;
    private int type;

    ProtobufReader(FileChannel channel) throws IOException {
        this.channel = channel;
        this.end = channel.size();
        window.limit(0);
    }

    /** Reads the fields of a message. */
    @FunctionalInterface
    interface Fields {
        void read(int field) throws IOException;
    }

    /** Takes one number after another. */
    @FunctionalInterface
    interface Numbers {
        void accept(long number) throws IOException;
    }

    /** Where the next byte is in the file. */
    long position() {
        return start + window.position();
    }

    /** Where the current field begins, with its number, until it is read. */
    long fieldStart() {
        return fieldStart;
    }

    /** Returns to where the content of a message began, in order to read it again. */
    void back(long position) {
        seek(position);
        type = BYTES;
    }

    /** Passes on each field until the current message ends; what is not read of a field is skipped. */
    void fields(Fields reader) throws IOException {
        while (position() < end) {
            fieldStart = position();
            long tag = varint();
            field = (int) (tag >>> 3);
            type = (int) (tag & 7);
            if (tag < 0 || tag > 0xffffffffL || field < 1) {
                throw new MalformedOnnx(Texts.of("onnx.reason.damaged"));
            }
            if (++read > MOST_FIELDS) {
                throw new MalformedOnnx(Texts.of("onnx.reason.fields", MOST_FIELDS));
            }
            long before = position();
            reader.read(field);
            if (position() == before) {
                skip();
            }
        }
    }

    /** Reads the message that the current field holds. */
    void message(Fields reader) throws IOException {
        long around = enter();
        fields(reader);
        end = around;
    }

    /** Whether the current field holds bytes, text or a message, and not one number. */
    boolean isBytes() {
        return type == BYTES;
    }

    /** Skips what the current field holds, and returns its length in bytes. */
    long skipBytes() throws IOException {
        long length = length();
        seek(position() + length);
        return length;
    }

    /** Skips numbers of fixed size, one or many in one piece, and returns their length in bytes. */
    long skipNumbers() throws IOException {
        if (type == BYTES) {
            return skipBytes();
        }
        long before = position();
        skip();
        return position() - before;
    }

    /** Begins a message that the current field holds; returns the end of the one around it. */
    private long enter() throws IOException {
        long length = length();
        long around = end;
        end = position() + length;
        return around;
    }

    /** The current field's number, whose sign may be set. */
    long number() throws IOException {
        if (type != VARINT) {
            throw new MalformedOnnx(Texts.of("onnx.reason.damaged"));
        }
        return varint();
    }

    /** The current field's real number of 32 bits. */
    float real() throws IOException {
        if (type != FIXED32) {
            throw new MalformedOnnx(Texts.of("onnx.reason.damaged"));
        }
        int bits = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bits |= (next() & 0xff) << shift;
        }
        return Float.intBitsToFloat(bits);
    }

    /** Passes on the current field's numbers: one, or many in one piece. */
    void numbers(Numbers each) throws IOException {
        if (type == VARINT) {
            each.accept(varint());
            return;
        }
        long around = enter();
        while (position() < end) {
            each.accept(varint());
        }
        end = around;
    }

    /** The current field as a name. */
    String text() throws IOException {
        return text(LONGEST_TEXT);
    }

    /** The current field as the value of metadata; empty if it is longer than any of this program's. */
    String value() throws IOException {
        long before = position();
        long length = length();
        if (length > LONGEST_VALUE) {
            seek(position() + length);
            return "";
        }
        seek(before);
        return text(LONGEST_VALUE);
    }

    private String text(int longest) throws IOException {
        long length = length();
        if (length > longest) {
            throw new MalformedOnnx(Texts.of("onnx.reason.longName", length));
        }
        byte[] bytes = new byte[(int) length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = next();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long length() throws IOException {
        if (type != BYTES) {
            throw new MalformedOnnx(Texts.of("onnx.reason.damaged"));
        }
        long length = varint();
        if (length < 0 || length > end - position()) {
            throw new MalformedOnnx(Texts.of("onnx.reason.truncated"));
        }
        return length;
    }

    /** Skips what the current field holds, whatever it is. */
    void skip() throws IOException {
        switch (type) {
            case VARINT -> varint();
            case FIXED64 -> jump(8);
            case BYTES -> skipBytes();
            case FIXED32 -> jump(4);
            default -> throw new MalformedOnnx(Texts.of("onnx.reason.damaged"));
        }
    }

    private void jump(int bytes) throws IOException {
        if (bytes > end - position()) {
            throw new MalformedOnnx(Texts.of("onnx.reason.truncated"));
        }
        seek(position() + bytes);
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte each = next();
            value |= (each & 0x7fL) << shift;
            if (each >= 0) {
                return value;
            }
        }
        throw new MalformedOnnx(Texts.of("onnx.reason.damaged"));
    }

    private byte next() throws IOException {
        if (position() >= end) {
            throw new MalformedOnnx(Texts.of("onnx.reason.truncated"));
        }
        if (!window.hasRemaining()) {
            start += window.position();
            window.clear();
            if (channel.read(window, start) <= 0) {
                throw new MalformedOnnx(Texts.of("onnx.reason.truncated"));
            }
            window.flip();
        }
        return window.get();
    }

    private void seek(long position) {
        if (position >= start && position <= start + window.limit()) {
            window.position((int) (position - start));
        } else {
            start = position;
            window.clear().limit(0);
        }
    }
}
