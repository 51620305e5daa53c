package org.maferstudio.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.job.Problem;

/**
 * Reads and writes safetensors files: eight bytes that say how long the header is (little-endian), a header in JSON,
 * then the tensors' bytes; see <a href="https://github.com/huggingface/safetensors">the format</a>.
 *
 * <p>Files are read into memory and closed, so that they can be replaced while their weights are in use.
 */
public final class Safetensors {
    /** The longest header that is read, in bytes; the format's own limit. */
    static final long MAX_HEADER = 100_000_000L;

    private Safetensors() {}

    /**
     * Everything a file holds.
     *
     * @throws Problem if there is no such file, or it is no sound safetensors file
     */
    public static WeightFile read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SafetensorsHeader header = readHeader(channel);
            // readHeader leaves the channel at the first byte of the values
            long start = channel.position();
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, SafetensorsHeader.Entry> entry :
                    header.entries().entrySet()) {
                tensors.put(entry.getKey(), readTensor(channel, start, entry.getKey(), entry.getValue()));
            }
            return new WeightFile(tensors, header.metadata());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Only the metadata of a file, without its values.
     *
     * @throws Problem if there is no such file, or it is no sound safetensors file
     */
    public static Map<String, String> readMetadata(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return readHeader(channel).metadata();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SafetensorsHeader readHeader(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw new SafetensorsHeader.Malformed("it has " + size + " bytes, too few for a header");
        }
        long length = readFully(channel, 8).getLong();
        if (length < 2 || length > MAX_HEADER || length > size - 8) {
            throw new SafetensorsHeader.Malformed(
                    "its header cannot be " + Long.toUnsignedString(length) + " bytes long");
        }
        ByteBuffer bytes = readFully(channel, (int) length);
        if (bytes.get(0) != '{') {
            throw new SafetensorsHeader.Malformed("its header is not JSON");
        }
        String json;
        try {
            json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("its header is not UTF-8", e);
        }
        return SafetensorsHeader.parse(json, size - 8 - length);
    }

    private static Tensor readTensor(FileChannel channel, long start, String name, SafetensorsHeader.Entry entry)
            throws IOException {
        long bytes = entry.end() - entry.begin();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new SafetensorsHeader.Malformed("the tensor " + name + " has more than two gigabytes");
        }
        channel.position(start + entry.begin());
        return new Tensor(name, entry.type(), entry.shape(), readFully(channel, (int) bytes));
    }

    private static ByteBuffer readFully(FileChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer.flip();
    }

    private static Problem unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return Problem.input("There is no file " + file + ". Check the name.", cause);
        }
        return Problem.input(
                "The weight file " + file + " cannot be read: " + cause.getMessage()
                        + ". Choose a safetensors file that is whole.",
                cause);
    }

    /**
     * Writes a file beside its place, makes sure that it is on the disk, and moves it there: a crash leaves the old file
     * or the new one, never half of one.
     *
     * @throws Problem if it cannot be written
     */
    public static void write(Path file, WeightFile weights) {
        Path place = file.toAbsolutePath();
        Path beside = place.resolveSibling(place.getFileName() + ".part");
        try {
            Files.createDirectories(place.getParent());
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                write(channel, weights);
                channel.force(true);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(beside);
            throw Problem.failure(
                    "The weights could not be written to " + file + ": " + e.getMessage()
                            + ". Check the free space and the permissions of the folder.",
                    e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The failure to write is what the user hears; a left-over neighbour is overwritten by the next attempt.
            System.getLogger(Safetensors.class.getName()).log(System.Logger.Level.DEBUG, "could not delete " + file, e);
        }
    }

    private static void write(FileChannel channel, WeightFile weights) throws IOException {
        byte[] json = SafetensorsHeader.of(weights).toJson().getBytes(StandardCharsets.UTF_8);
        // The values begin at a multiple of eight, so that readers can map them.
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        ByteBuffer head = ByteBuffer.allocate(8 + padded.length).order(ByteOrder.LITTLE_ENDIAN);
        writeFully(channel, head.putLong(padded.length).put(padded).flip());
        for (Tensor tensor : weights.tensors().values()) {
            writeFully(channel, tensor.data());
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
