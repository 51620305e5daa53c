package org.maferstudio.report.tables;

import java.util.List;

/**
 * A table of text.
 *
 * @param header one name per column, at least one
 * @param rows with one cell per column
 */
public record Table(List<String> header, List<List<String>> rows) {
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("each row needs " + header.size() + " cells, got " + row);
            }
        }
    }
}
