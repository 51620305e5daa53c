package org.maferstudio.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/** Reads what a stored tensor declares, without its values, and holds it to its data. */
final class StoredTensor {
    private static final int MOST_DIMENSIONS = 16;

    private static final int DIMENSIONS = 1;
    private static final int TYPE = 2;
    private static final int SEGMENT = 3;
    static final int FLOATS = 4;
    static final int INT32S = 5;
    private static final int NAME = 8;
    static final int RAW = 9;
    static final int DOUBLES = 10;
    private static final int UINT64S = 11;
    private static final int EXTERNAL = 13;
    private static final int LOCATION = 14;

    private final ProtobufReader reader;
    private final Map<String, String> external = new HashMap<>();
    private String name = "";
    private final List<Long> shape = new ArrayList<>();
    private long elements = 1;
    private long type;
    private long data;
    private boolean raw;
    private boolean outside;
    private boolean broken;

    private StoredTensor(ProtobufReader reader) {
        this.reader = reader;
    }

    /** Reads the tensor that the reader's current field holds. */
    static OnnxTensor read(ProtobufReader reader) throws IOException {
        return new StoredTensor(reader).declared();
    }

    private OnnxTensor declared() throws IOException {
        long start = reader.position();
        reader.message(this::field);
        OnnxType known = OnnxType.of(type)
                .filter(each -> each != OnnxType.STRING)
                .orElseThrow(() -> new MalformedOnnx(
                        Texts.of("onnx.reason.tensorType", Printable.line(name)), Texts.of("onnx.advice.numbers")));
        if (broken) {
            throw new MalformedOnnx(Texts.of("onnx.reason.tensorShape", Printable.line(name)));
        }
        long bytes;
        try {
            bytes = known.bytes(elements);
        } catch (ArithmeticException e) {
            throw new MalformedOnnx(Texts.of("onnx.reason.tensorShape", Printable.line(name)));
        }
        // Numbers of unknown length need a byte each, but two of four bits share one.
        boolean fits = outside ? data == 0 : raw ? data == bytes : data >= elements / 2;
        if (!fits) {
            throw new MalformedOnnx(
                    Texts.of("onnx.reason.tensorData", Printable.line(name), bytes, outside ? 0 : data));
        }
        return new OnnxTensor(name, known, shape, bytes, start, outside ? external : Map.of());
    }

    private void field(int field) throws IOException {
        switch (field) {
            case DIMENSIONS -> reader.numbers(this::multiply);
            case TYPE -> type = reader.number();
            case NAME -> name = reader.text();
            case RAW -> {
                raw = true;
                data += reader.skipBytes();
            }
            case EXTERNAL -> {
                String[] entry = MetadataEntry.read(reader);
                external.put(entry[0], entry[1]);
            }
            case LOCATION -> outside = reader.number() == 1;
            case SEGMENT -> broken = true;
            default -> {
                if (field >= FLOATS && field <= UINT64S) {
                    data += reader.isBytes() ? reader.skipBytes() : 1;
                }
            }
        }
    }

    private void multiply(long size) {
        try {
            elements = Math.multiplyExact(elements, size);
            broken |= size < 0 || shape.size() == MOST_DIMENSIONS;
            if (!broken) {
                shape.add(size);
            }
        } catch (ArithmeticException e) {
            broken = true;
        }
    }
}
