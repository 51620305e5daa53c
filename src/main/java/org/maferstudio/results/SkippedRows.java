package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.texts.Texts;

/** What of a damaged file could not be read, line by line; counted to the end, told as far as someone would read. */
final class SkippedRows {
    private static final int MOST_TOLD = 200;

    private final List<String> told = new ArrayList<>();
    private long untold;

    /** Something is wrong with the whole. */
    void add(String what) {
        if (told.size() < MOST_TOLD) {
            told.add(what);
        } else {
            untold++;
        }
    }

    /** Something is wrong with a line, the first of which is 1. */
    void add(long line, String what) {
        add(Texts.of("results.predictions.skipped.line", line, what));
    }

    /** All of it; the last says how much more there is. */
    List<String> all() {
        List<String> all = new ArrayList<>(told);
        if (untold > 0) {
            all.add(Texts.of("results.predictions.skipped.more", untold));
        }
        return List.copyOf(all);
    }
}
