package org.maferstudio.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Array;
import org.maferstudio.weights.PickleValue.Constant;
import org.maferstudio.weights.PickleValue.Instance;
import org.maferstudio.weights.PickleValue.Mapping;
import org.maferstudio.weights.PickleValue.Name;
import org.maferstudio.weights.PickleValue.Numbers;
import org.maferstudio.weights.PickleValue.Sequence;
import org.maferstudio.weights.PickleValue.Text;
import org.maferstudio.weights.PickleValue.View;

/**
 * Finds networks' tensors in what a pickle holds: in a whole module of whatever class, as {@code state_dict()} would
 * name them; in a dictionary of tensors; or in a checkpoint, which has one of these somewhere in it, among things that
 * are passed over.
 */
final class TensorFinder {
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 500;

    /** What optimisers keep has the shapes of weights, and is none. */
    private static final String OPTIMISER = "optim";

    /**
     * Tensors by name, and where they were.
     *
     * @param place the keys that lead there, with dots; empty if they lie at the top
     * @param type the class of the module; empty for a dictionary
     */
    record Found(String place, String type, Map<String, Numbers> views) {}

    private final List<Found> all = new ArrayList<>();
    private final Set<String> others = new LinkedHashSet<>();
    private int steps;

    private TensorFinder() {}

    /**
     * All networks and other collections of tensors of a pickle, in its order.
     *
     * @throws IOException if there are none, or the nesting has no end
     */
    static List<Found> find(PickleValue root) throws IOException {
        TensorFinder views = new TensorFinder();
        views.search(root, "", 0);
        if (views.all.isEmpty()) {
            String others = views.others.stream()
                    .limit(3)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            throw new MalformedFile(
                    others.isEmpty()
                            ? Texts.of("weights.tensors.error.none")
                            : Texts.of("weights.tensors.error.other", MalformedFile.quoted(others)),
                    Texts.of("weights.tensors.advice"));
        }
        return views.all;
    }

    private void step(String name, int depth) throws IOException {
        if (++steps > MOST_STEPS || depth > DEEPEST || name.length() > LONGEST_NAME) {
            throw new MalformedFile(Texts.of("weights.tensors.error.nesting"));
        }
        if (MalformedFile.hasControls(name)) {
            throw new MalformedFile(Texts.of("weights.tensor.error.name", MalformedFile.quoted(name)));
        }
    }

    private void search(PickleValue value, String place, int depth) throws IOException {
        step(place, depth);
        if (value instanceof Instance object) {
            search(object, place, depth);
        } else if (value instanceof Mapping mapping) {
            search(mapping, place, depth);
        } else if (value instanceof Sequence sequence) {
            search(sequence.items(), place, depth);
        } else if (value instanceof Name name) {
            others.add(name.full());
        }
    }

    private void search(Mapping mapping, String place, int depth) throws IOException {
        Map<String, Numbers> views = new LinkedHashMap<>();
        int at = all.size();
        for (Map.Entry<PickleValue, PickleValue> entry : mapping.entries().entrySet()) {
            step(place, depth);
            if (entry.getKey() instanceof Text key) {
                Optional<Numbers> numbers = numbers(entry.getValue());
                if (numbers.isPresent()) {
                    step(key.value(), depth);
                    views.put(key.value(), numbers.get());
                } else if (!key.value().contains(OPTIMISER)) {
                    search(entry.getValue(), joined(place, key.value()), depth + 1);
                }
            }
        }
        add(at, new Found(place, "", views));
    }

    private void search(List<PickleValue> items, String place, int depth) throws IOException {
        for (int i = 0; i < items.size(); i++) {
            PickleValue item = items.get(i);
            step(place, depth);
            if (item instanceof Instance || item instanceof Mapping || item instanceof Sequence) {
                search(item, joined(place, Integer.toString(i)), depth + 1);
            }
        }
    }

    private void search(Instance object, String place, int depth) throws IOException {
        String type = object.type().full();
        boolean module = isModule(object);
        if (type.startsWith("torch.optim.") && !module) {
            return;
        }
        others.add(type);
        if (module) {
            Map<String, Numbers> views = new LinkedHashMap<>();
            collect(object, "", depth, views);
            add(all.size(), new Found(place, type, views));
            return;
        }
        search(NumpyArrays.objects(object), place, depth);
        search(object.fields(), place, depth);
        search(object.entries(), place, depth);
        search(object.items().items(), place, depth);
    }

    /** Whether an object holds layers or parameters as PyTorch's modules do, or TorchScript's. */
    private static boolean isModule(Instance object) {
        return object.fields().get("_parameters") instanceof Mapping
                || object.fields().get("_modules") instanceof Mapping
                || isScripted(object);
    }

    private static boolean isScripted(Instance object) {
        return object.type().module().startsWith("__torch__");
    }

    private void add(int at, Found found) {
        if (!found.views().isEmpty()) {
            all.add(at, found);
        }
    }

    private static Optional<Numbers> numbers(PickleValue value) {
        if (value instanceof View view) {
            return Optional.of(view);
        }
        if (value instanceof Array array) {
            return Optional.of(array);
        }
        return value instanceof Instance object ? NumpyArrays.of(object).map(array -> array) : Optional.empty();
    }

    /** The tensors of a layer and then those of the layers inside it, in PyTorch's order. */
    private void collect(Instance layer, String name, int depth, Map<String, Numbers> views) throws IOException {
        step(name, depth);
        if (isScripted(layer)) {
            collectAttributes(layer, name, depth, views);
            return;
        }
        load(layer.fields().get("_parameters"), name, views, List.of());
        List<PickleValue> passing =
                layer.fields().get("_non_persistent_buffers_set") instanceof Sequence set ? set.items() : List.of();
        load(layer.fields().get("_buffers"), name, views, passing);
        if (layer.fields().get("_modules") instanceof Mapping inside) {
            for (Map.Entry<PickleValue, PickleValue> entry : inside.entries().entrySet()) {
                step(name, depth);
                if (entry.getKey() instanceof Text key && entry.getValue() instanceof Instance inner) {
                    collect(inner, joined(name, key.value()), depth + 1, views);
                }
            }
        }
    }

    /** TorchScript keeps parameters and layers as attributes under their names. */
    private void collectAttributes(Instance layer, String name, int depth, Map<String, Numbers> views)
            throws IOException {
        for (Map.Entry<PickleValue, PickleValue> entry :
                layer.fields().entries().entrySet()) {
            step(name, depth);
            if (entry.getKey() instanceof Text key) {
                String full = joined(name, key.value());
                if (entry.getValue() instanceof View view) {
                    step(full, depth);
                    views.put(full, view);
                } else if (entry.getValue() instanceof Instance inner) {
                    collect(inner, full, depth + 1, views);
                }
            }
        }
    }

    private void load(PickleValue tensors, String name, Map<String, Numbers> views, List<PickleValue> passing)
            throws IOException {
        if (!(tensors instanceof Mapping mapping)) {
            return;
        }
        for (Map.Entry<PickleValue, PickleValue> entry : mapping.entries().entrySet()) {
            step(name, 0);
            if (entry.getKey() instanceof Text key && !passing.contains(key)) {
                if (entry.getValue() instanceof View view) {
                    String full = joined(name, key.value());
                    step(full, 0);
                    views.put(full, view);
                } else if (entry.getValue() != Constant.NONE) {
                    throw new MalformedFile(Texts.of("weights.tensors.error.parameter", MalformedFile.quoted(name)));
                }
            }
        }
    }

    private static String joined(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
