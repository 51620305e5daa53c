package org.maferstudio.weights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Array;
import org.maferstudio.weights.PickleValue.Constant;
import org.maferstudio.weights.PickleValue.Mapping;
import org.maferstudio.weights.PickleValue.Storage;
import org.maferstudio.weights.PickleValue.Text;

/**
 * A file of {@code numpy.savez}, a zip of arrays, or of {@code numpy.save}, one array, which may be an object such as a
 * dictionary; see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy's format</a>.
 */
final class NumpyFile implements TorchFile {
    static final String ENDING = ".npy";

    /** The byte 0x93 and the letters NUMPY, little-endian. */
    private static final long MAGIC = 0x5950_4d55_4e93L;

    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']{1,20})'");
    private static final Pattern COLUMNS_FIRST = Pattern.compile("'fortran_order'\\s*:\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]{0,300})\\)");

    private final PickleValue root;
    private final String format;

    private NumpyFile(PickleValue root, String format) {
        this.root = root;
        this.format = format;
    }

    /** Whether a file begins as one array does. */
    static boolean isArray(ByteBuffer start) {
        return (start.getLong(0) & 0xffff_ffff_ffffL) == MAGIC;
    }

    /** The arrays of a zip file. */
    static NumpyFile zip(SeekableByteChannel channel, Map<String, ZipDirectory.Entry> entries) throws IOException {
        FileBytes.checkMemory(3 * channel.size());
        Mapping arrays = new Mapping();
        for (ZipDirectory.Entry entry : entries.values()) {
            if (entry.name().endsWith(ENDING)) {
                String name = entry.name().substring(0, entry.name().length() - ENDING.length());
                arrays.entries().put(new Text(name), array(ZipEntryBytes.read(channel, entry, entry.size())));
            }
        }
        return new NumpyFile(arrays, Texts.of("weights.format.npz"));
    }

    /** One array, or the object in it. */
    static NumpyFile single(SeekableByteChannel channel) throws IOException {
        FileBytes.checkMemory(3 * channel.size());
        return new NumpyFile(array(FileBytes.read(channel, 0, channel.size())), Texts.of("weights.format.npy"));
    }

    /** An array as it is, an object as the pickle says; nothing for numbers of types that no weight has. */
    private static PickleValue array(ByteBuffer file) throws IOException {
        if (file.remaining() < 10 || !isArray(file)) {
            throw new MalformedFile(Texts.of("weights.numpy.error.array"));
        }
        boolean old = file.get(6) == 1;
        long length = old ? file.getShort(8) & 0xffff : file.remaining() < 12 ? 0 : file.getInt(8) & 0xffff_ffffL;
        int start = old ? 10 : 12;
        if (length > LONGEST_HEADER || length > file.remaining() - start) {
            throw new MalformedFile(Texts.of("weights.numpy.error.array"));
        }
        byte[] bytes = new byte[file.remaining() - start];
        file.get(start, bytes);
        String header = new String(bytes, 0, (int) length, StandardCharsets.ISO_8859_1);
        Matcher description = DESCRIPTION.matcher(header);
        Matcher sizes = SHAPE.matcher(header);
        if (!description.find() || !sizes.find()) {
            return Constant.NONE;
        }
        int data = (int) length;
        if (description.group(1).endsWith("O")) {
            PickleInput in =
                    new PickleInput(new ByteArrayInputStream(bytes, data, bytes.length - data), bytes.length - data);
            return PickleMachine.read(in, new StorageTable());
        }
        Optional<ElementType> type = NumpyArrays.type(description.group(1));
        List<Long> shape = shape(sizes.group(1));
        if (type.isEmpty() || NumpyArrays.bytes(shape, type.get()) != bytes.length - data) {
            return Constant.NONE;
        }
        Text values = new Text(new String(bytes, data, bytes.length - data, StandardCharsets.ISO_8859_1));
        return new Array(type.get(), shape, COLUMNS_FIRST.matcher(header).find(), values);
    }

    private static List<Long> shape(String sizes) throws IOException {
        List<Long> shape = new ArrayList<>();
        for (String size : sizes.replace("L", "").split(",", -1)) {
            if (!size.isBlank()) {
                String digits = size.strip();
                if (digits.length() > 12 || shape.size() == 16) {
                    throw new MalformedFile(Texts.of("weights.tensor.error.shape"));
                }
                try {
                    shape.add(Long.valueOf(digits));
                } catch (NumberFormatException e) {
                    throw new IOException("an array has a shape that cannot be", e);
                }
            }
        }
        return List.copyOf(shape);
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public PickleValue root() {
        return root;
    }

    @Override
    public ByteBuffer read(Storage storage) throws IOException {
        throw new MalformedFile(Texts.of("weights.torch.error.storageMissing", MalformedFile.quoted(storage.key())));
    }
}
