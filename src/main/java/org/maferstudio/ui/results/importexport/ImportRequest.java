package org.maferstudio.ui.results.importexport;

import java.nio.file.Path;
import java.util.List;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.imports.ImportedMatrix;
import org.maferstudio.results.imports.ImportedPredictions;

/**
 * The user's settings for the import of a file of another program.
 *
 * @param kind which of the two requests holds
 */
record ImportRequest(Path file, ImportKind kind, ImportedPredictions.Request table, ImportedMatrix.Request matrix) {
    /** Reads the file so, as the command does. */
    Found read() {
        if (kind == ImportKind.MATRIX) {
            ImportedMatrix.Found found = ImportedMatrix.read(file, matrix);
            return new Found(
                    ImportedMatrix.predictions(found.matrix(), table.split(), table.resolution()), found.notes());
        }
        ImportedPredictions.Found found = ImportedPredictions.read(file, table);
        return new Found(found.predictions(), found.notes());
    }

    /** What was read, and how it was understood. */
    record Found(Predictions predictions, List<String> notes) {}
}
