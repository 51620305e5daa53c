package org.maferstudio.datasets;

import java.util.List;
import java.util.Optional;

/**
 * Ten people's votes about one picture of FERPlus.
 *
 * @param counts in the order of {@link #COLUMNS}
 */
record FerPlusVotes(List<Integer> counts) {
    /** The columns of {@code fer2013new.csv}; the last two are no expressions. */
    static final List<String> COLUMNS = List.of(
            "neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt", "unknown", "nf");

    private static final int EXPRESSIONS = 8;

    /** How votes become a class. */
    enum Rule {
        /** Single votes count as none; more than half of the rest wins. */
        MAJORITY("", "the majority's vote"),
        /** Most votes win, the first column among equals. */
        ARGMAX("-argmax", "most votes");

        private final String suffix;
        private final String title;

        Rule(String suffix, String title) {
            this.suffix = suffix;
            this.title = title;
        }

        /** What the reader's name ends with. */
        String suffix() {
            return suffix;
        }

        /** For people, after "by". */
        String title() {
            return title;
        }
    }

    FerPlusVotes {
        counts = List.copyOf(counts);
        if (counts.size() != COLUMNS.size() || counts.stream().anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException("votes are " + COLUMNS.size() + " counts from 0 on, got " + counts);
        }
    }

    /** The expression that wins; empty if there is no winner, or the winner is unknown or no face. */
    Optional<String> winner(Rule rule) {
        List<Integer> votes = rule == Rule.ARGMAX
                ? counts
                : counts.stream().map(c -> c > 1 ? c : 0).toList();
        int most = 0;
        for (int i = 1; i < votes.size(); i++) {
            most = votes.get(i) > votes.get(most) ? i : most;
        }
        int all = votes.stream().mapToInt(Integer::intValue).sum();
        int votesOfMost = votes.get(most);
        boolean wins = rule == Rule.ARGMAX ? votesOfMost > 0 : 2 * votesOfMost > all;
        return wins && most < EXPRESSIONS ? Optional.of(COLUMNS.get(most)) : Optional.empty();
    }
}
