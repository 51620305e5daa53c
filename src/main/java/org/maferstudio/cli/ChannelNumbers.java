package org.maferstudio.cli;

import java.util.Arrays;
import java.util.List;
import org.maferstudio.job.Problem;

/** Numbers by channel as they are written on the command line. */
final class ChannelNumbers {
    private static final double LARGEST = 255;

    private ChannelNumbers() {}

    /**
     * The mean of such a text, in values from 0 to 255; numbers up to 1 are of images from 0 to 1, as torchvision writes
     * them.
     *
     * @throws Problem if it is not numbers with commas
     */
    static List<Double> mean(String text) {
        List<Double> values = of("--mean", text);
        boolean shares = values.stream().allMatch(value -> value >= 0 && value <= 1)
                && values.stream().anyMatch(value -> value > 0);
        return shares ? values.stream().map(value -> LARGEST * value).toList() : values;
    }

    /**
     * The numbers of such a text.
     *
     * @param option that they were given to
     * @throws Problem if it is not numbers with commas
     */
    static List<Double> of(String option, String text) {
        try {
            List<Double> values =
                    Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
            if (values.stream().allMatch(Double::isFinite)) {
                return values;
            }
        } catch (NumberFormatException e) {
            throw Problem.input(wrong(option, text), e);
        }
        throw Problem.input(wrong(option, text));
    }

    private static String wrong(String option, String text) {
        return option + " expects comma-separated numbers such as 131.1,103.9,91.5"
                + (option.equals("--mean") ? " (or, in training, the word train)" : "") + ", got " + text + ".";
    }
}
