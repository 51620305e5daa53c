package org.maferstudio.report.tables;

import java.util.List;

/**
 * Numbers as text, ready for a file.
 *
 * @param header one name a column, at least one
 * @param rows as many cells each as there are columns
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
