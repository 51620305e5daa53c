package org.maferstudio.slices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.job.Problem;
import org.maferstudio.results.imports.TableRows;
import org.maferstudio.texts.Texts;

/**
 * The columns of a table whose rows name the samples, such as the attributes of RAF-DB's faces.
 *
 * @param columns all others than the one with the names
 * @param key the name of that column
 * @param samples number of samples that have a row
 * @param rows number of rows
 */
public record JoinedTable(SampleColumns columns, String key, int samples, int rows) {
    /** Maximum length of a cell, in characters; longer ones are cut. */
    private static final int LONGEST = 100;

    /**
     * Joins a table with samples by the column that names most of them. If several rows name one sample, the first counts.
     * A folder with RAF-DB's attribute files, or one of them, is a table, too.
     *
     * @param ids of the samples
     * @throws Problem if the file is no table, or names none of the samples
     */
    public static JoinedTable of(Path file, Collection<String> ids) {
        if (RafAttributes.isAt(file)) {
            return RafAttributes.of(file, ids);
        }
        SampleNames names = new SampleNames(ids);
        List<String> header = new ArrayList<>();
        // Samples, not rows: the values 1 and 2 of a column may be names of images as well.
        List<Set<String>> found = new ArrayList<>();
        int[] rows = {-1};
        TableRows.forEach(file, cells -> {
            if (rows[0]++ < 0) {
                header.addAll(cells);
                header.forEach(name -> found.add(new HashSet<>()));
                return;
            }
            for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
                names.find(cells.get(i)).ifPresent(found.get(i)::add);
            }
        });
        int key = largest(found);
        if (key < 0) {
            String example = ids.stream().findFirst().orElse("");
            throw Problem.input(
                    Texts.of("slices.table.error.noSample", file, ids.size(), String.join(", ", header), example));
        }
        return read(file, names, header, key);
    }

    private static JoinedTable read(Path file, SampleNames names, List<String> header, int key) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != key) {
                columns.putIfAbsent(name(header, i), new HashMap<>());
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        int[] rows = {-1};
        TableRows.forEach(file, cells -> {
            if (rows[0]++ < 0 || cells.size() <= key) {
                return;
            }
            Optional<String> sample = names.find(cells.get(key));
            if (sample.isEmpty() || seen.merge(sample.get(), 1, Integer::sum) > 1) {
                return;
            }
            for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
                String cell = cells.get(i).strip();
                if (i != key && !cell.isEmpty()) {
                    columns.get(name(header, i))
                            .putIfAbsent(sample.get(), cell.substring(0, Math.min(LONGEST, cell.length())));
                }
            }
        });
        return new JoinedTable(SampleColumns.of(columns), header.get(key), seen.size(), rows[0]);
    }

    private static String name(List<String> header, int column) {
        String name = header.get(column).strip();
        return name.isEmpty() ? "column " + (column + 1) : name.substring(0, Math.min(LONGEST, name.length()));
    }

    /** The index of the largest set, the first of equals; -1 if all are empty. */
    private static int largest(List<Set<String>> sets) {
        int largest = -1;
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).size() > (largest < 0 ? 0 : sets.get(largest).size())) {
                largest = i;
            }
        }
        return largest;
    }
}
