package org.maferstudio.weights;

import java.io.IOException;
import org.maferstudio.texts.Texts;

/** How much reading a pickle may still cost: an operation counts one, and each value that an operation copies one more. */
final class ParseBudget {
    /** Far more than any network's: the pickle of an SE-ResNet-50 takes 30,000. */
    static final int MOST = 1_000_000;

    private long done;

    /** Counts so much more. */
    void add(long steps) throws IOException {
        done += steps;
        if (done > MOST) {
            throw new MalformedFile(Texts.of("weights.pickle.error.operations", MOST));
        }
    }
}
