package org.maferstudio.ui.datasets;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.ui.parts.EmptyState;
import org.maferstudio.ui.parts.PaneView;

/** The pane of datasets, empty for now. */
public final class DatasetsView implements PaneView {
    private final EmptyState empty =
            new EmptyState(Feather.DATABASE, "No dataset yet. Add a folder, a csv or a zip, or draw faces.");

    /** An empty pane. */
    public DatasetsView() {
        empty.getStyleClass().add("datasets");
    }

    @Override
    public Node node() {
        return empty;
    }
}
