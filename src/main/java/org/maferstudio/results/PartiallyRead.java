package org.maferstudio.results;

import java.util.List;

/**
 * Partially read predictions.
 *
 * @param predictions the valid rows, at least one
 * @param skippedRows descriptions of what was skipped or is missing, such as {@code line 7: "x" is not a probability}; empty
 *     for an intact file
 */
public record PartiallyRead(Predictions predictions, List<String> skippedRows) {
    public PartiallyRead {
        skippedRows = List.copyOf(skippedRows);
    }
}
