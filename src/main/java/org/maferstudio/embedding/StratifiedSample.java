package org.maferstudio.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws a stratified sample of labelled samples. */
public final class StratifiedSample {
    private StratifiedSample() {}

    /**
     * Returns the indices of the drawn samples in ascending order; all if there are no more than {@code most}. Each
     * class keeps its share, rounded so that the sum is {@code most}, with at least one sample per class if possible.
     *
     * @param labels one per sample, starting at 0
     */
    public static int[] draw(int[] labels, int most, long seed) {
        if (labels.length <= most) {
            int[] all = new int[labels.length];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int classes = Arrays.stream(labels).max().orElse(0) + 1;
        List<List<Integer>> members = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < labels.length; i++) {
            members.get(labels[i]).add(i);
        }
        int[] shares = shares(members.stream().mapToInt(List::size).toArray(), most);
        Random random = new Random(seed);
        List<Integer> drawn = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            Collections.shuffle(members.get(label), random);
            drawn.addAll(members.get(label).subList(0, shares[label]));
        }
        return drawn.stream().sorted().mapToInt(Integer::intValue).toArray();
    }

    /** Largest remainder method; a class that would get no sample takes one from the largest class. */
    private static int[] shares(int[] counts, int most) {
        long all = Arrays.stream(counts).asLongStream().sum();
        int[] shares = new int[counts.length];
        List<Integer> order = new ArrayList<>();
        int given = 0;
        for (int label = 0; label < counts.length; label++) {
            shares[label] = (int) ((long) counts[label] * most / all);
            given += shares[label];
            order.add(label);
        }
        order.sort((a, b) -> Long.compare((long) counts[b] * most % all, (long) counts[a] * most % all));
        for (int i = 0; given < most; i++, given++) {
            shares[order.get(i)]++;
        }
        for (int label = 0; label < counts.length; label++) {
            int largest = largest(shares);
            if (counts[label] > 0 && shares[label] == 0 && shares[largest] > 1) {
                shares[largest]--;
                shares[label]++;
            }
        }
        return shares;
    }

    private static int largest(int[] shares) {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return best;
    }
}
