package org.maferstudio.results.imports;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table whose format has to be read as a whole.
 *
 * @param rows the names of the columns first
 */
record RowsTable(List<List<String>> rows) implements ImportFile {
    @Override
    public void forEach(Consumer<List<String>> row) {
        rows.forEach(row);
    }
}
