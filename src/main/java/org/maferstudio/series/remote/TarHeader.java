package org.maferstudio.series.remote;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of a tar archive in GNU's format: its header, which is followed by the content and zeros up to a whole block.
 *
 * @param name with slashes
 * @param type {@link #FILE} for a regular file
 * @param size of the content in bytes
 * @param seconds of the last change since 1970
 */
record TarHeader(String name, char type, long size, long seconds) {
    /** The type of a regular file. */
    static final char FILE = '0';

    /** The type of an entry whose content is the name of the next one, because it is too long for a header. */
    private static final char LONG_NAME = 'L';

    private static final String LONG_NAME_ENTRY = "././@LongLink";
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int MODE = 100;
    private static final int SIZE = 124;
    private static final int TIME = 136;
    private static final int SUM = 148;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int NUMBER = 12;
    private static final int MOST_NAME = 4096;

    /** The largest size that the digits of a header can tell. */
    private static final long MOST_SIZE = (1L << 33) - 1;

    /**
     * Reads the next header; empty at the end of the archive.
     *
     * @throws IOException if the archive is damaged or ends too early
     */
    static Optional<TarHeader> read(InputStream in) throws IOException {
        String longName = "";
        while (true) {
            byte[] block = block(in);
            if (isZero(block)) {
                return Optional.empty();
            }
            TarHeader header = of(block);
            if (header.type != LONG_NAME) {
                return Optional.of(
                        longName.isEmpty()
                                ? header
                                : new TarHeader(longName, header.type, header.size, header.seconds));
            }
            if (header.size > MOST_NAME) {
                throw new IOException("a name of " + header.size + " bytes");
            }
            longName = text(in.readNBytes((int) header.size), 0, (int) header.size);
            header.skipPadding(in);
        }
    }

    private static byte[] block(InputStream in) throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw new EOFException("the archive ends too early");
        }
        return block;
    }

    private static boolean isZero(byte[] block) {
        for (byte each : block) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static TarHeader of(byte[] block) throws IOException {
        if (number(block, SUM, 8) != sum(block)) {
            throw new IOException("a damaged entry");
        }
        char type = block[TYPE] == 0 ? FILE : (char) block[TYPE];
        return new TarHeader(text(block, 0, NAME), type, number(block, SIZE, NUMBER), number(block, TIME, NUMBER));
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < Math.min(from + length, block.length) && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.UTF_8);
    }

    private static long number(byte[] block, int from, int length) throws IOException {
        String digits = text(block, from, length).strip();
        if (!digits.matches("[0-7]{1,12}")) {
            throw new IOException("an entry without a size");
        }
        return Long.parseLong(digits, 8);
    }

    /** The sum of a header's bytes, with spaces in place of the sum itself. */
    private static long sum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM && i < SUM + 8 ? ' ' : block[i] & 0xFF;
        }
        return sum;
    }

    /** Skips what follows the content. */
    void skipPadding(InputStream in) throws IOException {
        in.skipNBytes(padding());
    }

    /** The number of zeros after the content. */
    private int padding() {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    /** Writes the header; the content, and then the {@link #writePadding padding}, are the caller's. */
    void write(OutputStream out) throws IOException {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        if (encoded.length > NAME) {
            new TarHeader(LONG_NAME_ENTRY, LONG_NAME, encoded.length, 0).write(out);
            out.write(encoded);
            out.write(new byte[(BLOCK - encoded.length % BLOCK) % BLOCK]);
        }
        if (size > MOST_SIZE) {
            throw new IOException(name + " is too large");
        }
        byte[] block = new byte[BLOCK];
        System.arraycopy(encoded, 0, block, 0, Math.min(encoded.length, NAME));
        // Owner and group are those of the receiver.
        put(block, MODE, "0000644\0" + "0000000\0" + "0000000\0");
        put(block, SIZE, octal(size));
        put(block, TIME, octal(Math.max(0, seconds)));
        Arrays.fill(block, SUM, SUM + 8, (byte) ' ');
        block[TYPE] = (byte) type;
        put(block, MAGIC, "ustar  \0");
        put(block, SUM, String.format(Locale.ROOT, "%06o\0 ", sum(block)));
        out.write(block);
    }

    /** Writes zeros up to a whole block. */
    void writePadding(OutputStream out) throws IOException {
        out.write(new byte[padding()]);
    }

    /** Writes the end of an archive. */
    static void writeEnd(OutputStream out) throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private static String octal(long number) {
        return String.format(Locale.ROOT, "%011o\0", number);
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
