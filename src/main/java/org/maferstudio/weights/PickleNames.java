package org.maferstudio.weights;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Pickled.Constant;
import org.maferstudio.weights.Pickled.Instance;
import org.maferstudio.weights.Pickled.Mapping;
import org.maferstudio.weights.Pickled.Name;
import org.maferstudio.weights.Pickled.Part;
import org.maferstudio.weights.Pickled.Sequence;
import org.maferstudio.weights.Pickled.View;

/**
 * The few names that weight files ask for, and which inert data each becomes. Any other name is refused where it stands;
 * no name is ever looked up, loaded or run.
 */
final class PickleNames {
    private static final String WAY_OUT = Texts.of("weights.nothing-of-it-was-run-use-files");

    private static final String WRONG_USE = Texts.of("weights.its-pickle-uses-a-name-as-what");

    /** What a name stands for. */
    private enum Kind {
        /** A layer, or a network of layers: a dictionary of its fields. */
        LAYER,
        TENSOR,
        /** A tensor with some things around it that do not matter. */
        WRAPPED_TENSOR,
        MAPPING,
        SEQUENCE,
        /** The class of a storage; it is named but never called. */
        STORAGE,
        /** Something that no weight depends on. */
        ASIDE
    }

    /** The class of the published base model's whole module. */
    private static final Set<String> NETWORKS = Set.of("MainModel.KitModel");

    private static final List<String> LAYERS = List.of("torch.nn.modules.", "torch.nn.parallel.");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("torch._utils._rebuild_tensor", Kind.TENSOR),
            Map.entry("torch._utils._rebuild_tensor_v2", Kind.TENSOR),
            Map.entry("torch._utils._rebuild_parameter", Kind.WRAPPED_TENSOR),
            Map.entry("torch._utils._rebuild_parameter_with_state", Kind.WRAPPED_TENSOR),
            // PyTorch 0.4 and before
            Map.entry("torch.nn.parameter.Parameter", Kind.WRAPPED_TENSOR),
            Map.entry("torch.nn.backends.thnn._get_thnn_function_backend", Kind.ASIDE),
            Map.entry("collections.OrderedDict", Kind.MAPPING),
            Map.entry("collections.defaultdict", Kind.MAPPING),
            Map.entry("builtins.dict", Kind.MAPPING),
            Map.entry("__builtin__.dict", Kind.MAPPING),
            Map.entry("builtins.set", Kind.SEQUENCE),
            Map.entry("__builtin__.set", Kind.SEQUENCE),
            Map.entry("builtins.list", Kind.SEQUENCE),
            Map.entry("__builtin__.list", Kind.SEQUENCE),
            Map.entry("torch.Size", Kind.SEQUENCE),
            // What training scripts put beside the weights: devices, options, NumPy's numbers
            Map.entry("torch.device", Kind.ASIDE),
            Map.entry("torch.float16", Kind.ASIDE),
            Map.entry("torch.bfloat16", Kind.ASIDE),
            Map.entry("torch.float32", Kind.ASIDE),
            Map.entry("torch.float64", Kind.ASIDE),
            Map.entry("torch.int64", Kind.ASIDE),
            Map.entry("argparse.Namespace", Kind.ASIDE),
            Map.entry("numpy.dtype", Kind.ASIDE),
            Map.entry("numpy.core.multiarray.scalar", Kind.ASIDE),
            Map.entry("numpy._core.multiarray.scalar", Kind.ASIDE),
            Map.entry("_codecs.encode", Kind.ASIDE));

    private PickleNames() {}

    /** A name that weight files need; any other is refused. */
    static Name known(Name name) throws IOException {
        if (kind(name) != null) {
            return name;
        }
        String full = Malformed.quoted(name.full());
        if (name.module().startsWith("__torch__")) {
            throw new Malformed(
                    Texts.of("weights.it-is-torchscript", full),
                    Texts.of("weights.choose-a-state-dict-a-checkpoint-or-a"));
        }
        throw new Malformed(Texts.of("weights.its-pickle-asks-for-which-no", full), WAY_OUT);
    }

    private static Kind kind(Name name) {
        String full = name.full();
        if (NETWORKS.contains(full)) {
            return Kind.LAYER;
        }
        if (LAYERS.stream().anyMatch(full::startsWith)) {
            return Kind.LAYER;
        }
        return StorageTable.isClass(name) ? Kind.STORAGE : KINDS.get(full);
    }

    /** What calling a function gives. */
    static Pickled call(Pickled function, Pickled arguments) throws IOException {
        if (!(arguments instanceof Sequence items)) {
            throw new Malformed(WRONG_USE);
        }
        return switch (kindOf(function)) {
            case TENSOR -> tensor(items);
            case WRAPPED_TENSOR -> wrapped(items);
            case MAPPING -> mapping(items);
            case SEQUENCE -> items.item(0) instanceof Sequence given ? new Sequence(given.items()) : items;
            case ASIDE -> Constant.ASIDE;
            case LAYER, STORAGE -> throw new Malformed(WRONG_USE);
        };
    }

    /** A new object of a class. */
    static Pickled make(Pickled type, Pickled arguments) throws IOException {
        if (kindOf(type) == Kind.LAYER && type instanceof Name name) {
            return new Instance(name);
        }
        return call(type, arguments);
    }

    private static Kind kindOf(Pickled function) throws IOException {
        Kind kind = function instanceof Name name ? kind(name) : null;
        if (kind == null) {
            throw new Malformed(WRONG_USE);
        }
        return kind;
    }

    /** {@code (storage, offset, shape, strides, ...)}. */
    private static View tensor(Sequence items) throws IOException {
        if (items.item(0) instanceof Part part) {
            return Strides.view(part, items.item(1), items.item(2), items.item(3));
        }
        throw new Malformed(Texts.of("weights.a-tensor-has-no-storage"));
    }

    private static Pickled wrapped(Sequence items) throws IOException {
        if (items.item(0) instanceof View view) {
            return view;
        }
        throw new Malformed(Texts.of("weights.a-parameter-is-no-tensor"));
    }

    /** A dictionary, of pairs where Python 2 has written it; the factory of a defaultdict is passed over. */
    private static Mapping mapping(Sequence items) throws IOException {
        Mapping mapping = new Mapping();
        if (items.item(0) instanceof Sequence pairs) {
            for (Pickled item : pairs.items()) {
                if (!(item instanceof Sequence pair) || pair.items().size() != 2) {
                    throw new Malformed(Texts.of("weights.its-pickle-has-a-dictionary-of"));
                }
                mapping.entries().put(pair.item(0), pair.item(1));
            }
        }
        return mapping;
    }

    /** Gives an object its state. Only layers have one that matters; that of dictionaries are notes about versions. */
    static void build(Pickled object, Pickled state) throws IOException {
        if (object instanceof Instance layer) {
            Pickled fields = state instanceof Sequence both ? both.item(0) : state;
            if (!(fields instanceof Mapping mapping)) {
                throw new Malformed(Texts.of("weights.a-layers-fields-are-no"));
            }
            layer.fields().entries().putAll(mapping.entries());
        } else if (!(object instanceof Mapping) && !(object instanceof View) && object != Constant.ASIDE) {
            throw new Malformed(Texts.of("weights.its-pickle-gives-a-state-to-what"));
        }
    }
}
