package org.maferstudio.analysis;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.OutputFile;
import org.maferstudio.files.OutputFolder;
import org.maferstudio.files.WriteFailure;

/**
 * A table that grows, and a checkpoint from which an interrupted analysis goes on: rows after the checkpoint are cut off and
 * computed again, so that the finished table is the same as without the interruption.
 */
final class PartialTable implements AutoCloseable {
    private static final int FORMAT = 2;
    private static final int MOST_TRACKER = 16 << 20;

    /**
     * A checkpoint.
     *
     * @param bytes length of the table
     * @param frames in the table
     * @param faces in the table
     * @param state of the film and the tracker
     */
    record Checkpoint(long bytes, long frames, long faces, FilmBlocks.State state) {}

    private final Path file;
    private final Path checkpointFile;
    private final String film;
    private final String identity;
    private final FileChannel channel;
    private final Optional<Checkpoint> resumed;

    private PartialTable(AnalysisRequest request, String identity, FileChannel channel, Optional<Checkpoint> resumed) {
        this.file = request.partialTable();
        this.checkpointFile = request.checkpoint();
        this.film = film(request.film());
        this.identity = identity;
        this.channel = channel;
        this.resumed = resumed;
    }

    /**
     * Opens the table of an interrupted analysis at its checkpoint, or a new one.
     *
     * @param identity of the analysis; the table of another is replaced
     */
    static PartialTable open(AnalysisRequest request, String identity) {
        Path file = request.partialTable();
        OutputFile.checkPlace(file);
        try {
            Files.createDirectories(OutputFolder.of(request.folder()));
            Optional<Checkpoint> checkpoint =
                    checkpoint(request, identity).filter(there -> there.state().nextFrame() > 0);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            checkpoint = checkpoint.filter(there -> there.bytes() <= size(channel));
            channel.truncate(checkpoint.map(Checkpoint::bytes).orElse(0L));
            channel.position(channel.size());
            return new PartialTable(request, identity, channel, checkpoint);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    private static long size(FileChannel channel) {
        try {
            return channel.size();
        } catch (IOException e) {
            return -1;
        }
    }

    private static Optional<Checkpoint> checkpoint(AnalysisRequest request, String identity) throws IOException {
        if (!Files.isRegularFile(request.checkpoint())) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(InputFile.of(request.checkpoint()))))) {
            if (in.readInt() != FORMAT
                    || !in.readUTF().equals(film(request.film()))
                    || !in.readUTF().equals(identity)) {
                return Optional.empty();
            }
            long bytes = in.readLong();
            long frames = in.readLong();
            long faces = in.readLong();
            long nextFrame = in.readLong();
            double seconds = in.readDouble();
            long damaged = in.readLong();
            int length = in.readInt();
            if (bytes < 0 || length < 0 || length > MOST_TRACKER) {
                return Optional.empty();
            }
            byte[] tracker = in.readNBytes(length);
            return tracker.length < length
                    ? Optional.empty()
                    : Optional.of(new Checkpoint(
                            bytes, frames, faces, new FilmBlocks.State(nextFrame, seconds, damaged, tracker)));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** The film that is being analysed under this name, or was until an interruption; empty if there is none. */
    static Optional<Path> film(AnalysisRequest request) {
        if (!Files.isRegularFile(request.checkpoint())) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(InputFile.of(request.checkpoint()))))) {
            return in.readInt() == FORMAT ? Optional.of(Path.of(in.readUTF())) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String film(Path film) {
        return film.toAbsolutePath().normalize().toString();
    }

    /** The checkpoint at which the table was opened; empty for a new table. */
    Optional<Checkpoint> resumed() {
        return resumed;
    }

    /** Appends text. */
    void append(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** Saves the table as it is, with the state after its last frame. */
    void save(long frames, long faces, FilmBlocks.State state) {
        try {
            channel.force(false);
            long bytes = channel.position();
            SafeFile.write(checkpointFile, beside -> {
                try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(beside))) {
                    out.writeInt(FORMAT);
                    out.writeUTF(film);
                    out.writeUTF(identity);
                    out.writeLong(bytes);
                    out.writeLong(frames);
                    out.writeLong(faces);
                    out.writeLong(state.nextFrame());
                    out.writeDouble(state.seconds());
                    out.writeLong(state.damaged());
                    out.writeInt(state.tracker().length);
                    out.write(state.tracker());
                }
            });
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }
}
