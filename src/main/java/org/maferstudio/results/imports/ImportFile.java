package org.maferstudio.results.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** A file of another program as rows of cells; can be read several times. */
interface ImportFile {
    /** Maximum number of rows. */
    int MAX_ROWS = 5_000_000;

    /** Passes each row to a consumer, the column names first; cells are trimmed. */
    void forEach(Consumer<List<String>> row) throws IOException;

    /**
     * Opens a table in any format.
     *
     * @throws Problem if it is of a kind that cannot be read
     */
    static ImportFile open(Path file) throws IOException {
        return switch (ImportFileKind.of(file)) {
            case TEXT -> new ListCells(new CsvTable(file));
            case JSON -> JsonTable.of(file);
            case NPY, NPZ -> NumpyTable.of(file);
            case XLSX -> XlsxTable.of(file);
        };
    }

    /** Runs work on a file, and reports in one sentence if it cannot be read. */
    static <T> T reading(Path file, Work<T> work) {
        try {
            return work.run();
        } catch (CSVException e) {
            throw Problem.input(Texts.of("results.imports.error.notCsv", file, e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw Problem.input(
                    Texts.of(
                            "results.imports.error.unreadable",
                            file,
                            e.getCause().getMessage()),
                    e);
        } catch (IOException e) {
            throw Problem.input(Texts.of("results.imports.error.unreadable", file, e.getMessage()), e);
        }
    }

    /** Work that may fail while a file is read. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
