package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.settings.RememberedDataset;
import org.maferstudio.settings.Settings;
import org.maferstudio.texts.Texts;

/** The datasets that were opened before, as lines of paths; the order is stable while the window is open. */
final class RecentDatasetLines {
    /** The drawn faces among the lines. */
    static final String DRAWN = "drawn";

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
                .filter(line -> !shownName(settings, line).equals(names.getOrDefault(line, "")))
                .toList();
        renamed.forEach(line -> names.put(line, shownName(settings, line)));
        if (!lines.equals(new ArrayList<>(now))) {
            lines.setAll(now);
        } else {
            renamed.forEach(line -> lines.set(lines.indexOf(line), line));
        }
    }

    /** The program's own faces are named in the window's language, unless somebody has renamed them. */
    private static String shownName(Settings settings, String line) {
        RememberedDataset known = settings.dataset(line);
        return line.equals(DRAWN) ? known.title() : known.shownName();
    }

    /** The name of a dataset that was opened before, else the last parts of its paths. */
    String title(String line) {
        String name = names.getOrDefault(line, "");
        return name.isEmpty() ? ofPaths(line) : name;
    }

    /** The last parts of the paths of a line, for display. */
    static String ofPaths(String line) {
        if (line.equals(DRAWN)) {
            return Texts.of("datasets.recent.drawn.title");
        }
        return DatasetSource.ofLine(line).shortText();
    }
}
