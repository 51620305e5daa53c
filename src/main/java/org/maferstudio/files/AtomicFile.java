package org.maferstudio.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.maferstudio.job.Problem;
import org.maferstudio.job.TemporaryFiles;

/** Writes large files of numbers atomically: a crash leaves either the old or the new file. */
public final class AtomicFile {
    /** Java copies what it writes through memory of the same size outside its heap, so it writes a piece at a time. */
    private static final int PIECE = 1 << 20;

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to a channel, which takes all that a buffer holds and which the caller closes. */
        void writeTo(WritableByteChannel out) throws IOException;
    }

    /** Takes all of a buffer, a piece at a time. */
    private record Pieces(FileChannel file) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer buffer) throws IOException {
            int written = buffer.remaining();
            int end = buffer.limit();
            while (buffer.position() < end) {
                buffer.limit((int) Math.min(end, (long) buffer.position() + PIECE));
                file.write(buffer);
            }
            return written;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private AtomicFile() {}

    /**
     * Writes a file: beside its place, synchronised to disk, then moved there. Missing folders are created.
     *
     * @throws Problem if it cannot be written, such as on a full disk; the old file is unchanged
     */
    public static void write(Path file, Content content) {
        OutputFile.checkPlace(file);
        Path place = file.toAbsolutePath();
        Path beside = place.resolveSibling(place.getFileName() + ".part");
        TemporaryFiles.add(beside);
        try {
            Files.createDirectories(place.getParent());
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                content.writeTo(new Pieces(channel));
                channel.force(true);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Problem problem = WriteFailure.of(file, e);
            discard(beside, e);
            throw problem;
        } catch (RuntimeException | Error e) {
            discard(beside, e);
            throw e;
        } finally {
            TemporaryFiles.remove(beside);
        }
    }

    private static void discard(Path beside, Throwable cause) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
