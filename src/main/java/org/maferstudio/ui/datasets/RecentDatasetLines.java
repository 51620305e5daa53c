package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.workbench.DatasetTitles;

/** The datasets that were opened before, as lines of paths; the order is stable while the window is open. */
final class RecentDatasetLines {
    /** The drawn faces among the lines. */
    static final String DRAWN = DatasetTitles.DRAWN;

    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final Map<String, String> names = new HashMap<>();

    /** The lines: what is new above, the drawn faces at the end unless they were opened. */
    ObservableList<String> lines() {
        return lines;
    }

    /** Loads the stored list, the newest first. */
    void set(Settings settings) {
        Set<String> wanted = new LinkedHashSet<>(settings.recentDatasets());
        wanted.add(DRAWN);
        Set<String> now = new LinkedHashSet<>(wanted);
        now.removeIf(lines::contains);
        lines.stream().filter(wanted::contains).forEach(now::add);
        List<String> renamed = wanted.stream()
                .filter(line -> !DatasetTitles.listed(settings, line).equals(names.getOrDefault(line, "")))
                .toList();
        renamed.forEach(line -> names.put(line, DatasetTitles.listed(settings, line)));
        if (!lines.equals(new ArrayList<>(now))) {
            lines.setAll(now);
        } else {
            renamed.forEach(line -> lines.set(lines.indexOf(line), line));
        }
    }

    /** The name of a dataset for display. */
    String title(String line) {
        return names.getOrDefault(line, DatasetTitles.listed(Settings.defaults(), line));
    }
}
