package org.maferstudio.slices;

import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;

/**
 * The columns that predictions have without a table: the class, the group, and the folders of the samples' names, which
 * hold the light in Oulu-CASIA and the person in many datasets.
 */
public final class KnownColumns {
    /** The true class. */
    public static final String CLASS = "class";
    /** The person or video. */
    public static final String GROUP = "group";

    private static final String FOLDER = "folder";

    private KnownColumns() {}

    /** The columns of predictions; those with a single value are left out. */
    public static SampleColumns of(Predictions predictions) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (Prediction row : predictions.rows()) {
            put(columns, CLASS, row.sample(), predictions.labels().name(row.label()));
            put(columns, GROUP, row.sample(), row.group());
            String[] parts = row.sample().split("/");
            for (int i = 0; i < parts.length - 1 && i < SampleColumns.MOST / 2; i++) {
                put(columns, FOLDER + " " + (i + 1), row.sample(), parts[i]);
            }
        }
        columns.values().removeIf(cells -> cells.values().stream().distinct().count() < 2);
        return SampleColumns.of(columns);
    }

    private static void put(Map<String, Map<String, String>> columns, String name, String sample, String cell) {
        if (!cell.isBlank()) {
            columns.computeIfAbsent(name, any -> new LinkedHashMap<>()).put(sample, cell);
        }
    }
}
