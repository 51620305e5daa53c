package org.maferstudio.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.files.AtomicFile;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Reads and writes safetensors files: eight bytes that say how long the header is (little-endian), a header in JSON,
 * then the tensors' bytes; see <a href="https://github.com/huggingface/safetensors">the format</a>.
 *
 * <p>Files are read into memory and closed, so that they can be replaced while their weights are in use.
 */
public final class Safetensors {
    /** The longest header that is read, in bytes: room for a hundred thousand tensors; a network has some hundreds. */
    static final long MAX_HEADER = 16L << 20;

    private Safetensors() {}

    /**
     * Everything a file holds.
     *
     * @throws Problem if there is no such file, or it is no sound safetensors file
     */
    public static WeightFile read(Path file) {
        try (FileChannel channel = FileChannel.open(InputFile.of(file), StandardOpenOption.READ)) {
            return read(channel);
        } catch (IOException e) {
            throw WeightImport.unreadable(file, e);
        }
    }

    /** Everything an open file holds. */
    static WeightFile read(SeekableByteChannel channel) throws IOException {
        SafetensorsHeader header = readHeader(channel);
        FileBytes.checkMemory(channel.size());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, SafetensorsHeader.Entry> named : header.entries().entrySet()) {
            SafetensorsHeader.Entry entry = named.getValue();
            // The values end where the file ends, as the header was held to.
            long start = channel.size() - header.dataSize() + entry.begin();
            ByteBuffer values = FileBytes.read(channel, start, entry.end() - entry.begin());
            tensors.put(named.getKey(), new Tensor(named.getKey(), entry.type(), entry.shape(), values));
        }
        return new WeightFile(tensors, header.metadata());
    }

    /**
     * Only the metadata of a file, without its values.
     *
     * @throws Problem if there is no such file, or it is no sound safetensors file
     */
    public static Map<String, String> readMetadata(Path file) {
        try (FileChannel channel = FileChannel.open(InputFile.of(file), StandardOpenOption.READ)) {
            return readHeader(channel).metadata();
        } catch (IOException e) {
            throw WeightImport.unreadable(file, e);
        }
    }

    private static SafetensorsHeader readHeader(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw new MalformedFile(Texts.of("weights.safetensors.error.tooShort", size));
        }
        if (size == 8 || FileBytes.read(channel, 8, 1).get(0) != '{') {
            throw WeightFileKind.of(FileBytes.read(channel, 0, Math.min(size, WeightFileKind.LOOKED_AT)))
                    .orElseGet(
                            () -> new MalformedFile(Texts.of("weights.kind.unknown"), Texts.of("weights.kind.advice")));
        }
        long length = FileBytes.read(channel, 0, 8).getLong();
        if (length < 2 || length > MAX_HEADER || length > size - 8) {
            throw new MalformedFile(Texts.of("weights.safetensors.error.headerLength", Long.toUnsignedString(length)));
        }
        ByteBuffer bytes = FileBytes.read(channel, 8, length);
        String json;
        try {
            json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("its header is not UTF-8", e);
        }
        return SafetensorsHeader.parse(json, size - 8 - length);
    }

    /**
     * Writes a file atomically.
     *
     * @throws Problem if it cannot be written
     */
    public static void write(Path file, WeightFile weights) {
        AtomicFile.write(file, out -> write(out, weights));
    }

    private static void write(WritableByteChannel out, WeightFile weights) throws IOException {
        byte[] json = SafetensorsHeader.of(weights).toJson().getBytes(StandardCharsets.UTF_8);
        // The values begin at a multiple of eight, so that readers can map them.
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        ByteBuffer head = ByteBuffer.allocate(8 + padded.length).order(ByteOrder.LITTLE_ENDIAN);
        out.write(head.putLong(padded.length).put(padded).flip());
        for (Tensor tensor : weights.tensors().values()) {
            out.write(tensor.data());
        }
    }
}
