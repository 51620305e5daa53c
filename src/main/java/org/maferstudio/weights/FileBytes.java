package org.maferstudio.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.maferstudio.texts.Texts;

/** Reads parts of a file into memory, as much as there is and no more. */
final class FileBytes {
    /** Java copies what it reads through memory of the same size outside its heap, so it reads a piece at a time. */
    private static final int PIECE = 1 << 20;

    private FileBytes() {}

    /**
     * Some bytes of a file, little-endian.
     *
     * @param at where they begin
     * @param count how many
     * @throws IOException if the file ends before them, or they do not fit in one block of memory
     */
    static ByteBuffer read(SeekableByteChannel channel, long at, long count) throws IOException {
        if (at < 0 || count < 0 || count > channel.size() - at) {
            throw new MalformedFile(Texts.of("weights.file.error.truncated"));
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw tooLarge();
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.position() < count) {
            buffer.limit((int) Math.min(count, (long) buffer.position() + PIECE));
            if (channel.position(at + buffer.position()).read(buffer) < 0) {
                throw new MalformedFile(Texts.of("weights.file.error.truncated"));
            }
        }
        return buffer.flip();
    }

    /** What is wrong with an array that does not fit in one block of memory. */
    static MalformedFile tooLarge() {
        return new MalformedFile(
                Texts.of("weights.file.error.arrayTooLarge"), Texts.of("weights.file.advice.smallerLayers"));
    }

    /**
     * Refuses what Java's memory cannot take.
     *
     * @param bytes that are to be read at once
     */
    static void checkMemory(long bytes) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (bytes > free) {
            throw new MalformedFile(
                    Texts.of("weights.file.error.memory", bytes >> 20, free >> 20),
                    Texts.of("weights.file.advice.memory"));
        }
    }
}
