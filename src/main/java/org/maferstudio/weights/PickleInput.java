package org.maferstudio.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.maferstudio.texts.Texts;

/** The bytes of pickles one behind the other, counted, and no more of them than a weight file can need. */
final class PickleInput {
    /** Far more than any network's: the pickle of an SE-ResNet-50 has 0.2 MB. */
    static final long MAX_BYTES = 32L << 20;

    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private long count;

    /** Reads from a stream, which should have a buffer. */
    PickleInput(InputStream in) {
        this.in = in;
    }

    /** How many bytes were taken so far. */
    long count() {
        return count;
    }

    private void take(long bytes) throws IOException {
        if (bytes < 0 || bytes > MAX_BYTES - count) {
            throw new Malformed(Texts.of("weights.its-pickle-is-larger-than-mb-as", MAX_BYTES >> 20));
        }
        count += bytes;
    }

    /** A byte, 0 to 255. */
    int u8() throws IOException {
        take(1);
        int value = in.read();
        if (value < 0) {
            throw new Malformed(Texts.of("weights.it-ends-in-the-middle-of-its"));
        }
        return value;
    }

    /** Two bytes, little-endian. */
    int u16() throws IOException {
        return u8() | u8() << 8;
    }

    /** Four bytes, little-endian, signed. */
    int i32() throws IOException {
        return u16() | u16() << 16;
    }

    /** Four bytes, little-endian, 0 or more. */
    long u32() throws IOException {
        return i32() & 0xffff_ffffL;
    }

    /** Eight bytes, little-endian, signed. */
    long i64() throws IOException {
        return u32() | u32() << 32;
    }

    /** Eight bytes, big-endian, as a real number. */
    double f64() throws IOException {
        return Double.longBitsToDouble(Long.reverseBytes(i64()));
    }

    /** So many bytes. */
    byte[] bytes(long length) throws IOException {
        take(length);
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new Malformed(Texts.of("weights.it-ends-in-the-middle-of-its"));
        }
        return bytes;
    }

    /** So many bytes as a text. */
    String text(long length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** A text up to the end of the line, which is taken but not part of it. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = u8(); c != '\n'; c = u8()) {
            if (line.length() == LONGEST_LINE) {
                throw new Malformed(Texts.of("weights.its-pickle-has-a-line-that-is"));
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
