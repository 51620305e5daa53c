package org.maferstudio.weights;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Instance;
import org.maferstudio.weights.PickleValue.Mapping;
import org.maferstudio.weights.PickleValue.Name;
import org.maferstudio.weights.PickleValue.Numbers;
import org.maferstudio.weights.PickleValue.Part;
import org.maferstudio.weights.PickleValue.Sequence;
import org.maferstudio.weights.PickleValue.Text;

/**
 * What the names in a pickle become: a few that weights are made of, data; all others, inert {@link Instance}s that say
 * only which class or function was asked for. No name is ever looked up, loaded or run.
 *
 * <p>As nothing runs, no name does harm here. Those that would run commands in Python are refused all the same: no
 * training script writes them, so who has written the file means ill.
 */
final class PickleNames {
    private static final String WAY_OUT = Texts.of("weights.pickle.error.command.advice");

    private static final String WRONG_USE = Texts.of("weights.pickle.error.wrongUse");

    /** What a name stands for. */
    private enum Kind {
        TENSOR,
        /** A tensor with some things around it that do not matter. */
        WRAPPED_TENSOR,
        /** A tensor with attributes of its own: the function that makes it, and what that is called with. */
        TYPED_TENSOR,
        MAPPING,
        SEQUENCE,
        /** The class of a storage; it is named but never called. */
        STORAGE,
        /** A text as bytes: protocol 2 has no other way to write them. */
        BYTES,
        /** An object in the way of protocol 0: class, base and state of the base. */
        OBJECT,
        OTHER
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("torch._utils._rebuild_tensor", Kind.TENSOR),
            Map.entry("torch._utils._rebuild_tensor_v2", Kind.TENSOR),
            Map.entry("torch._utils._rebuild_parameter", Kind.WRAPPED_TENSOR),
            Map.entry("torch._utils._rebuild_parameter_with_state", Kind.WRAPPED_TENSOR),
            Map.entry("torch._tensor._rebuild_from_type_v2", Kind.TYPED_TENSOR),
            Map.entry("torch._utils._rebuild_device_tensor_from_numpy", Kind.WRAPPED_TENSOR),
            Map.entry("torch._utils._rebuild_device_tensor_from_cpu_tensor", Kind.WRAPPED_TENSOR),
            Map.entry("torch._utils._rebuild_xla_tensor", Kind.WRAPPED_TENSOR),
            // PyTorch 0.4 and before
            Map.entry("torch.nn.parameter.Parameter", Kind.WRAPPED_TENSOR),
            Map.entry("collections.OrderedDict", Kind.MAPPING),
            Map.entry("collections.defaultdict", Kind.MAPPING),
            Map.entry("builtins.dict", Kind.MAPPING),
            Map.entry("__builtin__.dict", Kind.MAPPING),
            Map.entry("builtins.set", Kind.SEQUENCE),
            Map.entry("__builtin__.set", Kind.SEQUENCE),
            Map.entry("builtins.frozenset", Kind.SEQUENCE),
            Map.entry("__builtin__.frozenset", Kind.SEQUENCE),
            Map.entry("builtins.list", Kind.SEQUENCE),
            Map.entry("__builtin__.list", Kind.SEQUENCE),
            Map.entry("collections.deque", Kind.SEQUENCE),
            Map.entry("torch.Size", Kind.SEQUENCE),
            Map.entry("_codecs.encode", Kind.BYTES),
            Map.entry("copy_reg._reconstructor", Kind.OBJECT),
            Map.entry("copyreg._reconstructor", Kind.OBJECT));

    /** Modules by which pickles run commands. */
    private static final Set<String> COMMANDS = Set.of(
            "os",
            "posix",
            "nt",
            "subprocess",
            "commands",
            "popen2",
            "pty",
            "sys",
            "shutil",
            "socket",
            "importlib",
            "imp",
            "runpy",
            "ctypes",
            "code",
            "codeop",
            "marshal",
            "webbrowser",
            "urllib",
            "requests",
            "pip",
            "bdb",
            "pdb",
            "timeit",
            "profile",
            "cProfile",
            "ensurepip",
            "venv");

    private static final Set<String> BUILT_IN_COMMANDS = Set.of(
            "eval",
            "exec",
            "execfile",
            "compile",
            "open",
            "file",
            "input",
            "__import__",
            "breakpoint",
            "globals",
            "locals",
            "vars",
            "exit",
            "quit");

    private PickleNames() {}

    /** A name as data; refused if it is one by which a pickle runs commands. */
    static Name known(Name name) throws IOException {
        String module = name.module();
        int dot = module.indexOf('.');
        boolean builtIn = module.equals("builtins") || module.equals("__builtin__");
        if (COMMANDS.contains(dot < 0 ? module : module.substring(0, dot))
                || module.startsWith("torch.hub")
                || (builtIn && BUILT_IN_COMMANDS.contains(name.name()))) {
            throw new MalformedFile(
                    Texts.of("weights.pickle.error.command", MalformedFile.quoted(name.full())), WAY_OUT);
        }
        return name;
    }

    private static Kind kind(Name name) {
        return StorageTable.isClass(name) ? Kind.STORAGE : KINDS.getOrDefault(name.full(), Kind.OTHER);
    }

    /** What calling a function gives. */
    static PickleValue call(PickleValue function, PickleValue arguments, ParseBudget work) throws IOException {
        if (!(arguments instanceof Sequence items)) {
            throw new MalformedFile(WRONG_USE);
        }
        if (function instanceof Instance made) {
            // A method of an object, say; nothing is behind it either.
            return new Instance(made.type(), items);
        }
        if (!(function instanceof Name name)) {
            throw new MalformedFile(WRONG_USE);
        }
        return switch (kind(name)) {
            case TENSOR -> tensor(items);
            case WRAPPED_TENSOR -> wrapped(items);
            case TYPED_TENSOR -> call(items.item(0), items.item(2), work);
            case MAPPING -> mapping(items, work);
            case SEQUENCE -> sequence(items, work);
            case BYTES -> items.item(0) instanceof Text text ? text : new Instance(name, items);
            case OBJECT -> items.item(0) instanceof Name type ? new Instance(type, items) : new Instance(name, items);
            case STORAGE -> throw new MalformedFile(WRONG_USE);
            case OTHER -> new Instance(name, items);
        };
    }

    private static Sequence sequence(Sequence items, ParseBudget work) throws IOException {
        if (items.item(0) instanceof Sequence given) {
            work.add(given.items().size());
            return new Sequence(given.items());
        }
        return items;
    }

    /** {@code (storage, offset, shape, strides, ...)}. */
    private static PickleValue tensor(Sequence items) throws IOException {
        if (items.item(0) instanceof Part part) {
            return Strides.view(part, items.item(1), items.item(2), items.item(3));
        }
        if (items.item(0) instanceof Instance object && object.type().name().endsWith("Storage")) {
            return new Instance(object.type(), items);
        }
        if (items.item(0) instanceof Instance object) {
            throw new MalformedFile(
                    Texts.of(
                            "weights.pickle.error.withoutTorchSave",
                            MalformedFile.quoted(object.type().full())),
                    Texts.of("weights.pickle.error.withoutTorchSave.advice"));
        }
        throw new MalformedFile(Texts.of("weights.tensor.error.noStorage"));
    }

    private static PickleValue wrapped(Sequence items) throws IOException {
        if (items.item(0) instanceof Numbers || items.item(0) instanceof Instance) {
            return items.item(0);
        }
        throw new MalformedFile(Texts.of("weights.pickle.error.parameter"));
    }

    /** A dictionary, of pairs where Python 2 has written it; the factory of a defaultdict is passed over. */
    private static Mapping mapping(Sequence items, ParseBudget work) throws IOException {
        Mapping mapping = new Mapping();
        if (items.item(0) instanceof Sequence pairs) {
            work.add(pairs.items().size());
            for (PickleValue item : pairs.items()) {
                if (!(item instanceof Sequence pair) || pair.items().size() != 2) {
                    throw new MalformedFile(Texts.of("weights.pickle.error.pairs"));
                }
                mapping.entries().put(pair.item(0), pair.item(1));
            }
        }
        return mapping;
    }

    /** Gives an object its state; that of dictionaries and tensors are notes about versions. */
    static void build(PickleValue object, PickleValue state) throws IOException {
        if (object instanceof Instance instance) {
            instance.setState(state);
        } else if (!(object instanceof Mapping) && !(object instanceof Numbers) && !(object instanceof Sequence)) {
            throw new MalformedFile(Texts.of("weights.pickle.error.noState"));
        }
    }

    /** The list of an object, to which items may be appended. */
    static List<PickleValue> items(PickleValue object) throws IOException {
        if (object instanceof Sequence sequence) {
            return sequence.items();
        }
        if (object instanceof Instance instance) {
            return instance.items().items();
        }
        throw new MalformedFile(Texts.of("weights.pickle.error.noList"));
    }

    /** The dictionary of an object, into which keys may be put. */
    static Map<PickleValue, PickleValue> entries(PickleValue object) throws IOException {
        if (object instanceof Mapping mapping) {
            return mapping.entries();
        }
        if (object instanceof Instance instance) {
            return instance.entries().entries();
        }
        throw new MalformedFile(Texts.of("weights.pickle.error.noDictionary"));
    }
}
