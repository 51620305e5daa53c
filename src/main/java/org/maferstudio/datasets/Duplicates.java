package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds pictures that are the same, and pictures that look the same.
 *
 * <p>Two pictures look the same if their outlines (64 bits) differ in few bits and their small grey versions agree.
 * Outlines are looked up by four bands of 16 bits: two that differ in at most three bits share a band for certain, and
 * with more bits often do.
 */
final class Duplicates {
    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;

    /** Outlines may differ in so many bits. */
    private static final int MAX_BITS = 10;

    /**
     * From which {@link PicturePrint#likeness} on pictures look the same. On FER2013 pairs above it were the same
     * photograph wherever we looked.
     */
    private static final double MIN_LIKENESS = 0.95;

    /**
     * From which {@link PicturePrint#likenessOfMiddle} on their faces do, too. All pairs of FER2013 that pass the first
     * bound reach 0.91; drawn faces of different persons, all of one hand, mostly stay below 0.86: among the 17,150 of
     * seven seeds, two pairs pass.
     */
    private static final double MIN_LIKENESS_OF_MIDDLE = 0.9;

    private final PicturePrint[] prints;
    private final int[] parents;

    /**
     * Looks among pictures.
     *
     * @param prints of all pictures; null where one could not be read
     */
    Duplicates(PicturePrint[] prints) {
        this.prints = prints.clone();
        this.parents = new int[prints.length];
    }

    /** The groups of two and more pictures that are the same in every pixel, by place, ascending. */
    List<List<Integer>> exact() {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < prints.length; i++) {
            if (prints[i] != null) {
                groups.computeIfAbsent(prints[i].exact(), e -> new ArrayList<>())
                        .add(i);
            }
        }
        return several(groups.values());
    }

    /** The groups of two and more pictures that look the same but differ; blank ones are left aside. */
    List<List<Integer>> near() {
        List<Integer> different = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < prints.length; i++) {
            parents[i] = i;
            if (prints[i] != null && !prints[i].isBlank() && seen.putIfAbsent(prints[i].exact(), i) == null) {
                different.add(i);
            }
        }
        for (int band = 0; band < BANDS; band++) {
            join(different, band);
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i : different) {
            groups.computeIfAbsent(root(i), r -> new ArrayList<>()).add(i);
        }
        return several(groups.values());
    }

    private void join(List<Integer> places, int band) {
        long[] keys = places.stream()
                .mapToLong(i -> (prints[i].outline() >>> (band * BAND_BITS) & 0xffff) << 32 | i)
                .sorted()
                .toArray();
        int start = 0;
        for (int end = 1; end <= keys.length; end++) {
            if (end == keys.length || keys[end] >>> 32 != keys[start] >>> 32) {
                joinAlike(Arrays.stream(keys, start, end).mapToInt(k -> (int) k).toArray());
                start = end;
            }
        }
    }

    private void joinAlike(int[] places) {
        for (int a = 0; a < places.length; a++) {
            PicturePrint one = prints[places[a]];
            for (int b = a + 1; b < places.length; b++) {
                PicturePrint other = prints[places[b]];
                if (Long.bitCount(one.outline() ^ other.outline()) <= MAX_BITS && alike(one, other)) {
                    parents[root(places[b])] = root(places[a]);
                }
            }
        }
    }

    private static boolean alike(PicturePrint one, PicturePrint other) {
        return one.likeness(other) >= MIN_LIKENESS && one.likenessOfMiddle(other) >= MIN_LIKENESS_OF_MIDDLE;
    }

    private int root(int place) {
        int at = place;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private static List<List<Integer>> several(Collection<List<Integer>> groups) {
        return groups.stream().filter(g -> g.size() > 1).toList();
    }
}
