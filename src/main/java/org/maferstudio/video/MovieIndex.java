package org.maferstudio.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The index of an MP4 or MOV file, its {@code moov} box (ISO/IEC 14496-12). Cameras write it at the end of a recording, so
 * a recording that was cut off has none and cannot be decoded.
 */
final class MovieIndex {
    private static final int MOST_BOXES = 100_000;
    private static final int HEADER = 16;

    private MovieIndex() {}

    /** Whether the file is an MP4 or MOV film without a complete index; false if it cannot be read. */
    static boolean isMissing(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            long at = 0;
            for (int i = 0; i < MOST_BOXES; i++) {
                header.clear().limit((int) Math.min(HEADER, Math.max(0, channel.size() - at)));
                channel.position(at);
                while (header.hasRemaining() && channel.read(header) >= 0) {
                    // Reads on.
                }
                header.flip();
                if (header.limit() < 8) {
                    return i > 0;
                }
                String type = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
                if (i == 0 && !type.equals("ftyp")) {
                    return false;
                }
                long length = Integer.toUnsignedLong(header.getInt(0));
                if (length == 1 && header.limit() == HEADER) {
                    length = header.getLong(8);
                }
                if (type.equals("moov")) {
                    return at + length > channel.size();
                }
                if (length < 8) {
                    // 0 is a box to the end of the file.
                    return length == 0;
                }
                at += length;
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
