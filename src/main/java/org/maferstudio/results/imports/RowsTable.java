package org.maferstudio.results.imports;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table whose format has to be read completely.
 *
 * @param rows the column names first
 */
record RowsTable(List<List<String>> rows) implements ImportFile {
    @Override
    public void forEach(Consumer<List<String>> row) {
        rows.forEach(row);
    }
}
