package org.maferstudio.ui.datasets;

import java.util.List;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.settings.RememberedDataset;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.UndoStack;
import org.maferstudio.ui.workbench.Preferences;

/** What the user does to the list of datasets: names and removals, all of which can be taken back; files stay as they are. */
final class DatasetEdits {
    private static final int LONGEST_NAME = 80;

    private final Preferences preferences;
    private final DatasetsViewModel model;
    private final UndoStack undo = new UndoStack();

    DatasetEdits(Preferences preferences, DatasetsViewModel model) {
        this.preferences = preferences;
        this.model = model;
    }

    /** What can be taken back. */
    UndoStack undo() {
        return undo;
    }

    /** Whether a line can be renamed and removed; the drawn faces belong to the program. */
    boolean isEditable(String line) {
        return line != null && !line.equals(RecentDatasetLines.DRAWN);
    }

    /** Calls a dataset otherwise; no name gives it its own one back. */
    void rename(String line, String name) {
        String wanted = name.strip();
        String before = preferences.get().dataset(line).title();
        if (wanted.equals(model.recentTitle(line)) || (wanted.isEmpty() && before.isEmpty())) {
            return;
        }
        if (wanted.length() > LONGEST_NAME) {
            model.problemProperty().set(Texts.of("datasets.recent.rename.error.length", LONGEST_NAME));
            return;
        }
        undo.did(Texts.of("datasets.recent.undo.renamed", model.recentTitle(line)), () -> entitle(line, before));
        entitle(line, wanted);
    }

    private void entitle(String line, String title) {
        preferences.change(settings -> settings.withDataset(line, memory -> memory.withTitle(title)));
    }

    /** Removes a dataset from the list, and closes it if it is open. */
    void remove(String line) {
        List<String> recent = preferences.get().recentDatasets();
        if (!isEditable(line) || !recent.contains(line)) {
            return;
        }
        RememberedDataset memory = preferences.get().dataset(line);
        DatasetSource source = line.equals(model.openLine()) ? model.openSource() : null;
        undo.did(Texts.of("datasets.recent.undo.removed", model.recentTitle(line)), () -> {
            preferences.change(
                    settings -> settings.withDatasetAmong(line, recent).withDataset(line, any -> memory));
            if (source != null) {
                model.open(source);
            }
        });
        preferences.change(settings -> settings.withoutDataset(line));
        if (source != null) {
            model.close();
        }
    }
}
