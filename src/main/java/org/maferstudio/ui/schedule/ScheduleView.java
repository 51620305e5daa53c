package org.maferstudio.ui.schedule;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.ui.parts.EmptyState;
import org.maferstudio.ui.parts.PaneView;

/** The pane of schedule, empty for now. */
public final class ScheduleView implements PaneView {
    private final EmptyState empty =
            new EmptyState(Feather.LAYERS, "The schedule says how often and how far training lowers the resolution.");

    /** An empty pane. */
    public ScheduleView() {
        empty.getStyleClass().add("schedule");
    }

    @Override
    public Node node() {
        return empty;
    }
}
