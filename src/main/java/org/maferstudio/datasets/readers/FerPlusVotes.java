package org.maferstudio.datasets.readers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ten people's votes about one image of FERPlus.
 *
 * @param counts in the order of {@link #COLUMNS}
 */
record FerPlusVotes(List<Integer> counts) {
    /** The columns of {@code fer2013new.csv}; the last two are no expressions. */
    static final List<String> COLUMNS = List.of(
            "neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt", "unknown", "nf");

    private static final int EXPRESSIONS = 8;

    /** How votes are converted to a class. */
    enum Rule {
        /** Single votes are ignored; a majority of the rest wins. */
        MAJORITY(""),
        /** The column with the most votes wins; the first one in case of a tie. */
        ARGMAX("-argmax"),
        /** The network is trained on the shares of the votes; the class for evaluation is that of {@link #ARGMAX}. */
        SOFT("-soft");

        private final String suffix;

        Rule(String suffix) {
            this.suffix = suffix;
        }

        /** The suffix of the reader's name. */
        String suffix() {
            return suffix;
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
        boolean majority = rule == Rule.MAJORITY;
        List<Integer> votes = majority ? counts.stream().map(c -> c > 1 ? c : 0).toList() : counts;
        int most = 0;
        for (int i = 1; i < votes.size(); i++) {
            most = votes.get(i) > votes.get(most) ? i : most;
        }
        int all = votes.stream().mapToInt(Integer::intValue).sum();
        int votesOfMost = votes.get(most);
        boolean wins = majority ? 2 * votesOfMost > all : votesOfMost > 0;
        return wins && most < EXPRESSIONS ? Optional.of(COLUMNS.get(most)) : Optional.empty();
    }

    /** The shares of the expressions among the votes for one; there has to be such a vote. */
    Map<String, Double> shares() {
        List<Integer> votes = counts.subList(0, EXPRESSIONS);
        double all = votes.stream().mapToInt(Integer::intValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            shares.put(COLUMNS.get(i), votes.get(i) / all);
        }
        return shares;
    }
}
