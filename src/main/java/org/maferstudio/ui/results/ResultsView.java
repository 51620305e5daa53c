package org.maferstudio.ui.results;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.ui.parts.EmptyState;
import org.maferstudio.ui.parts.PaneView;

/** The pane of results, empty for now. */
public final class ResultsView implements PaneView {
    private final EmptyState empty =
            new EmptyState(Feather.GRID, "No experiments yet. Train a network, or open a bundle.");

    /** An empty pane. */
    public ResultsView() {
        empty.getStyleClass().add("results");
    }

    @Override
    public Node node() {
        return empty;
    }
}
