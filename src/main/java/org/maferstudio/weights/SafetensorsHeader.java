package org.maferstudio.weights;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.texts.Texts;

/**
 * The JSON at the start of a safetensors file: where each tensor lies.
 *
 * @param entries by name, in the header's order
 * @param metadata free texts by name
 * @param dataSize how many bytes follow the header
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata, long dataSize) {
    private static final String METADATA = "__metadata__";

    private static final int LONGEST_NAME = 1000;

    /** More dimensions than any tensor of a network has. */
    private static final int MOST_DIMENSIONS = 16;

    /** Where a tensor lies: from {@code begin} to before {@code end}, in bytes after the header. */
    record Entry(ElementType type, List<Long> shape, long begin, long end) {}

    /**
     * Reads a header and checks it against the size of what follows.
     *
     * @param json the header's text
     * @param dataSize how many bytes follow the header
     * @throws IOException if it is no header, or lies about sizes or places
     */
    static SafetensorsHeader parse(String json, long dataSize) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                checkName(name);
                if (name.equals(METADATA)) {
                    readMetadata(reader, metadata);
                } else if (entries.put(name, readEntry(reader, name)) != null) {
                    throw new MalformedFile(Texts.of("weights.safetensors.error.twice", name));
                }
            }
            reader.endObject();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedFile(Texts.of("weights.safetensors.error.trailing"));
            }
        } catch (MalformedJsonException | EOFException | IllegalStateException | NumberFormatException e) {
            throw new IOException("its header is not the JSON of a safetensors file", e);
        }
        checkPlaces(entries, dataSize);
        return new SafetensorsHeader(entries, metadata, dataSize);
    }

    private static void checkName(String name) throws IOException {
        if (MalformedFile.hasControls(name) || name.length() > LONGEST_NAME) {
            throw new MalformedFile(Texts.of("weights.tensor.error.name", MalformedFile.quoted(name)));
        }
    }

    private static void readMetadata(JsonReader reader, Map<String, String> metadata) throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            metadata.put(reader.nextName(), reader.nextString());
        }
        reader.endObject();
    }

    private static Entry readEntry(JsonReader reader, String name) throws IOException {
        ElementType type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        reader.beginObject();
        while (reader.hasNext()) {
            String field = reader.nextName();
            switch (field) {
                case "dtype" -> type = readType(reader, name);
                case "shape" -> shape = readNumbers(reader, name);
                case "data_offsets" -> offsets = readNumbers(reader, name);
                default ->
                    throw new MalformedFile(
                            Texts.of("weights.safetensors.error.field", name, MalformedFile.quoted(field)));
            }
        }
        reader.endObject();
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new MalformedFile(Texts.of("weights.safetensors.error.incomplete", name));
        }
        return checked(name, new Entry(type, shape, offsets.get(0), offsets.get(1)));
    }

    private static ElementType readType(JsonReader reader, String name) throws IOException {
        String type = reader.nextString();
        return ElementType.of(type)
                .orElseThrow(() -> new MalformedFile(
                        Texts.of("weights.safetensors.error.dtype", name, MalformedFile.quoted(type))));
    }

    private static List<Long> readNumbers(JsonReader reader, String name) throws IOException {
        List<Long> numbers = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            long number = reader.nextLong();
            if (number < 0 || numbers.size() == MOST_DIMENSIONS) {
                throw new MalformedFile(Texts.of("weights.safetensors.error.shape", name));
            }
            numbers.add(number);
        }
        reader.endArray();
        return numbers;
    }

    private static Entry checked(String name, Entry entry) throws IOException {
        long bytes = entry.type().bytes();
        try {
            for (long size : entry.shape()) {
                bytes = Math.multiplyExact(bytes, size);
            }
        } catch (ArithmeticException e) {
            throw new IOException("the tensor " + name + " is larger than any file", e);
        }
        if (entry.end() < entry.begin() || entry.end() - entry.begin() != bytes) {
            throw new MalformedFile(Texts.of(
                    "weights.safetensors.error.bytes",
                    name,
                    entry.shape(),
                    entry.type(),
                    bytes,
                    entry.begin(),
                    entry.end()));
        }
        return entry;
    }

    /** The format allows neither overlaps nor holes: each tensor begins where another ends. */
    private static void checkPlaces(Map<String, Entry> entries, long dataSize) throws IOException {
        List<Map.Entry<String, Entry>> inPlace = new ArrayList<>(entries.entrySet());
        inPlace.sort(Comparator.comparingLong(
                        (Map.Entry<String, Entry> e) -> e.getValue().begin())
                .thenComparingLong(e -> e.getValue().end()));
        long end = 0;
        for (Map.Entry<String, Entry> entry : inPlace) {
            if (entry.getValue().begin() != end) {
                throw new MalformedFile(Texts.of(
                        "weights.safetensors.error.gap",
                        entry.getKey(),
                        entry.getValue().begin(),
                        end));
            }
            end = entry.getValue().end();
        }
        if (end != dataSize) {
            throw new MalformedFile(Texts.of("weights.safetensors.error.dataSize", end, dataSize));
        }
    }

    /** The header of these tensors, one behind the other in order. */
    static SafetensorsHeader of(WeightFile file) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        long end = 0;
        for (Tensor tensor : file.tensors().values()) {
            long begin = end;
            end += tensor.data().remaining();
            entries.put(tensor.name(), new Entry(tensor.type(), tensor.shape(), begin, end));
        }
        return new SafetensorsHeader(entries, file.metadata(), end);
    }

    /** The header as JSON on one line. */
    String toJson() {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.beginObject();
            if (!metadata.isEmpty()) {
                writer.name(METADATA).beginObject();
                for (Map.Entry<String, String> entry : metadata.entrySet()) {
                    writer.name(entry.getKey()).value(entry.getValue());
                }
                writer.endObject();
            }
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                write(writer.name(entry.getKey()), entry.getValue());
            }
            writer.endObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can always be written", e);
        }
        return text.toString();
    }

    private static void write(JsonWriter writer, Entry entry) throws IOException {
        writer.beginObject()
                .name("dtype")
                .value(entry.type().name())
                .name("shape")
                .beginArray();
        for (long size : entry.shape()) {
            writer.value(size);
        }
        writer.endArray().name("data_offsets").beginArray();
        writer.value(entry.begin()).value(entry.end());
        writer.endArray().endObject();
    }
}
