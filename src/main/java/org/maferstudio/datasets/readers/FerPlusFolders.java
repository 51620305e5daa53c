package org.maferstudio.datasets.readers;

import java.util.List;
import java.util.stream.Stream;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.job.Problem;

/**
 * The tables of the folders that FERPlus's scripts make: {@code FER2013Train/label.csv} without a header, a row {@code
 * fer0000000.png,"(0, 0, 48, 48)",4,0,0,1,3,2,0,0,0,0}.
 */
final class FerPlusFolders {
    private static final String PREFIX = "FER2013";

    /** Image, box, and the votes in the order of FERPlus. */
    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("image name", "box"), FerPlusVotes.COLUMNS.stream())
            .toList();

    private FerPlusFolders() {}

    /** The tables, sorted by name. */
    static List<String> tables(DatasetTree tree) {
        return tree.entries().stream()
                .filter(entry -> EntryNames.fileName(entry).equals("label.csv")
                        && EntryNames.fileName(EntryNames.folder(entry)).startsWith(PREFIX)
                        && fits(tree, entry))
                .toList();
    }

    private static boolean fits(DatasetTree tree, String entry) {
        try (CsvRows rows = open(tree, entry)) {
            return rows.next() && rows.size() == COLUMNS.size() && EntryNames.isImage(rows.field("image name"));
        } catch (Problem e) {
            // This only checks; other layouts may match.
            return false;
        }
    }

    /** The rows of a table; to be closed by the caller. */
    static CsvRows open(DatasetTree tree, String table) {
        return new CsvRows(tree.openTable(table), table, COLUMNS);
    }

    /** The split that the folder of a table names, such as {@code Train} for {@code FER2013Train}. */
    static String usage(String table) {
        return EntryNames.fileName(EntryNames.folder(table)).substring(PREFIX.length());
    }
}
