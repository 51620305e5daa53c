package org.maferstudio.ui.embedding;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Numbers;

/**
 * Which colours the dots of a kind have, what they mean, and how many dots there are of each.
 *
 * @param by what the colours say
 * @param entries in order
 */
record Legend(Colouring by, List<Entry> entries) {
    /**
     * One colour.
     *
     * @param key the value of its dots
     * @param title for display
     * @param counts how many dots there are of it, one number for each picture
     */
    record Entry(String key, String title, Color colour, List<Long> counts) {
        Entry {
            counts = List.copyOf(counts);
        }

        /** The number of dots in a picture; one for each picture, such as {@code 412 · 398}, where they differ. */
        String countText() {
            return counts.stream().distinct().limit(2).count() == 1
                    ? number(counts.get(0))
                    : counts.stream().map(Entry::number).collect(Collectors.joining(" \u00b7 "));
        }

        private static String number(long count) {
            return Numbers.count(count);
        }
    }

    /**
     * Creates the legend of the dots of several panels.
     *
     * @param panels the dots of each panel
     */
    static Legend of(Colouring by, LabelSet labels, List<List<EmbeddingRow>> panels) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        for (int panel = 0; panel < panels.size(); panel++) {
            for (EmbeddingRow row : panels.get(panel)) {
                counts.computeIfAbsent(by.key(row), key -> new long[panels.size()])[panel]++;
            }
        }
        List<String> keys = new ArrayList<>(counts.keySet());
        keys.sort(by.order());
        List<Entry> entries = new ArrayList<>();
        for (String key : keys.subList(0, Math.min(keys.size(), by.most()))) {
            entries.add(new Entry(
                    key,
                    by.title(labels, key),
                    by.colour(labels, key, keys),
                    Arrays.stream(counts.get(key)).boxed().toList()));
        }
        return new Legend(by, List.copyOf(entries));
    }

    /** The colour of each dot's entry; grey if the legend has no space for it. */
    Color colour(EmbeddingRow row) {
        String key = by.key(row);
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(Entry::colour)
                .orElse(Color.GRAY);
    }

    /** The keys, for a filter that hides none. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.key()));
        return keys;
    }
}
