package org.maferstudio.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/** Reads the values of a file's stored tensors into memory. */
public final class StoredValues {
    /** What Java copies at once, through memory of the same size outside its heap. */
    private static final int PIECE = 1 << 20;

    private final OnnxFile file;
    private final FileChannel channel;
    private final ProtobufReader reader;

    private StoredValues(OnnxFile file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.reader = new ProtobufReader(channel);
    }

    /**
     * The values of each of these tensors of floating-point numbers, little-endian.
     *
     * @throws Problem if the file has fewer or more values than a tensor declares, or can no longer be read
     */
    public static List<ByteBuffer> read(OnnxFile file, List<OnnxTensor> tensors) {
        try (FileChannel channel = FileChannel.open(InputFile.of(file.path()), StandardOpenOption.READ)) {
            StoredValues stored = new StoredValues(file, channel);
            List<ByteBuffer> values = new ArrayList<>();
            for (OnnxTensor tensor : tensors) {
                values.add(stored.of(tensor));
            }
            return values;
        } catch (IOException e) {
            throw OnnxFile.unreadable(file.path(), e);
        }
    }

    private ByteBuffer of(OnnxTensor tensor) throws IOException {
        if (tensor.bytes() > Integer.MAX_VALUE - 8) {
            throw new MalformedOnnx(
                    Texts.of("onnx.reason.weights", OnnxFile.MOST_BYTES >> 20), Texts.of("onnx.advice.classifier"));
        }
        ByteBuffer values = ByteBuffer.allocate((int) tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (tensor.external().isEmpty()) {
            inside(tensor, values);
        } else {
            ExternalData data = ExternalData.of(file.path(), tensor);
            try (FileChannel beside = FileChannel.open(InputFile.of(data.file()), StandardOpenOption.READ)) {
                copy(beside, data.offset(), values);
            }
        }
        if (values.hasRemaining()) {
            throw malformed(tensor, values.position());
        }
        return values.flip();
    }

    private void inside(OnnxTensor tensor, ByteBuffer values) throws IOException {
        reader.back(tensor.start());
        reader.message(field -> {
            switch (field) {
                case StoredTensor.RAW, StoredTensor.FLOATS, StoredTensor.DOUBLES -> {
                    long length = reader.skipNumbers();
                    if (length > values.remaining()) {
                        throw malformed(tensor, values.position() + length);
                    }
                    copy(channel, reader.position() - length, values.limit(values.position() + (int) length));
                    values.limit(values.capacity());
                }
                case StoredTensor.INT32S ->
                    reader.numbers(number -> {
                        // Numbers of 16 bits that are written one by one.
                        if (values.remaining() < Short.BYTES) {
                            throw malformed(tensor, tensor.bytes() + Short.BYTES);
                        }
                        values.putShort((short) number);
                    });
                default -> {}
            }
        });
    }

    /** Fills a buffer up to its limit. */
    private static void copy(FileChannel from, long start, ByteBuffer target) throws IOException {
        int end = target.limit();
        for (long at = start; target.position() < end; ) {
            target.limit((int) Math.min(end, (long) target.position() + PIECE));
            int read = from.read(target, at);
            if (read <= 0) {
                throw new MalformedOnnx(Texts.of("onnx.reason.truncated"));
            }
            at += read;
        }
    }

    private static MalformedOnnx malformed(OnnxTensor tensor, long found) {
        return new MalformedOnnx(
                Texts.of("onnx.reason.tensorData", Printable.line(tensor.name()), tensor.bytes(), found));
    }
}
