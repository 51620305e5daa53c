package org.maferstudio.ui.embedding;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** An experiment that can be laid out, and whether it is. */
final class EmbeddingChoice {
    private final Path folder;
    private final String title;
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");

    EmbeddingChoice(Path folder, String title) {
        this.folder = folder;
        this.title = title;
    }

    Path folder() {
        return folder;
    }

    String title() {
        return title;
    }

    BooleanProperty chosenProperty() {
        return chosen;
    }

    @Override
    public String toString() {
        return title;
    }
}
