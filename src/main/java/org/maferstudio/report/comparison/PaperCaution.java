package org.maferstudio.report.comparison;

import org.maferstudio.texts.Texts;

/** Reasons why a result and one of the paper may not be comparable. */
public enum PaperCaution {
    /** The result is on the split on which the network was selected. */
    NOT_THE_TEST_SPLIT("not-the-test-split"),
    /** The paper's folds share people, these do not. */
    ONLY_THE_PAPERS_FOLDS_LEAK("only-the-papers-folds-leak-persons"),
    /** Both have folds that share people. */
    BOTH_FOLDS_LEAK("both-folds-leak-persons");

    private final String id;

    PaperCaution(String id) {
        this.id = id;
    }

    /** The stable identifier for files and scripts. */
    public String id() {
        return id;
    }

    /** For display. */
    public String text(String split) {
        return switch (this) {
            case NOT_THE_TEST_SPLIT -> Texts.of("report.paper.caution.notTest", split);
            case ONLY_THE_PAPERS_FOLDS_LEAK -> Texts.of("report.paper.caution.paperFolds");
            case BOTH_FOLDS_LEAK -> Texts.of("report.paper.caution.bothFolds");
        };
    }
}
