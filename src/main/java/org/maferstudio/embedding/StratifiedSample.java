package org.maferstudio.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws so many of labelled samples that each class keeps its share. */
public final class StratifiedSample {
    private StratifiedSample() {}

    /**
     * The places of those that are drawn, in order; all if there are no more than {@code most}. Each class has its share
     * of {@code most}, rounded so that the sum is right, and one at least as far as there is room.
     *
     * @param labels one a sample, from 0 on
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

    /** Largest remainders; a class that would get none takes one from the largest. */
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
