package org.maferstudio.cli;

import java.util.List;
import java.util.Optional;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Option;

/** What the values of a network's input are multiplied with and divided by. */
final class ScaleOptions {
    private static final double LARGEST = 255;

    @Option(
            names = "--scale",
            paramLabel = "NUMBER",
            description = "Factor applied after subtracting the mean, such as 0.0039 or 1/255 (default: that of "
                    + "the file or preset; 1 if --std is given).")
    private String scale;

    @Option(
            names = "--std",
            paramLabel = "B,G,R",
            description = "Standard deviations to divide by, one per channel in the order of --mean, such as "
                    + "57.4,57.1,58.4. Without --scale, values up to 1 refer to images with values from 0 "
                    + "to 1, as in torchvision.")
    private String std;

    /**
     * The scale that was asked for; empty if none was.
     *
     * @throws Problem if it is no positive number or fraction
     */
    Optional<Double> scale() {
        if (scale == null) {
            return std == null ? Optional.empty() : Optional.of(1.0);
        }
        String[] parts = scale.split("/", -1);
        try {
            double value = Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
            if (parts.length <= 2 && value > 0 && Double.isFinite(value)) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            throw Problem.input(wrongScale(), e);
        }
        throw Problem.input(wrongScale());
    }

    private String wrongScale() {
        return "--scale must be a positive number such as 0.0039 or 1/255, got " + scale + ".";
    }

    /**
     * The standard deviations that were asked for, in values from 0 to 255; empty if none were.
     *
     * @throws Problem if they are no positive numbers
     */
    Optional<List<Double>> std() {
        if (std == null) {
            return Optional.empty();
        }
        List<Double> values = ChannelNumbers.of("--std", std);
        if (!values.stream().allMatch(value -> value > 0)) {
            throw Problem.input("--std must be positive, got " + std + ".");
        }
        boolean shares = scale == null
                && values.stream().allMatch(value -> value <= 1)
                && values.stream().anyMatch(value -> value < 1);
        return Optional.of(
                shares ? values.stream().map(value -> LARGEST * value).toList() : values);
    }
}
