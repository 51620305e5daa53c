package org.maferstudio.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.maferstudio.files.AtomicFile;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.Problem;

/**
 * Writes a checkpoint as {@code torch.save} of PyTorch 1.6 and later does: a zip with {@code data.pkl}, and the values of
 * each tensor in an entry of its own, neither compressed. It is a dictionary with the tensors under {@link #TENSORS} and
 * the metadata beside them, and names no class that {@code torch.load(FILE, weights_only=True)} refuses.
 */
public final class TorchStateDict {
    /** The key of the tensors, which MAFER's scripts and many others use. */
    public static final String TENSORS = "model_state_dict";

    /** PyTorch aligns values to this many bytes, so that they can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    /** The size of an entry's local header before its name and of an extra field's header, and the id of PyTorch's. */
    private static final int HEADER = 30;

    private static final int EXTRA_HEADER = 4;
    private static final byte[] EXTRA_ID = {'F', 'B'};

    /** The version of the zip format that PyTorch 1.6 to 2 write for tensors. */
    private static final String VERSION = "3\n";

    private TorchStateDict() {}

    /**
     * Writes a file atomically.
     *
     * @throws Problem if it cannot be written
     */
    public static void write(Path file, WeightFile weights) {
        AtomicFile.write(file, out -> {
            Counting counting = new Counting(Channels.newOutputStream(out));
            try (ZipOutputStream zip = new ZipOutputStream(counting, StandardCharsets.UTF_8)) {
                zip.setMethod(ZipOutputStream.STORED);
                put(zip, counting, TorchZip.PICKLE, ByteBuffer.wrap(pickle(weights)));
                put(zip, counting, "byteorder", ascii("little"));
                int key = 0;
                for (Tensor tensor : weights.tensors().values()) {
                    put(zip, counting, "data/" + key, tensor.data());
                    key++;
                }
                put(zip, counting, "version", ascii(VERSION));
            }
        });
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void put(ZipOutputStream zip, Counting counting, String name, ByteBuffer bytes) throws IOException {
        ZipEntry entry = new ZipEntry(OutputFile.TORCH_FOLDER + "/" + name);
        CRC32 checksum = new CRC32();
        checksum.update(bytes.duplicate());
        entry.setSize(bytes.remaining());
        entry.setCrc(checksum.getValue());
        // Always the same, so that equal networks give equal files. Java adds a field of its own to the first of
        // January.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 2, 0, 0));
        entry.setExtra(padding(counting.count + HEADER + entry.getName().length()));
        zip.putNextEntry(entry);
        byte[] piece = new byte[1 << 16];
        for (ByteBuffer rest = bytes.duplicate(); rest.hasRemaining(); ) {
            int length = Math.min(piece.length, rest.remaining());
            rest.get(piece, 0, length);
            zip.write(piece, 0, length);
        }
        zip.closeEntry();
        zip.flush();
    }

    /** An extra field after which the values are aligned. */
    private static byte[] padding(long start) {
        int length = (int) (ALIGNMENT - (start + EXTRA_HEADER) % ALIGNMENT) % ALIGNMENT;
        byte[] extra = new byte[EXTRA_HEADER + length];
        extra[0] = EXTRA_ID[0];
        extra[1] = EXTRA_ID[1];
        extra[2] = (byte) length;
        return extra;
    }

    /** The dictionary, in which a tensor is the type, key and number of its values, and its shape. */
    private static byte[] pickle(WeightFile weights) {
        PickleOutput pickle = new PickleOutput();
        pickle.dictionary().mark().text(TENSORS).orderedDictionary().mark();
        int key = 0;
        for (Tensor tensor : weights.tensors().values()) {
            pickle.text(tensor.name());
            put(pickle, tensor, key);
            key++;
        }
        pickle.items();
        weights.metadata().forEach((name, value) -> pickle.text(name).text(value));
        return pickle.items().finished();
    }

    /** {@code _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, backward_hooks)}. */
    private static void put(PickleOutput pickle, Tensor tensor, int key) {
        pickle.name("torch._utils", "_rebuild_tensor_v2").mark();
        pickle.mark().text("storage").name("torch", storage(tensor.type()));
        pickle.text(Integer.toString(key)).text("cpu").whole(tensor.elements());
        pickle.tuple().outside();
        pickle.whole(0).wholes(tensor.shape()).wholes(strides(tensor.shape()));
        pickle.no().orderedDictionary().tuple().call();
    }

    private static String storage(ElementType type) {
        return switch (type) {
            case F64 -> "DoubleStorage";
            case F32 -> "FloatStorage";
            case F16 -> "HalfStorage";
            case BF16 -> "BFloat16Storage";
            case I64 -> "LongStorage";
            case I32 -> "IntStorage";
            case I16 -> "ShortStorage";
            case I8 -> "CharStorage";
            case U8 -> "ByteStorage";
            case BOOL -> "BoolStorage";
            case U64, U32, U16 -> throw new IllegalArgumentException("PyTorch has no storage of " + type);
        };
    }

    /** How many elements lie between neighbours in each dimension. */
    private static List<Long> strides(List<Long> shape) {
        List<Long> strides = new ArrayList<>(shape);
        long step = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            strides.set(i, step);
            step *= shape.get(i);
        }
        return strides;
    }

    /** Counts what passes. */
    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long count;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
