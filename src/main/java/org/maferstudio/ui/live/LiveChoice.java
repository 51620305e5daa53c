package org.maferstudio.ui.live;

import java.nio.file.Path;
import org.maferstudio.texts.Texts;

/**
 * A network that can be shown live.
 *
 * @param title displayed; empty for none
 * @param folder its experiment's; null for none
 * @param drawn whether it was trained on drawn faces
 */
record LiveChoice(String title, Path folder, boolean drawn) {
    /** No second network. */
    static final LiveChoice NONE = new LiveChoice(Texts.of("live.form.compareWith.none"), null, false);

    @Override
    public String toString() {
        return title;
    }
}
