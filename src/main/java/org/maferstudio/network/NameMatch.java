package org.maferstudio.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds a network's parameters among the names of a file, where they may stand behind something: {@code
 * module.conv1_7x7_s2.weight} of a network that was trained on several cards, {@code student.} or {@code backbone.} of
 * one inside another.
 */
final class NameMatch {
    private NameMatch() {}

    /**
     * The name in the file for each parameter that is there: its own, or else the one that ends with it after a dot. Of
     * several, the one with the prefix that most parameters have; of equal prefixes, the first in the file.
     */
    static Map<String, String> of(Set<String> parameters, Collection<String> names) {
        Map<String, List<String>> prefixes = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String name : names) {
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                String prefix = name.substring(0, dot + 1);
                String rest = name.substring(dot + 1);
                if (parameters.contains(rest)) {
                    prefixes.computeIfAbsent(rest, r -> new ArrayList<>()).add(prefix);
                    counts.merge(prefix, 1, Integer::sum);
                }
            }
        }
        Map<String, String> found = new HashMap<>();
        Set<String> there = Set.copyOf(names);
        for (String parameter : parameters) {
            if (there.contains(parameter)) {
                found.put(parameter, parameter);
            } else if (prefixes.containsKey(parameter)) {
                // The sort keeps the file's order among equals.
                String best = prefixes.get(parameter).stream()
                        .sorted(Comparator.comparing((String prefix) -> counts.get(prefix))
                                .reversed())
                        .findFirst()
                        .orElseThrow();
                found.put(parameter, best + parameter);
            }
        }
        return found;
    }
}
