package org.maferstudio.ui.workbench;

import java.util.HashMap;
import java.util.Map;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.settings.Settings;

/**
 * The names that the user gave to datasets; experiments and predictions keep the dataset's own name.
 *
 * @param byLine the names, by the dataset's paths in one line
 */
public record DatasetTitles(Map<String, String> byLine) {
    /** No dataset was renamed. */
    public static final DatasetTitles NONE = new DatasetTitles(Map.of());

    public DatasetTitles {
        byLine = Map.copyOf(byLine);
    }

    /** Those that the settings remember. */
    public static DatasetTitles of(Settings settings) {
        Map<String, String> titles = new HashMap<>();
        settings.datasets().forEach((line, memory) -> {
            if (!memory.title().isEmpty()) {
                titles.put(line, memory.title());
            }
        });
        return new DatasetTitles(titles);
    }

    /** The name of an experiment's dataset: the user's, else its own; empty if unknown. */
    public String of(ExperimentManifest manifest) {
        return byLine.getOrDefault(
                manifest.recipe().dataset().line(), manifest.dataset().name());
    }
}
