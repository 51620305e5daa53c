package org.maferstudio.ui.workbench;

import java.util.HashMap;
import java.util.Map;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.settings.RememberedDataset;
import org.maferstudio.settings.Settings;
import org.maferstudio.texts.Texts;

/**
 * The names that the user gave to datasets; experiments and predictions keep the dataset's own name.
 *
 * @param byLine the names, by the dataset's paths in one line
 */
public record DatasetTitles(Map<String, String> byLine) {
    /** The path of the drawn faces. */
    public static final String DRAWN = "drawn";

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

    /**
     * The name of a dataset in lists: the user's; of the program's own faces, that in the window's language; else the
     * dataset's own, or the last parts of its paths if it was not opened yet.
     *
     * @param line its paths
     */
    public static String listed(Settings settings, String line) {
        RememberedDataset known = settings.dataset(line);
        if (line.equals(DRAWN) && known.title().isEmpty()) {
            return Texts.of("datasets.recent.drawn.title");
        }
        String name = known.shownName();
        return name.isEmpty() ? DatasetSource.ofLine(line).shortText() : name;
    }

    /** The name of an experiment's dataset: the user's, else its own; empty if unknown. */
    public String of(ExperimentManifest manifest) {
        return byLine.getOrDefault(
                manifest.recipe().dataset().line(), manifest.dataset().name());
    }
}
