package org.maferstudio.network;

import java.util.List;

/**
 * What became of each parameter when weights were read from a file.
 *
 * @param read the parameters that took the file's values
 * @param missing the parameters that the file does not have; they keep their values
 * @param otherShape the parameters whose shape in the file is another; they keep their values
 * @param leftOut what the file has and the network does not
 */
public record LoadReport(List<String> read, List<String> missing, List<String> otherShape, List<String> leftOut) {
    public LoadReport {
        read = List.copyOf(read);
        missing = List.copyOf(missing);
        otherShape = List.copyOf(otherShape);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether every parameter of the network took a value. */
    public boolean complete() {
        return missing.isEmpty() && otherShape.isEmpty();
    }

    /** Whether every parameter before the classifier took a value: enough for fine-tuning with other classes. */
    public boolean completeButClassifier() {
        return missing.stream().allMatch(Blueprint::isClassifier)
                && otherShape.stream().allMatch(Blueprint::isClassifier);
    }

    /** One sentence with the counts. */
    public String sentence() {
        return read.size() + " arrays read, " + missing.size() + " missing, " + otherShape.size()
                + " of another shape, " + leftOut.size() + " left out.";
    }
}
