package org.maferstudio.weights;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.maferstudio.texts.Texts;

/** Reads one entry of a zip file, whole and checked against its checksum. */
final class ZipEntryBytes {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private ZipEntryBytes() {}

    /**
     * The bytes of an entry, unpacked.
     *
     * @param expected how many they have to be
     */
    static ByteBuffer read(SeekableByteChannel channel, ZipDirectory.Entry entry, long expected) throws IOException {
        String name = MalformedFile.quoted(entry.name());
        if (entry.size() != expected) {
            throw new MalformedFile(Texts.of("weights.zip.error.entrySize", name, entry.size(), expected));
        }
        ByteBuffer header = FileBytes.read(channel, entry.header(), 30);
        if (header.getInt(0) != ZipDirectory.LOCAL) {
            throw new MalformedFile(Texts.of("weights.zip.error.entryPlace", name));
        }
        long start = entry.header() + 30 + (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
        ByteBuffer bytes =
                switch (entry.method()) {
                    case STORED -> stored(channel, start, entry);
                    case DEFLATED -> inflated(channel, start, entry);
                    default ->
                        throw new MalformedFile(
                                Texts.of("weights.zip.error.entryCompression", name),
                                Texts.of("weights.zip.error.entryCompression.advice"));
                };
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        if (crc.getValue() != entry.crc()) {
            throw new MalformedFile(Texts.of("weights.zip.error.entryChecksum", name));
        }
        return bytes;
    }

    private static ByteBuffer stored(SeekableByteChannel channel, long start, ZipDirectory.Entry entry)
            throws IOException {
        if (entry.packed() != entry.size()) {
            throw new MalformedFile(Texts.of("weights.zip.error.entryTwoSizes", MalformedFile.quoted(entry.name())));
        }
        return FileBytes.read(channel, start, entry.size());
    }

    private static ByteBuffer inflated(SeekableByteChannel channel, long start, ZipDirectory.Entry entry)
            throws IOException {
        if (entry.size() > Integer.MAX_VALUE - 8) {
            throw new MalformedFile(Texts.of("weights.zip.error.entryTooLarge", MalformedFile.quoted(entry.name())));
        }
        byte[] packed = FileBytes.read(channel, start, entry.packed()).array();
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            // Reading one byte more than stated shows whether there is more.
            byte[] bytes = in.readNBytes((int) entry.size() + 1);
            if (bytes.length != entry.size()) {
                throw new MalformedFile(
                        Texts.of("weights.zip.error.entryStatedSize", MalformedFile.quoted(entry.name())));
            }
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        } catch (ZipException | EOFException e) {
            throw new IOException("its entry " + MalformedFile.quoted(entry.name()) + " is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
