package org.maferstudio.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.maferstudio.ui.workbench.ExperimentOpener;

/** Opens experiments and bundles that are dropped anywhere on a window; panes receive all other files. */
final class FileDrops {
    private final ExperimentOpener openings;

    FileDrops(ExperimentOpener openings) {
        this.openings = openings;
    }

    /** Handles drops on a scene before its panes do. */
    void on(Scene scene) {
        scene.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (!taken(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = taken(event);
            if (!files.isEmpty()) {
                files.forEach(openings::open);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private List<Path> taken(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(openings::canOpen)
                .toList();
    }
}
