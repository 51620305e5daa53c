package org.maferstudio.ui.results.doubts;

import org.maferstudio.experiment.Doubt;
import org.maferstudio.results.Prediction;

/**
 * An error of the network, and what someone thinks of the label.
 *
 * @param truth the label, for people
 * @param called what it was called, for people
 */
record DoubtRow(Prediction prediction, String truth, String called, Doubt doubt) {
    String sample() {
        return prediction.sample();
    }

    DoubtRow with(Doubt other) {
        return new DoubtRow(prediction, truth, called, other);
    }
}
