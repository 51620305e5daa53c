package org.maferstudio.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.texts.Texts;

/**
 * Where the entries of a zip file lie, <a
 * href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">PKWARE's format</a> with its 64-bit fields, which
 * PyTorch always writes. Its size is bounded before anything is read, and entries cannot promise much more than the
 * file has.
 */
final class ZipDirectory {
    static final int LOCAL = 0x04034b50;

    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long IN_64 = 0xffff_ffffL;

    /** An SE-ResNet-50's directory has 30 kB. */
    private static final long MOST_BYTES = 16L << 20;

    /** PyTorch does not compress; who has packed weights again saves a tenth of them. */
    private static final long MOST_EXPANSION = 8;

    /**
     * One entry.
     *
     * @param method 0 stored, 8 deflated
     * @param packed its bytes in the file
     * @param size its stated size in bytes when unpacked
     * @param header where its local header begins
     */
    record Entry(String name, int method, long crc, long packed, long size, long header) {}

    private ZipDirectory() {}

    /** The entries by name. */
    static Map<String, Entry> read(SeekableByteChannel channel) throws IOException {
        ByteBuffer end = end(channel);
        Map<String, Entry> entries = new LinkedHashMap<>();
        long total = 0;
        while (end.hasRemaining()) {
            Entry entry = entry(end);
            if (entries.put(entry.name(), entry) != null) {
                throw new MalformedFile(Texts.of("weights.zip.error.entryTwice", MalformedFile.quoted(entry.name())));
            }
            total += entry.size();
            if (entry.size() < 0 || total < 0 || total > MOST_EXPANSION * channel.size() + MOST_BYTES) {
                throw new MalformedFile(Texts.of("weights.zip.error.expansion"));
            }
        }
        return entries;
    }

    /** The bytes of the central directory. */
    private static ByteBuffer end(SeekableByteChannel channel) throws IOException {
        long tailSize = Math.min(channel.size(), END_SIZE + LONGEST_COMMENT);
        long tailStart = channel.size() - tailSize;
        ByteBuffer tail = FileBytes.read(channel, tailStart, tailSize);
        int at = (int) tailSize - END_SIZE;
        while (at >= 0 && !(tail.getInt(at) == END && at + END_SIZE + u16(tail, at + 20) == tailSize)) {
            at--;
        }
        if (at < 0) {
            throw new MalformedFile(Texts.of("weights.zip.error.truncated"));
        }
        long size = u32(tail, at + 12);
        long start = u32(tail, at + 16);
        if (at >= 20 && tail.getInt(at - 20) == LOCATOR_64) {
            ByteBuffer end64 = FileBytes.read(channel, tail.getLong(at - 20 + 8), 56);
            if (end64.getInt(0) != END_64) {
                throw new MalformedFile(Texts.of("weights.zip.error.directory"));
            }
            size = end64.getLong(40);
            start = end64.getLong(48);
        }
        if (size < 0 || size > MOST_BYTES) {
            throw new MalformedFile(Texts.of("weights.zip.error.directorySize", Long.toUnsignedString(size)));
        }
        return FileBytes.read(channel, start, size);
    }

    private static Entry entry(ByteBuffer in) throws IOException {
        if (in.remaining() < 46 || in.getInt(in.position()) != CENTRAL) {
            throw new MalformedFile(Texts.of("weights.zip.error.directory"));
        }
        int at = in.position();
        int nameLength = u16(in, at + 28);
        int extraLength = u16(in, at + 30);
        int next = at + 46 + nameLength + extraLength + u16(in, at + 32);
        if (next > in.limit()) {
            throw new MalformedFile(Texts.of("weights.zip.error.directory"));
        }
        if ((u16(in, at + 8) & 1) != 0) {
            throw new MalformedFile(
                    Texts.of("weights.zip.error.encrypted"), Texts.of("weights.kind.zip.weightsInside.advice"));
        }
        byte[] name = new byte[nameLength];
        in.get(at + 46, name);
        Extra extra = new Extra(in, at + 46 + nameLength, extraLength);
        long size = extra.or64(u32(in, at + 24));
        long packed = extra.or64(u32(in, at + 20));
        long header = extra.or64(u32(in, at + 42));
        in.position(next);
        return new Entry(
                new String(name, StandardCharsets.UTF_8), u16(in, at + 10), u32(in, at + 16), packed, size, header);
    }

    /** The 64-bit values of an entry, in their fixed order. */
    private static final class Extra {
        private final ByteBuffer in;
        private int next;
        private int end;

        Extra(ByteBuffer in, int start, int length) {
            this.in = in;
            int at = start;
            while (at + 4 <= start + length) {
                int size = u16(in, at + 2);
                if (u16(in, at) == 1 && at + 4 + size <= start + length) {
                    next = at + 4;
                    end = next + size;
                    return;
                }
                at += 4 + size;
            }
        }

        long or64(long value) throws IOException {
            if (value != IN_64) {
                return value;
            }
            if (next + 8 > end) {
                throw new MalformedFile(Texts.of("weights.zip.error.directory"));
            }
            next += 8;
            return in.getLong(next - 8);
        }
    }

    private static int u16(ByteBuffer in, int at) {
        return in.getShort(at) & 0xffff;
    }

    private static long u32(ByteBuffer in, int at) {
        return in.getInt(at) & 0xffff_ffffL;
    }
}
