package org.maferstudio.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.maferstudio.texts.Texts;

/** The bytes of pickles one behind the other, counted, and no more of them than the file has. */
final class PickleInput {
    /** From this length on, a string is checked before memory is allocated. */
    private static final long LARGE = 1L << 20;

    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private final long available;
    private long count;

    /**
     * Reads from a stream, which should have a buffer.
     *
     * @param available how many bytes it has at most
     */
    PickleInput(InputStream in, long available) {
        this.in = in;
        this.available = available;
    }

    /** How many bytes were taken so far. */
    long count() {
        return count;
    }

    private void consume(long bytes) throws IOException {
        if (bytes < 0 || bytes > available - count) {
            throw new MalformedFile(Texts.of("weights.pickle.error.truncated"));
        }
        count += bytes;
    }

    /** A byte, 0 to 255. */
    int u8() throws IOException {
        consume(1);
        int value = in.read();
        if (value < 0) {
            throw new MalformedFile(Texts.of("weights.pickle.error.truncated"));
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
        consume(length);
        if (length > Integer.MAX_VALUE - 8) {
            throw FileBytes.tooLarge();
        }
        if (length > LARGE) {
            // The bytes, the text of them, and what is made of it in the end.
            FileBytes.checkMemory(3 * length);
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new MalformedFile(Texts.of("weights.pickle.error.truncated"));
        }
        return bytes;
    }

    /** So many bytes as a text in UTF-8. */
    String text(long length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** So many bytes, each as the character of its number: Python's bytes, and the texts of Python 2. */
    String raw(long length) throws IOException {
        return new String(bytes(length), StandardCharsets.ISO_8859_1);
    }

    /** A text up to the end of the line, which is taken but not part of it. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = u8(); c != '\n'; c = u8()) {
            if (line.length() == LONGEST_LINE) {
                throw new MalformedFile(Texts.of("weights.pickle.error.line"));
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
