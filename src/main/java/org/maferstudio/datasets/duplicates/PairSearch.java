package org.maferstudio.datasets.duplicates;

import org.maferstudio.job.Progress;

/** Finds pairs of images with windows that look alike by their {@link Sketches}. */
interface PairSearch {
    /** In how many bits, in the first 64 and in all 256, sketches of the same photograph differ at most. */
    int FIRST_BITS = 18;

    int ALL_BITS = 52;

    /** Receives the pairs, from several threads at once. */
    @FunctionalInterface
    interface Pairs {
        /**
         * A window of an image looks like a window of a later one.
         *
         * @param otherWindow one of the mirror image from {@code ImageWindow.ALL.size()} on
         */
        void found(int one, int window, int other, int otherWindow);
    }

    /**
     * Finds pairs; asked to stop, some of them.
     *
     * @param images the places of those that are compared, ascending
     */
    void search(int[] images, Pairs pairs, Progress progress);

    /** Whether a pair that was found shows the same photograph. */
    boolean isSame(Alignment pair);

    /** Whether two windows are compared: one is a crop of the other image, or both are shifted crops of one image. */
    static boolean isCompared(int window, int otherWindow) {
        return window == 0 || otherWindow % ImageWindow.ALL.size() == 0 || window == ImageWindow.CENTRE;
    }
}
