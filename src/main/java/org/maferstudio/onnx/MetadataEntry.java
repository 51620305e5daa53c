package org.maferstudio.onnx;

import java.io.IOException;

/** Reads pairs of key and value. */
final class MetadataEntry {
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private MetadataEntry() {}

    /** Key and value of the pair that the reader's current field holds. */
    static String[] read(ProtobufReader reader) throws IOException {
        String[] entry = {"", ""};
        reader.message(field -> {
            if (field == KEY) {
                entry[0] = reader.text();
            } else if (field == VALUE) {
                entry[1] = reader.value();
            }
        });
        return entry;
    }
}
