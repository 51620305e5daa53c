package org.maferstudio.datasets.saved;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.maferstudio.files.InputFile;

/**
 * The file of an index: a number that names the format and its version, the number of images, each image, and a checksum
 * of all that.
 */
final class IndexFile {
    /** "MAFI" and the version; another meaning of an image's facts, such as another decoder, is another version. */
    private static final long FORMAT = 0x4d414649_00000001L;

    private static final int MOST_IMAGES = 4_000_000;
    private static final int BUFFER = 1 << 16;

    private IndexFile() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it is not an index of this version, or is not complete and unchanged
     */
    static Map<String, KnownImages.Known> read(Path file) throws IOException {
        if (Files.size(file) > SavedImages.MOST_BYTES) {
            throw new IOException("too large: " + file);
        }
        // First the checksum, in large pieces: of each number alone, it would take longer than all the rest.
        checkSum(file);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(InputFile.of(file)), BUFFER))) {
            if (in.readLong() != FORMAT) {
                throw new IOException("another version: " + file);
            }
            int count = in.readInt();
            if (count < 0 || count > MOST_IMAGES) {
                throw new IOException("damaged: " + file);
            }
            // A damaged number of images must not ask for memory.
            Map<String, KnownImages.Known> known = new HashMap<>(2 * Math.min(count, 1 << 16));
            for (int i = 0; i < count; i++) {
                known.put(in.readUTF(), image(in));
            }
            in.readLong();
            if (in.read() >= 0) {
                throw new IOException("damaged: " + file);
            }
            return known;
        }
    }

    private static void checkSum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        long left = Files.size(file) - Long.BYTES;
        byte[] piece = new byte[BUFFER];
        try (DataInputStream in = new DataInputStream(Files.newInputStream(InputFile.of(file)))) {
            while (left > 0) {
                int length = (int) Math.min(left, piece.length);
                in.readFully(piece, 0, length);
                sum.update(piece, 0, length);
                left -= length;
            }
            if (in.readLong() != sum.getValue()) {
                throw new IOException("damaged: " + file);
            }
        }
    }

    private static KnownImages.Known image(DataInputStream in) throws IOException {
        long bytes = in.readLong();
        long version = in.readLong();
        int width = in.readInt();
        int height = in.readInt();
        int channels = in.readByte();
        if (width < 1 || height < 1 || (channels != 1 && channels != 3)) {
            throw new IOException("no size of an image: " + width + "x" + height + "x" + channels);
        }
        byte[] hash = new byte[ImageFacts.HASH];
        in.readFully(hash);
        long[] sums = new long[ImageFacts.SUMS];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.readLong();
        }
        return new KnownImages.Known(bytes, version, new ImageFacts(width, height, channels, hash, sums));
    }

    /** Writes a file. */
    static void write(Path file, Map<String, KnownImages.Known> known) throws IOException {
        CRC32C sum = new CRC32C();
        try (DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), sum))) {
            out.writeLong(FORMAT);
            out.writeInt(known.size());
            for (Map.Entry<String, KnownImages.Known> each : known.entrySet()) {
                out.writeUTF(each.getKey());
                write(out, each.getValue());
            }
            out.writeLong(sum.getValue());
        }
    }

    private static void write(DataOutputStream out, KnownImages.Known known) throws IOException {
        ImageFacts facts = known.facts();
        out.writeLong(known.bytes());
        out.writeLong(known.version());
        out.writeInt(facts.width());
        out.writeInt(facts.height());
        out.writeByte(facts.channels());
        out.write(facts.hash());
        for (int i = 0; i < ImageFacts.SUMS; i++) {
            out.writeLong(facts.sum(i));
        }
    }
}
