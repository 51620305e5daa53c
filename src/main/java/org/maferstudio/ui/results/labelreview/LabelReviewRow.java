package org.maferstudio.ui.results.labelreview;

import org.maferstudio.experiment.LabelIssue;
import org.maferstudio.results.Prediction;

/**
 * An error of the network, and the user's verdict on the label.
 *
 * @param truth the label, for display
 * @param called the predicted class, for display
 */
record LabelReviewRow(Prediction prediction, String truth, String called, LabelIssue issue) {
    String sample() {
        return prediction.sample();
    }

    LabelReviewRow with(LabelIssue other) {
        return new LabelReviewRow(prediction, truth, called, other);
    }
}
