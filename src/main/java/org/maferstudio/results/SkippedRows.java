package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.texts.Texts;

/** The unreadable lines of a damaged file: all are counted, and the first ones are listed. */
final class SkippedRows {
    private static final int MOST_TOLD = 200;

    private final List<String> told = new ArrayList<>();
    private long untold;

    /** Adds a problem of the whole file. */
    void add(String what) {
        if (told.size() < MOST_TOLD) {
            told.add(what);
        } else {
            untold++;
        }
    }

    /** Adds a problem of a line; the first line is 1. */
    void add(long line, String what) {
        add(Texts.of("results.predictions.skipped.line", line, what));
    }

    /** All problems; the last entry counts those that are not listed. */
    List<String> all() {
        List<String> all = new ArrayList<>(told);
        if (untold > 0) {
            all.add(Texts.of("results.predictions.skipped.more", untold));
        }
        return List.copyOf(all);
    }
}
