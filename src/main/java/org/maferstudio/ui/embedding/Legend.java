package org.maferstudio.ui.embedding;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Which colours the dots of a kind have, what they mean, and how many dots there are of each.
 *
 * @param by what the colours say
 * @param entries in order
 */
record Legend(ColourBy by, List<Entry> entries) {
    private static final int BINS = 5;
    private static final int MOST_GROUPS = 24;
    private static final Color RIGHT = new Color(0x0072B2);
    private static final Color WRONG = new Color(0xE69F00);
    private static final ColourScale SCALE = new ColourScale(
            List.of(new Color(0xF0C05A), new Color(0xD8763C), new Color(0xA33E6B), new Color(0x4B2A8C)));

    /**
     * One colour.
     *
     * @param key what {@link #key} gives for its dots
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
    static Legend of(ColourBy by, LabelSet labels, List<List<EmbeddingRow>> panels) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        for (int panel = 0; panel < panels.size(); panel++) {
            for (EmbeddingRow row : panels.get(panel)) {
                counts.computeIfAbsent(key(by, row), key -> new long[panels.size()])[panel]++;
            }
        }
        List<String> keys = new ArrayList<>(counts.keySet());
        keys.sort(order(by));
        List<Entry> entries = new ArrayList<>();
        for (String key : keys.subList(0, Math.min(keys.size(), by == ColourBy.GROUP ? MOST_GROUPS : keys.size()))) {
            entries.add(new Entry(
                    key,
                    title(by, labels, key),
                    colour(by, labels, key, keys),
                    Arrays.stream(counts.get(key)).boxed().toList()));
        }
        return new Legend(by, List.copyOf(entries));
    }

    /** Which entry a dot belongs to. */
    static String key(ColourBy by, EmbeddingRow row) {
        return switch (by) {
            case LABEL -> Integer.toString(row.label());
            case PREDICTION -> Integer.toString(row.predicted());
            case CORRECT -> row.correct() ? "right" : "wrong";
            case CONFIDENCE -> Integer.toString(Math.min(BINS - 1, (int) (row.confidence() * BINS)));
            case RESOLUTION -> row.resolution().id();
            case GROUP -> row.group();
            case SPLIT -> row.split();
        };
    }

    /** The colour of each dot's entry; grey if the legend has no space for it. */
    Color colour(EmbeddingRow row) {
        String key = key(by, row);
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

    private static Comparator<String> order(ColourBy by) {
        return switch (by) {
            case LABEL, PREDICTION, CONFIDENCE -> Comparator.comparingInt(Integer::parseInt);
            case RESOLUTION -> Comparator.comparing(Resolution::parse);
            case CORRECT, GROUP, SPLIT -> Comparator.naturalOrder();
        };
    }

    private static String title(ColourBy by, LabelSet labels, String key) {
        return switch (by) {
            case LABEL, PREDICTION -> labels.title(Integer.parseInt(key));
            case CORRECT ->
                key.equals("right") ? Texts.of("embedding.legend.correct") : Texts.of("embedding.legend.incorrect");
            case CONFIDENCE -> {
                int bin = Integer.parseInt(key);
                yield Texts.of("embedding.legend.confidenceRange", 100 * bin / BINS, 100 * (bin + 1) / BINS);
            }
            case RESOLUTION ->
                key.equals(Resolution.NATIVE_ID)
                        ? Texts.of("embedding.legend.native")
                        : Texts.of("embedding.pixels.label", key);
            case GROUP, SPLIT -> key.isEmpty() ? Texts.of("embedding.legend.unknownGroup") : key;
        };
    }

    private static Color colour(ColourBy by, LabelSet labels, String key, List<String> keys) {
        return switch (by) {
            case LABEL, PREDICTION -> Palette.of(labels, Integer.parseInt(key));
            case CORRECT -> key.equals("right") ? RIGHT : WRONG;
            case CONFIDENCE -> SCALE.at(1 - Integer.parseInt(key) / (BINS - 1.0));
            case RESOLUTION, SPLIT -> {
                List<String> sorted = new ArrayList<>(new TreeSet<>(keys));
                sorted.sort(order(by));
                int place = sorted.indexOf(key);
                yield SCALE.at(sorted.size() < 2 ? 1 : 1 - place / (sorted.size() - 1.0));
            }
            case GROUP -> Color.getHSBColor((Math.floorMod(key.hashCode() * 31, 360)) / 360f, 0.65f, 0.8f);
        };
    }
}
