package org.maferstudio.results;

import java.util.List;
import java.util.Map;

/** The names under which other programs keep what a table of predictions holds. */
final class UsualColumns {
    private static final Map<ForeignTable.Column, List<String>> USUAL = Map.of(
            ForeignTable.Column.SAMPLE,
            List.of("sample", "image", "img", "image_name", "file", "filename", "file_name", "path", "name", "id"),
            ForeignTable.Column.GROUP,
            List.of("group", "subject", "person", "video"),
            ForeignTable.Column.LABEL,
            List.of("label", "gt_label", "gt", "ground_truth", "truth", "true", "true_label", "y_true", "target"),
            ForeignTable.Column.PREDICTED,
            List.of("predicted", "prediction", "pred", "predicted_label", "pred_label", "y_pred", "output"));

    private UsualColumns() {}

    /** The place of a column that has one of its usual names; -1 if none has. */
    static int place(ForeignTable.Column column, List<String> header) {
        for (String usual : USUAL.get(column)) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).equalsIgnoreCase(usual)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
