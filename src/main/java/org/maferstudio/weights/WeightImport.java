package org.maferstudio.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.onnx.OnnxNode;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Array;
import org.maferstudio.weights.PickleValue.Numbers;
import org.maferstudio.weights.PickleValue.Storage;
import org.maferstudio.weights.PickleValue.View;

/**
 * Weights as they were found in a file of any format: safetensors, what {@code torch.save} writes, old or new (a whole
 * module, a checkpoint or a state dict), TorchScript, arrays of NumPy, or ONNX.
 *
 * @param format what the file is, for display; no full stop
 * @param parts the collections of tensors in it, in its order; at least one
 * @param nodes the operations that use the tensors, in the order of computation; empty if the file has none
 */
public record WeightImport(String format, List<Part> parts, List<OnnxNode> nodes) {
    public WeightImport {
        parts = List.copyOf(parts);
        nodes = List.copyOf(nodes);
    }

    /** Tensors without the operations that use them. */
    public WeightImport(String format, List<Part> parts) {
        this(format, parts, List.of());
    }

    /**
     * Tensors that lie together in a file.
     *
     * @param place the keys that lead there, with dots; empty if they lie at the top
     * @param type the class of the module; empty for a dictionary
     * @param weights the tensors under the names that PyTorch's {@code state_dict()} gives them
     */
    public record Part(String place, String type, WeightFile weights) {
        private long elements() {
            return weights.tensors().values().stream()
                    .mapToLong(Tensor::elements)
                    .sum();
        }

        /** Whether another part holds a network of the same layers. */
        private boolean sameLayers(Part other) {
            return weights.tensors().keySet().equals(other.weights.tensors().keySet());
        }
    }

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
        try (FileChannel channel = FileChannel.open(InputFile.of(file), StandardOpenOption.READ)) {
            return OnnxWeights.isOnnx(channel) ? OnnxWeights.read(file) : read(channel);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The same of an open file. */
    static WeightImport read(SeekableByteChannel channel) throws IOException {
        if (channel.size() == 0) {
            throw new MalformedFile(Texts.of("weights.file.error.empty"));
        }
        if (channel.size() < 8) {
            throw new MalformedFile(Texts.of("weights.file.error.tooShort", channel.size()));
        }
        ByteBuffer start = FileBytes.read(channel, 0, 8);
        if (start.getInt(0) == ZIP) {
            Map<String, ZipDirectory.Entry> entries = ZipDirectory.read(channel);
            boolean arrays = !entries.isEmpty() && entries.keySet().stream().allMatch(WeightImport::isArray);
            return of(arrays ? NumpyFile.zip(channel, entries) : new TorchZip(channel, entries));
        }
        if (NumpyFile.isArray(start)) {
            return of(NumpyFile.single(channel));
        }
        if ((start.get(0) & 0xff) == PICKLE && start.get(1) <= 5) {
            return of(new TorchLegacy(channel));
        }
        return new WeightImport("safetensors", List.of(new Part("", "", Safetensors.read(channel))));
    }

    private static boolean isArray(String entry) {
        return entry.endsWith(NumpyFile.ENDING);
    }

    /** The part with the most numbers; of copies the original, as far as names show, else the first. */
    public Part main() {
        Part largest = parts.get(0);
        for (Part part : parts) {
            if (part.elements() > largest.elements()) {
                largest = part;
            }
        }
        List<String> copies = copies(largest);
        Optional<String> original = NetworkCopies.original(copies);
        Part first = largest;
        return parts.stream()
                .filter(part -> original.isPresent() && part.place().equals(original.get()))
                .findFirst()
                .orElse(first);
    }

    /** The places of the parts that hold the same layers as one of them, itself among them. */
    private List<String> copies(Part one) {
        return parts.stream().filter(one::sameLayers).map(Part::place).toList();
    }

    /** The kind of file and the entry with the weights, for display; no full stop. */
    public String found() {
        return found(main());
    }

    /** The same of one of its parts. */
    public String found(Part part) {
        if (part.type().isEmpty() && format.equals("safetensors")) {
            return format;
        }
        String type = MalformedFile.quoted(part.type());
        String place = MalformedFile.quoted(part.place());
        if (type.isEmpty()) {
            return place.isEmpty()
                    ? Texts.of("weights.found.tensors", format)
                    : Texts.of("weights.found.tensorsAt", format, place);
        }
        return place.isEmpty()
                ? Texts.of("weights.found.module", type, format)
                : Texts.of("weights.found.moduleAt", type, format, place);
    }

    /** The weights of {@link #main}. */
    public WeightFile weights() {
        return main().weights();
    }

    /** The tensors of all parts under their whole names: place, dot, name. */
    public WeightFile all() {
        if (parts.size() == 1 && parts.get(0).place().isEmpty()) {
            return parts.get(0).weights();
        }
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (Part part : parts) {
            String before = part.place().isEmpty() ? "" : part.place() + ".";
            part.weights().tensors().forEach((name, tensor) -> all.put(before + name, tensor.named(before + name)));
        }
        return new WeightFile(all, parts.get(0).weights().metadata());
    }

    /**
     * What stands behind a prefix, under the rest of its names.
     *
     * @param prefix the first parts of names, such as {@code student}; a dot at its end does not matter
     * @throws Problem if nothing does
     */
    public WeightImport behind(String prefix) {
        String before = prefix.endsWith(".") ? prefix : prefix + ".";
        Map<String, Tensor> behind = new LinkedHashMap<>();
        WeightFile all = all();
        all.tensors().forEach((name, tensor) -> {
            if (name.startsWith(before) && name.length() > before.length()) {
                String rest = name.substring(before.length());
                behind.put(rest, tensor.named(rest));
            }
        });
        if (behind.isEmpty()) {
            Set<String> first = new LinkedHashSet<>();
            all.tensors().keySet().forEach(name -> first.add(name.substring(0, Math.max(0, name.indexOf('.')))));
            first.remove("");
            throw Problem.input(Texts.of(
                    "weights.prefix.error",
                    MalformedFile.quoted(prefix),
                    MalformedFile.quoted(String.join(", ", first))));
        }
        String place = before.substring(0, before.length() - 1);
        return new WeightImport(format, List.of(new Part(place, "", new WeightFile(behind, all.metadata()))));
    }

    /** The problem that a failed reading is. */
    static Problem unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return Problem.input(Texts.of("weights.file.error.notFound", file), cause);
        }
        return Problem.input(
                Texts.of("weights.file.error.unreadable", file, cause.getMessage(), MalformedFile.wayOut(cause)),
                cause);
    }

    private static WeightImport of(TorchFile file) throws IOException {
        List<TensorFinder.Found> found = TensorFinder.find(file.root());
        checkSize(found);
        Map<Storage, ByteBuffer> storages = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (TensorFinder.Found one : found) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, Numbers> entry : one.views().entrySet()) {
                Numbers numbers = entry.getValue();
                tensors.put(
                        entry.getKey(),
                        new Tensor(entry.getKey(), numbers.type(), numbers.shape(), elements(numbers, file, storages)));
            }
            parts.add(new Part(one.place(), one.type(), new WeightFile(tensors, Map.of("format", "pt"))));
        }
        return new WeightImport(file.format(), parts);
    }

    private static ByteBuffer elements(Numbers numbers, TorchFile file, Map<Storage, ByteBuffer> storages)
            throws IOException {
        if (numbers instanceof Array array) {
            return Strides.elements(array);
        }
        View view = (View) numbers;
        ByteBuffer storage = storages.get(view.storage());
        if (storage == null) {
            storage = file.read(view.storage());
            storages.put(view.storage(), storage);
        }
        return Strides.elements(view, storage);
    }

    /** Refuses tensors that together are many times what the file holds, as they share it, or more than fits. */
    private static void checkSize(List<TensorFinder.Found> found) throws IOException {
        Set<Object> sources = new HashSet<>();
        long needed = 0;
        long held = 0;
        for (TensorFinder.Found one : found) {
            for (Numbers numbers : one.views().values()) {
                needed += numbers.elements() * numbers.type().bytes();
                if (numbers instanceof View view) {
                    held += sources.add(view.storage()) ? view.storage().bytes() : 0;
                } else if (numbers instanceof Array array) {
                    held += sources.add(array.data()) ? array.data().value().length() : 0;
                }
            }
        }
        if (needed > MOST_SHARING * held) {
            throw new MalformedFile(Texts.of("weights.tensors.error.sharing"));
        }
        FileBytes.checkMemory(held);
    }
}
