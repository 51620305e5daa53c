package org.maferstudio.results;

import java.util.List;

/**
 * What could be read of predictions, and what could not.
 *
 * @param predictions the rows that are whole, at least one
 * @param losses what was left out or is missing, such as {@code line 7: "x" is no probability}; empty for a file as it
 *     should be
 */
public record PartiallyRead(Predictions predictions, List<String> losses) {
    public PartiallyRead {
        losses = List.copyOf(losses);
    }
}
