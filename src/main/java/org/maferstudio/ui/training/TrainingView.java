package org.maferstudio.ui.training;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.ui.parts.EmptyState;
import org.maferstudio.ui.parts.PaneView;

/** The pane of training, empty for now. */
public final class TrainingView implements PaneView {
    private final EmptyState empty =
            new EmptyState(Feather.TRENDING_UP, "Choose a dataset first; then a network can be trained on it.");

    /** An empty pane. */
    public TrainingView() {
        empty.getStyleClass().add("training");
    }

    @Override
    public Node node() {
        return empty;
    }
}
