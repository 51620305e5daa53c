package org.maferstudio.ui.results.labelreview;

import org.maferstudio.experiment.LabelIssue;
import org.maferstudio.results.Prediction;

/**
 * An error of the network, and the user's verdict on the label.
 *
 * @param trueClass the label, for display
 * @param predicted the predicted class, for display
 */
record LabelReviewRow(Prediction prediction, String trueClass, String predicted, LabelIssue issue) {
    String sample() {
        return prediction.sample();
    }

    LabelReviewRow with(LabelIssue other) {
        return new LabelReviewRow(prediction, trueClass, predicted, other);
    }
}
