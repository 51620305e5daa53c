package org.maferstudio.weights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.Map;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Constant;
import org.maferstudio.weights.PickleValue.Mapping;
import org.maferstudio.weights.PickleValue.Sequence;
import org.maferstudio.weights.PickleValue.Storage;
import org.maferstudio.weights.PickleValue.Text;
import org.maferstudio.weights.PickleValue.Whole;

/**
 * A file of {@code torch.save} before PyTorch 1.6: five pickles (a mark, a version, facts about the machine, the object,
 * the keys of the storages), then each storage as its number of elements, in eight bytes, and the elements.
 */
final class TorchLegacy implements TorchFile {
    private static final PickleValue MARK = new Whole(new BigInteger("1950a86a20f9469cfc6c", 16));
    private static final PickleValue VERSION = Whole.of(1001);

    private final SeekableByteChannel channel;
    private final PickleValue root;
    private final String format;
    private final Map<Storage, Long> places = new HashMap<>();

    TorchLegacy(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        PickleInput in =
                new PickleInput(new BufferedInputStream(Channels.newInputStream(channel.position(0))), channel.size());
        StorageTable storages = new StorageTable();
        PickleValue first = PickleMachine.read(in, storages);
        if (!first.equals(MARK)) {
            // Not of torch.save, but a pickle all the same: NumPy's arrays in a dictionary, say.
            this.root = first;
            this.format = Texts.of("weights.format.pickle");
            return;
        }
        this.format = Texts.of("weights.format.torchOld");
        if (!PickleMachine.read(in, storages).equals(VERSION)) {
            throw new MalformedFile(Texts.of("weights.torch.error.version"));
        }
        if (PickleMachine.read(in, storages) instanceof Mapping machine
                && machine.get("little_endian") == Constant.FALSE) {
            throw new MalformedFile(BIG_ENDIAN, SAVE_ELSEWHERE);
        }
        this.root = PickleMachine.read(in, storages);
        if (!(PickleMachine.read(in, storages) instanceof Sequence keys)) {
            throw new MalformedFile(Texts.of("weights.torch.error.storageList"));
        }
        locate(keys, storages, in.count());
    }

    private void locate(Sequence keys, StorageTable storages, long start) throws IOException {
        long at = start;
        for (PickleValue key : keys.items()) {
            if (!(key instanceof Text text)) {
                throw new MalformedFile(Texts.of("weights.torch.error.storageList"));
            }
            Storage storage = storages.get(text.value());
            long elements = FileBytes.read(channel, at, 8).getLong();
            if (elements != storage.elements()) {
                throw new MalformedFile(Texts.of(
                        "weights.torch.error.storageSize",
                        MalformedFile.quoted(storage.key()),
                        elements,
                        storage.elements()));
            }
            if (places.put(storage, at + 8) != null) {
                throw new MalformedFile(
                        Texts.of("weights.torch.error.storageTwice", MalformedFile.quoted(storage.key())));
            }
            at += 8 + storage.bytes();
        }
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
        Long at = places.get(storage);
        if (at == null) {
            throw new MalformedFile(
                    Texts.of("weights.torch.error.storageMissing", MalformedFile.quoted(storage.key())));
        }
        return FileBytes.read(channel, at, storage.bytes());
    }
}
