package org.maferstudio.ui.analysis;

/**
 * A part of a film.
 *
 * @param from index of its first analysed frame
 * @param to index of its last analysed frame, not before the first
 */
record FrameRange(int from, int to) {
    FrameRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a part has a beginning and an end after it, got " + from + " to " + to);
        }
    }

    /** The part between two frames, in any order. */
    static FrameRange between(int one, int other) {
        return new FrameRange(Math.min(one, other), Math.max(one, other));
    }

    /** The number of analysed frames in it. */
    int size() {
        return to - from + 1;
    }

    boolean contains(int index) {
        return index >= from && index <= to;
    }
}
