package org.maferstudio.datasets.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.expression.LabelSet;

/**
 * The result of a dataset check.
 *
 * @param labels the classes
 * @param counts readable images by split and class, classes in the label set's order
 * @param means by split
 * @param sizes how many images have which size, such as {@code 48x48 grey}, in English; the most frequent first
 * @param findings damage first, then other issues
 * @param fingerprint 64 hex digits, the same for the same images with the same classes and splits, independent of their location
 */
public record DatasetCheckResult(
        LabelSet labels,
        Map<String, int[]> counts,
        Map<String, ChannelMeans> means,
        Map<String, Integer> sizes,
        List<DatasetIssue> findings,
        String fingerprint) {
    public DatasetCheckResult {
        findings = List.copyOf(findings);
    }

    /**
     * The mean of each channel over all pixels, 0 to 255.
     *
     * @param blue of RGB images, and the grey value of grey ones
     * @param green likewise
     * @param red likewise
     * @param grey the luma of each pixel
     */
    public record ChannelMeans(double blue, double green, double red, double grey) {}

    /** How many images could be read. */
    public int readable() {
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The issues by kind, in the order in which they were found. */
    public Map<DatasetIssue.Kind, List<DatasetIssue>> byKind() {
        Map<DatasetIssue.Kind, List<DatasetIssue>> byKind = new EnumMap<>(DatasetIssue.Kind.class);
        findings.forEach(
                f -> byKind.computeIfAbsent(f.kind(), k -> new ArrayList<>()).add(f));
        return byKind;
    }
}
