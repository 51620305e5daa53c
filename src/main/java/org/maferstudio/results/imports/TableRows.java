package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.job.Problem;

/** The rows of a table that another program wrote: csv and its relatives, Excel, JSON, NumPy. */
public final class TableRows {
    private TableRows() {}

    /**
     * Passes each row to a consumer, the column names first; cells are trimmed.
     *
     * @throws Problem if the file does not exist, or is not such a table
     */
    public static void forEach(Path file, Consumer<List<String>> row) {
        ImportFile.reading(file, () -> {
            ImportFile.open(file).forEach(row);
            return null;
        });
    }
}
