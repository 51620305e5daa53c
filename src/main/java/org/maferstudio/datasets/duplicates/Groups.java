package org.maferstudio.datasets.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Disjoint sets (union-find). Thread-safe. */
final class Groups {
    private final int[] parents;

    /** Creates a number of singletons. */
    Groups(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    synchronized boolean together(int one, int other) {
        return root(one) == root(other);
    }

    synchronized void join(int one, int other) {
        int root = root(one);
        int otherRoot = root(other);
        parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
    }

    /** The sets of two or more, each ascending, in the order of their first members. */
    synchronized List<List<Integer>> several() {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parents.length; i++) {
            groups.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private int root(int place) {
        int at = place;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
