package org.maferstudio.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Pickled.Constant;
import org.maferstudio.weights.Pickled.Instance;
import org.maferstudio.weights.Pickled.Mapping;
import org.maferstudio.weights.Pickled.Sequence;
import org.maferstudio.weights.Pickled.Text;
import org.maferstudio.weights.Pickled.View;

/**
 * Finds a network's tensors in what a pickle holds: in a whole module, as {@code state_dict()} would name them; in a
 * dictionary of tensors; or in a checkpoint, which is a dictionary with one of these somewhere in it.
 */
final class NamedViews {
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 500;

    /** What optimisers keep has the shapes of weights, and is none. */
    private static final String OPTIMISER = "optim";

    /**
     * Tensors by name, and where they were.
     *
     * @param place the keys that lead there, with dots; empty where they lie at the top
     * @param type the class of the module; empty for a dictionary
     */
    record Found(String place, String type, Map<String, View> views) {
        private long elements() {
            return views.values().stream().mapToLong(Strides::elements).sum();
        }
    }

    private int steps;

    private NamedViews() {}

    /**
     * The network of a pickle: of several, the one with the most numbers, and of equal ones the first.
     *
     * @throws IOException if there is none, or the nesting has no end
     */
    static Found find(Pickled root) throws IOException {
        List<Found> all = new ArrayList<>();
        new NamedViews().search(root, "", 0, all);
        Found best = null;
        for (Found found : all) {
            if (best == null || found.elements() > best.elements()) {
                best = found;
            }
        }
        if (best == null) {
            throw new Malformed(
                    Texts.of("weights.it-holds-no-tensors-under-names"),
                    Texts.of("weights.choose-a-state-dict-a-checkpoint"));
        }
        return best;
    }

    private void step(String name, int depth) throws IOException {
        if (++steps > MOST_STEPS || depth > DEEPEST || name.length() > LONGEST_NAME) {
            throw new Malformed(Texts.of("weights.it-is-nested-deeper-than-any"));
        }
    }

    private void search(Pickled value, String place, int depth, List<Found> all) throws IOException {
        step(place, depth);
        if (value instanceof Instance module) {
            Map<String, View> views = new LinkedHashMap<>();
            collect(module, "", depth, views);
            add(new Found(place, module.type().full(), views), all);
        } else if (value instanceof Mapping mapping) {
            Map<String, View> views = new LinkedHashMap<>();
            for (Map.Entry<Pickled, Pickled> entry : mapping.entries().entrySet()) {
                step(place, depth);
                if (entry.getKey() instanceof Text key) {
                    if (entry.getValue() instanceof View view) {
                        step(key.value(), depth);
                        views.put(key.value(), view);
                    } else if (!key.value().contains(OPTIMISER)) {
                        search(entry.getValue(), joined(place, key.value()), depth + 1, all);
                    }
                }
            }
            add(new Found(place, "", views), all);
        }
    }

    private static void add(Found found, List<Found> all) {
        if (!found.views().isEmpty()) {
            all.add(found);
        }
    }

    /** The tensors of a layer and then those of the layers inside it, in PyTorch's order. */
    private void collect(Instance layer, String name, int depth, Map<String, View> views) throws IOException {
        step(name, depth);
        take(layer.fields().get("_parameters"), name, views, List.of());
        List<Pickled> passing =
                layer.fields().get("_non_persistent_buffers_set") instanceof Sequence set ? set.items() : List.of();
        take(layer.fields().get("_buffers"), name, views, passing);
        if (layer.fields().get("_modules") instanceof Mapping inside) {
            for (Map.Entry<Pickled, Pickled> entry : inside.entries().entrySet()) {
                step(name, depth);
                if (entry.getKey() instanceof Text key && entry.getValue() instanceof Instance inner) {
                    collect(inner, joined(name, key.value()), depth + 1, views);
                }
            }
        }
    }

    private void take(Pickled tensors, String name, Map<String, View> views, List<Pickled> passing) throws IOException {
        if (!(tensors instanceof Mapping mapping)) {
            return;
        }
        for (Map.Entry<Pickled, Pickled> entry : mapping.entries().entrySet()) {
            step(name, 0);
            if (entry.getKey() instanceof Text key && !passing.contains(key)) {
                if (entry.getValue() instanceof View view) {
                    String full = joined(name, key.value());
                    step(full, 0);
                    views.put(full, view);
                } else if (entry.getValue() != Constant.NONE) {
                    throw new Malformed(Texts.of("weights.the-layer-has-a-parameter-that", Malformed.quoted(name)));
                }
            }
        }
    }

    private static String joined(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
