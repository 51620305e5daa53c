package org.maferstudio.ui.results.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.maferstudio.results.ForeignMatrix;
import org.maferstudio.results.ForeignTable;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

/**
 * What someone says about a file of another program.
 *
 * @param columns which column is which, where it is not found by its name
 * @param classes in order; empty where the file names them
 */
record ImportRequest(
        Path file,
        ImportKind kind,
        Map<ForeignTable.Column, String> columns,
        List<String> classes,
        ForeignMatrix.Rows rows,
        String split,
        Resolution resolution) {
    ImportRequest {
        columns = Map.copyOf(columns);
        classes = List.copyOf(classes);
    }

    /** Reads the file so, as the command does. */
    Found read() {
        if (kind == ImportKind.MATRIX) {
            ForeignMatrix.Found found = ForeignMatrix.read(file, classes, rows);
            return new Found(ForeignMatrix.predictions(found.matrix(), split, resolution), found.notes());
        }
        ForeignTable.Found found =
                ForeignTable.read(file, new ForeignTable.Request(columns, classes, split, resolution));
        return new Found(found.predictions(), found.notes());
    }

    /** What was read, and how it was understood. */
    record Found(Predictions predictions, List<String> notes) {}
}
