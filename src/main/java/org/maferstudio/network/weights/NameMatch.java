package org.maferstudio.network.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.ParameterSlot;
import org.maferstudio.weights.Tensor;

/**
 * Finds a network's parameters by name. Names in the file may have a prefix: {@code module.conv1_7x7_s2.weight} of a
 * network trained on several GPUs, {@code student.} or {@code backbone.} of a nested one.
 *
 * <p>A prefix counts for a layer only if all its parameters have it, so that a stray gradient or average is not
 * mistaken for the layer.
 */
final class NameMatch {
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private final Set<String> names;
    /** The number of parameters with each prefix, in the order of the file, including the empty prefix. */
    private final Map<String, Integer> prefixes = new LinkedHashMap<>();

    private NameMatch(Set<String> parameters, Collection<String> names) {
        this.names = Set.copyOf(names);
        prefixes.put("", 0);
        for (String name : names) {
            count("", name, parameters);
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                count(name.substring(0, dot + 1), name.substring(dot + 1), parameters);
            }
        }
    }

    /**
     * The name in the file for each of a network's parameters that is there: by name as {@link #of(Set, Collection)} finds
     * it, or by structure where no names fit.
     */
    static Map<String, String> of(Collection<ParameterSlot> slots, Map<String, Tensor> tensors) {
        Set<String> parameters = names(slots);
        Map<String, String> byName = of(parameters, tensors.keySet());
        if (byName.size() > parameters.size() / 2 || !isBottleneck(parameters)) {
            return withClassifier(byName, slots, tensors);
        }
        Map<String, Map<String, String>> networks = StructureMatch.of(tensors);
        return networks.isEmpty() ? byName : networks.values().iterator().next();
    }

    /** Also the classifier, where all else was found: by its shape, if only one layer of the file has it. */
    private static Map<String, String> withClassifier(
            Map<String, String> found, Collection<ParameterSlot> slots, Map<String, Tensor> tensors) {
        Optional<ParameterSlot> head = slots.stream()
                .filter(slot -> slot.name().equals(Blueprint.classifierWeight()))
                .findFirst();
        List<String> missing = slots.stream()
                .map(ParameterSlot::name)
                .filter(name -> !found.containsKey(name))
                .toList();
        if (head.isEmpty()
                || !missing.contains(head.get().name())
                || !missing.stream().allMatch(Blueprint::isClassifier)) {
            return found;
        }
        long features = head.get().shape().get(1);
        Set<String> used = Set.copyOf(found.values());
        List<String> layers = tensors.values().stream()
                .filter(tensor -> tensor.name().endsWith(WEIGHT) && !used.contains(tensor.name()))
                .filter(tensor -> isLinear(tensor, features))
                .map(tensor -> tensor.name().substring(0, tensor.name().length() - WEIGHT.length()))
                .filter(layer -> tensors.containsKey(layer + BIAS))
                .toList();
        if (layers.size() != 1) {
            return found;
        }
        Map<String, String> all = new HashMap<>(found);
        for (String name : missing) {
            all.put(name, layers.get(0) + (name.endsWith(BIAS) ? BIAS : WEIGHT));
        }
        return all;
    }

    private static boolean isLinear(Tensor tensor, long features) {
        List<Long> shape = StructureMatch.squeezed(tensor.shape());
        return shape.size() == 2 && shape.get(1) == features;
    }

    /** The prefixes of networks that are complete except for their classifiers, in the order of the file. */
    static List<String> roots(Collection<ParameterSlot> slots, Map<String, Tensor> tensors) {
        Set<String> parameters = names(slots);
        Set<String> body = parameters.stream()
                .filter(name -> !Blueprint.isClassifier(name))
                .collect(Collectors.toSet());
        NameMatch match = new NameMatch(body, tensors.keySet());
        List<String> roots = new ArrayList<>();
        match.prefixes.forEach((prefix, count) -> {
            if (count == body.size()) {
                roots.add(prefix);
            }
        });
        if (roots.isEmpty() && isBottleneck(parameters)) {
            roots.addAll(StructureMatch.of(tensors).keySet());
        }
        if (roots.isEmpty()) {
            // Perhaps in several places, which is for the report to say.
            roots.add("");
        }
        return roots;
    }

    private static Set<String> names(Collection<ParameterSlot> slots) {
        return slots.stream().map(ParameterSlot::name).collect(Collectors.toSet());
    }

    /** Only the large network is trained by other programs, under names of their own. */
    private static boolean isBottleneck(Set<String> parameters) {
        return parameters.contains("conv2_1_1x1_reduce.weight");
    }

    private void count(String prefix, String rest, Set<String> parameters) {
        if (parameters.contains(rest)) {
            prefixes.merge(prefix, 1, Integer::sum);
        }
    }

    /**
     * The name in the file for each parameter that is there: its own, or else with the prefix that most parameters of the
     * network have among those that all of its layer have; of equal prefixes, the first in the file.
     */
    static Map<String, String> of(Set<String> parameters, Collection<String> names) {
        NameMatch match = new NameMatch(parameters, names);
        Map<String, List<String>> layers =
                parameters.stream().collect(Collectors.groupingBy(name -> name.substring(0, name.lastIndexOf('.'))));
        Map<String, String> found = new HashMap<>();
        List<String> ordered = match.ordered();
        for (List<String> layer : layers.values()) {
            String prefix = ordered.stream()
                    .filter(candidate -> match.has(candidate, layer))
                    .findFirst()
                    .orElse(ordered.get(0));
            for (String parameter : layer) {
                if (match.names.contains(parameter)) {
                    found.put(parameter, parameter);
                } else if (match.names.contains(prefix + parameter)) {
                    found.put(parameter, prefix + parameter);
                }
            }
        }
        return found;
    }

    /** The prefixes, those of most parameters first; the sort keeps the file's order among equals. */
    private List<String> ordered() {
        return prefixes.keySet().stream()
                .sorted(Comparator.comparing((String prefix) -> prefixes.get(prefix))
                        .reversed())
                .toList();
    }

    private boolean has(String prefix, List<String> layer) {
        return layer.stream().allMatch(parameter -> names.contains(prefix + parameter));
    }
}
