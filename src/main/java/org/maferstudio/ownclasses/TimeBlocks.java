package org.maferstudio.ownclasses;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Folds for cross-validation that keep near duplicates apart: the samples of each class are split into blocks of
 * consecutive samples, never at random, and samples that were captured up to half a second before or after a held-out
 * block are not trained on.
 */
final class TimeBlocks {
    /** Number of blocks per class. */
    static final int COUNT = 4;

    /** Samples of the same take within this time of a held-out sample are left out, in seconds. */
    static final double GAP = 0.5;

    /** Minimum number of samples per class to train on in each fold. */
    private static final int LEAST = 4;

    private TimeBlocks() {}

    /** The block of a sample, 0 to 3: blocks have the same number of samples, up to one. */
    static int of(int sample, int samples) {
        return (int) ((long) sample * COUNT / samples);
    }

    /** The indices of the samples that are trained on while a block is held out. */
    static List<Integer> trained(List<FaceSample> samples, int heldOut) {
        List<FaceSample> out = IntStream.range(0, samples.size())
                .filter(i -> of(i, samples.size()) == heldOut)
                .mapToObj(samples::get)
                .toList();
        List<Integer> trained = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            FaceSample sample = samples.get(i);
            if (of(i, samples.size()) != heldOut && out.stream().noneMatch(each -> each.isNear(sample, GAP))) {
                trained.add(i);
            }
        }
        return trained;
    }

    /** Whether every fold has something to hold out and enough to train on. */
    static boolean suit(List<FaceSample> samples) {
        return samples.size() >= COUNT
                && IntStream.range(0, COUNT)
                        .allMatch(block -> trained(samples, block).size() >= LEAST);
    }
}
