package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import org.maferstudio.texts.Texts;

/**
 * A network that can be chosen to classify faces.
 *
 * @param title displayed; empty for none
 * @param folder its experiment's; null for none
 * @param drawn whether it was trained on drawn faces
 */
public record NetworkChoice(String title, Path folder, boolean drawn) {
    /** No second network. */
    public static final NetworkChoice NONE = new NetworkChoice(Texts.of("common.network.none"), null, false);

    @Override
    public String toString() {
        return title;
    }
}
