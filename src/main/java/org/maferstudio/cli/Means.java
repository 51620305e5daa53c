package org.maferstudio.cli;

import java.util.Arrays;
import java.util.List;
import org.maferstudio.job.Problem;

/** Means of channels as they are written on the command line. */
final class Means {
    private Means() {}

    /**
     * The numbers of such a text.
     *
     * @throws Problem if it is not numbers with commas
     */
    static List<Double> of(String text) {
        try {
            return Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
        } catch (NumberFormatException e) {
            throw Problem.input(
                    "The mean is numbers with commas such as 131.1,103.9,91.5 (in training also the word train), got "
                            + text + ".",
                    e);
        }
    }
}
