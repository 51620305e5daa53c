package org.maferstudio.weights;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Instance;
import org.maferstudio.weights.PickleValue.Name;
import org.maferstudio.weights.PickleValue.Part;
import org.maferstudio.weights.PickleValue.Sequence;
import org.maferstudio.weights.PickleValue.Storage;
import org.maferstudio.weights.PickleValue.Text;
import org.maferstudio.weights.PickleValue.Whole;

/**
 * The storages that a pickle names by persistent ids: {@code ('storage', class, key, device, elements)}, in the old
 * format with a sixth item that says which part of the storage is meant. The old format names modules' classes so, too:
 * {@code ('module', class, file, source)}; file and source are passed over.
 */
final class StorageTable {
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("DoubleStorage", ElementType.F64),
            Map.entry("FloatStorage", ElementType.F32),
            Map.entry("HalfStorage", ElementType.F16),
            Map.entry("BFloat16Storage", ElementType.BF16),
            Map.entry("LongStorage", ElementType.I64),
            Map.entry("IntStorage", ElementType.I32),
            Map.entry("ShortStorage", ElementType.I16),
            Map.entry("CharStorage", ElementType.I8),
            Map.entry("ByteStorage", ElementType.U8),
            Map.entry("BoolStorage", ElementType.BOOL));

    private final Map<String, Storage> byKey = new LinkedHashMap<>();

    /** Whether a name is that of a storage's class, on whatever device. */
    static boolean isClass(Name name) {
        return (name.module().equals("torch") || name.module().equals("torch.cuda")) && TYPES.containsKey(name.name());
    }

    /** The storage of a key, as the pickle has described it. */
    Storage get(String key) throws IOException {
        Storage storage = byKey.get(key);
        if (storage == null) {
            throw new MalformedFile(Texts.of("weights.torch.error.unusedStorage", MalformedFile.quoted(key)));
        }
        return storage;
    }

    /** What a persistent id means. */
    PickleValue find(PickleValue id) throws IOException {
        if (!(id instanceof Sequence items) || !(items.item(0) instanceof Text kind)) {
            throw new MalformedFile(Texts.of("weights.pickle.error.persistentId"));
        }
        if (kind.value().equals("module") && items.item(1) instanceof Name type) {
            return type;
        }
        if (kind.value().equals("storage") && items.item(1) instanceof Name type && !isClass(type)) {
            // Of a type that no weight has, such as a quantised one.
            return new Instance(type, items);
        }
        if (!kind.value().equals("storage")
                || !(items.item(1) instanceof Name type)
                || !(items.item(2) instanceof Text key)) {
            throw new MalformedFile(Texts.of("weights.pickle.error.persistentId"));
        }
        Storage storage = new Storage(key.value(), TYPES.get(type.name()), number(items.item(4)));
        Storage first = byKey.computeIfAbsent(storage.key(), ignored -> storage);
        if (!first.equals(storage)) {
            throw new MalformedFile(
                    Texts.of("weights.torch.error.storageDescribedTwice", MalformedFile.quoted(key.value())));
        }
        // ('key of the part', offset, elements) in the old format
        long offset = items.item(5) instanceof Sequence part ? number(part.item(1)) : 0;
        return new Part(first, offset);
    }

    /** A number of elements; refused if they would have more bytes than any file. */
    static long number(PickleValue value) throws IOException {
        if (value instanceof Whole whole
                && whole.value().signum() >= 0
                && whole.value().bitLength() < 48) {
            return whole.value().longValue();
        }
        throw new MalformedFile(Texts.of("weights.pickle.error.size"));
    }
}
