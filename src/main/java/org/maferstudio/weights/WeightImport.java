package org.maferstudio.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Pickled.Storage;
import org.maferstudio.weights.Pickled.View;

/**
 * Weights as they were found in a file of any format: safetensors, or what {@code torch.save} writes, old or new: a
 * whole module, a checkpoint or a state dict.
 *
 * @param found what the file is and where in it the weights lay, for people; no full stop
 * @param weights the tensors under the names that PyTorch's {@code state_dict()} gives them
 */
public record WeightImport(String found, WeightFile weights) {
    private static final int ZIP = 0x04034b50;
    private static final int PICKLE = 0x80;

    /** How many times the memory of its storages a file's tensors may take, when they share them. */
    private static final long MOST_SHARING = 4;

    /**
     * Reads a weight file, whatever its name; what it is, its first bytes say. Nothing in it is run.
     *
     * @throws Problem if there is no such file, or it holds no weights that can be read
     */
    public static WeightImport read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The same of an open file. */
    static WeightImport read(SeekableByteChannel channel) throws IOException {
        if (channel.size() < 8) {
            throw new Malformed(Texts.of("weights.it-has-bytes", channel.size()));
        }
        ByteBuffer start = FileBytes.read(channel, 0, 8);
        if (start.getInt(0) == ZIP) {
            return of(new TorchZip(channel));
        }
        if ((start.get(0) & 0xff) == PICKLE && start.get(1) <= 5) {
            return of(new TorchLegacy(channel));
        }
        return new WeightImport("safetensors", Safetensors.read(channel));
    }

    /** The problem that a failed reading is. */
    static Problem unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return Problem.input(Texts.of("weights.there-is-no-file-check-the-name", file), cause);
        }
        return Problem.input(
                Texts.of("weights.the-weight-file-cannot-be-read", file, cause.getMessage(), Malformed.wayOut(cause)),
                cause);
    }

    private static WeightImport of(TorchFile file) throws IOException {
        NamedViews.Found found = NamedViews.find(file.root());
        checkSize(found.views());
        Map<Storage, ByteBuffer> storages = new HashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, View> entry : found.views().entrySet()) {
            View view = entry.getValue();
            ByteBuffer storage = storages.get(view.storage());
            if (storage == null) {
                storage = file.read(view.storage());
                storages.put(view.storage(), storage);
            }
            tensors.put(
                    entry.getKey(),
                    new Tensor(entry.getKey(), view.storage().type(), view.shape(), Strides.elements(view, storage)));
        }
        String what = found.type().isEmpty()
                ? Texts.of("weights.a-dictionary-of-tensors")
                : Texts.of("weights.a-whole-module", found.type());
        String where = found.place().isEmpty() ? "" : Texts.of("weights.taken-from", Malformed.quoted(found.place()));
        return new WeightImport(
                Texts.of("weights.in", what, file.format(), where), new WeightFile(tensors, Map.of("format", "pt")));
    }

    private static void checkSize(Map<String, View> views) throws IOException {
        Set<Storage> storages = new LinkedHashSet<>();
        long needed = 0;
        for (View view : views.values()) {
            storages.add(view.storage());
            needed += Strides.elements(view) * view.storage().type().bytes();
        }
        long held = storages.stream().mapToLong(Storage::bytes).sum();
        if (needed > MOST_SHARING * held) {
            throw new Malformed(Texts.of("weights.its-tensors-together-are-many"));
        }
        FileBytes.checkMemory(held);
    }
}
