package org.maferstudio.results.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** A table of NumPy arrays: each array of an npz is a column, or has one column per class. */
final class NumpyTable {
    private static final int MAX_ARRAYS = 100;
    private static final String ENDING = ".npy";

    private NumpyTable() {}

    /** Reads the table of a file. */
    static ImportFile of(Path file) throws IOException {
        Map<String, NumpyArray> arrays = arrays(file);
        int rows = arrays.values().iterator().next().rows();
        if (arrays.containsKey("") || arrays.values().stream().anyMatch(array -> array.rows() != rows)) {
            throw Problem.input(Texts.of("results.imports.error.numpyColumns", file, names(arrays)));
        }
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>();
        arrays.forEach((name, array) -> {
            for (int i = 0; i < array.columns(); i++) {
                header.add(array.dimensions() == 1 ? name : name + "." + i);
            }
        });
        table.add(header);
        for (int i = 0; i < rows; i++) {
            List<String> row = new ArrayList<>();
            for (NumpyArray array : arrays.values()) {
                row.addAll(array.row(i));
            }
            table.add(row);
        }
        return new RowsTable(table);
    }

    /** All arrays of a file by name; that of an npy file has no name. */
    static Map<String, NumpyArray> arrays(Path file) throws IOException {
        Map<String, NumpyArray> arrays = new LinkedHashMap<>();
        try (InputStream in = TextFile.unpacked(file)) {
            if (ImportFileKind.of(file) == ImportFileKind.NPY) {
                return Map.of("", NumpyArray.read(in, file));
            }
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!name.endsWith(ENDING) || arrays.size() >= MAX_ARRAYS) {
                    throw Problem.input(Texts.of("results.imports.error.zip", file));
                }
                arrays.put(name.substring(0, name.length() - ENDING.length()), NumpyArray.read(zip, file));
            }
        } catch (EOFException e) {
            throw Problem.input(Texts.of("results.imports.error.truncated", file), e);
        }
        if (arrays.isEmpty()) {
            throw Problem.input(Texts.of("results.imports.error.zip", file));
        }
        return arrays;
    }

    private static String names(Map<String, NumpyArray> arrays) {
        return arrays.entrySet().stream()
                .map(each -> (each.getKey().isEmpty() ? "" : each.getKey() + " ")
                        + (each.getValue().dimensions() == 1
                                ? "(" + each.getValue().rows() + ")"
                                : "(" + each.getValue().rows() + ", "
                                        + each.getValue().columns() + ")"))
                .collect(Collectors.joining(", "));
    }
}
