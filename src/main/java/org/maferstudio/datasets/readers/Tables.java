package org.maferstudio.datasets.readers;

import java.util.List;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.job.Problem;

/** Finds the tables of a tree by the names of their columns. */
final class Tables {
    private static final int MAX_TABLES = 200;

    private Tables() {}

    /**
     * The csv files whose header names all these columns, sorted by name.
     *
     * @throws Problem if a table cannot be read and nothing but tables is there; if there are images, it is skipped
     */
    static List<String> with(DatasetTree tree, String... columns) {
        return tree.entries().stream()
                .filter(EntryNames::isCsv)
                .limit(MAX_TABLES)
                .filter(entry -> hasColumns(tree, entry, columns))
                .toList();
    }

    private static boolean hasColumns(DatasetTree tree, String entry, String... columns) {
        try (CsvRows csv = new CsvRows(tree.openTable(entry), entry)) {
            return csv.has(columns);
        } catch (Problem e) {
            if (tree.entries().stream().noneMatch(EntryNames::isImage)) {
                throw e;
            }
            return false;
        }
    }
}
