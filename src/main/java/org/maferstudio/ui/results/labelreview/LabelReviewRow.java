package org.maferstudio.ui.results.labelreview;

import org.maferstudio.experiment.LabelIssue;
import org.maferstudio.results.Prediction;

/**
 * An error of the network, and what someone thinks of the label.
 *
 * @param truth the label, for people
 * @param called what it was called, for people
 */
record LabelReviewRow(Prediction prediction, String truth, String called, LabelIssue doubt) {
    String sample() {
        return prediction.sample();
    }

    LabelReviewRow with(LabelIssue other) {
        return new LabelReviewRow(prediction, truth, called, other);
    }
}
