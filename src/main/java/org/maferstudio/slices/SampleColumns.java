package org.maferstudio.slices;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** What is known of samples beside their class: named columns with one cell of text per sample. */
public final class SampleColumns {
    /** No columns. */
    public static final SampleColumns NONE = new SampleColumns(Map.of());

    /** Maximum number of columns. */
    static final int MOST = 200;

    /** The cells of each column by sample; a sample without a cell is missing. */
    private final Map<String, Map<String, String>> columns;

    private SampleColumns(Map<String, Map<String, String>> columns) {
        this.columns = columns;
    }

    /**
     * Creates columns.
     *
     * @param columns the cells of each column by sample, in the order of display
     * @throws Problem if there are too many
     */
    static SampleColumns of(Map<String, Map<String, String>> columns) {
        if (columns.size() > MOST) {
            throw Problem.input(Texts.of("slices.columns.error.many", columns.size(), MOST));
        }
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        columns.forEach((name, cells) -> copy.put(name, new HashMap<>(cells)));
        return new SampleColumns(copy);
    }

    /** The names of the columns, in the order of display. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** The cell of a sample; blank if unknown. */
    public String cell(String column, String sample) {
        return columns.getOrDefault(column, Map.of()).getOrDefault(sample, "");
    }

    /** The samples that have a cell in any column, by name. */
    List<String> samples() {
        return columns.values().stream()
                .flatMap(cells -> cells.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** These columns and others, which replace those of the same name. */
    public SampleColumns with(SampleColumns others) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>(columns);
        all.putAll(others.columns);
        return of(all);
    }

    /**
     * Finds a column by its name, whose case may differ.
     *
     * @throws Problem if there is none, naming those that exist
     */
    public String named(String typed) {
        if (columns.containsKey(typed)) {
            return typed;
        }
        List<String> alike = new ArrayList<>(columns.keySet());
        alike.removeIf(name -> !name.equalsIgnoreCase(typed));
        if (alike.size() == 1) {
            return alike.get(0);
        }
        throw Problem.input(Texts.of("slices.columns.error.unknown", typed, String.join(", ", columns.keySet())));
    }

    /** Whether two columns divide the samples of the second into the same parts, whatever their values are called. */
    public boolean isSameDivision(String column, String other) {
        Map<String, String> there = new HashMap<>();
        Map<String, String> back = new HashMap<>();
        return columns.containsKey(other)
                && cells(other).entrySet().stream().allMatch(cell -> {
                    String here = cell(column, cell.getKey());
                    return cell.getValue().equals(there.computeIfAbsent(here, any -> cell.getValue()))
                            && here.equals(back.computeIfAbsent(cell.getValue(), any -> here));
                });
    }

    /** The cells of a column by sample. Not a copy; cannot be modified. */
    Map<String, String> cells(String column) {
        return Collections.unmodifiableMap(columns.getOrDefault(column, Map.of()));
    }
}
