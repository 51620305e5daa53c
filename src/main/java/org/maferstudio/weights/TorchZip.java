package org.maferstudio.weights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Storage;

/** A file of {@code torch.save} since PyTorch 1.6: a zip with {@code NAME/data.pkl} and {@code NAME/data/KEY}. */
final class TorchZip implements TorchFile {
    static final String PICKLE = "data.pkl";

    private final SeekableByteChannel channel;
    private final Map<String, ZipDirectory.Entry> entries;
    private final String folder;
    private final PickleValue root;

    TorchZip(SeekableByteChannel channel, Map<String, ZipDirectory.Entry> entries) throws IOException {
        this.channel = channel;
        this.entries = entries;
        this.folder = folder();
        checkByteOrder();
        ZipDirectory.Entry pickle = entry(PICKLE);
        FileBytes.checkMemory(pickle.size());
        byte[] bytes = ZipEntryBytes.read(channel, pickle, pickle.size()).array();
        this.root =
                PickleMachine.read(new PickleInput(new ByteArrayInputStream(bytes), bytes.length), new StorageTable());
    }

    private String folder() throws IOException {
        for (String name : entries.keySet()) {
            if (name.equals(PICKLE) || name.endsWith("/" + PICKLE)) {
                return name.substring(0, name.length() - PICKLE.length());
            }
        }
        throw WeightFileKind.zip(entries.keySet());
    }

    private void checkByteOrder() throws IOException {
        ZipDirectory.Entry order = entries.get(folder + "byteorder");
        if (order != null) {
            ByteBuffer bytes = ZipEntryBytes.read(channel, order, Math.min(order.size(), 16));
            if (!StandardCharsets.US_ASCII.decode(bytes).toString().strip().equals("little")) {
                throw new MalformedFile(TorchFile.BIG_ENDIAN, TorchFile.SAVE_ELSEWHERE);
            }
        }
    }

    private ZipDirectory.Entry entry(String name) throws IOException {
        ZipDirectory.Entry entry = entries.get(folder + name);
        if (entry == null) {
            throw new MalformedFile(Texts.of("weights.zip.error.entryMissing", MalformedFile.quoted(folder + name)));
        }
        return entry;
    }

    @Override
    public String format() {
        return entries.containsKey(folder + "constants.pkl")
                ? Texts.of("weights.format.torchScript")
                : Texts.of("weights.format.torchZip");
    }

    @Override
    public PickleValue root() {
        return root;
    }

    @Override
    public ByteBuffer read(Storage storage) throws IOException {
        return ZipEntryBytes.read(channel, entry("data/" + storage.key()), storage.bytes());
    }
}
