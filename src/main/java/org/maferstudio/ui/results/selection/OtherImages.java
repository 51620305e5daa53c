package org.maferstudio.ui.results.selection;

import org.maferstudio.texts.Texts;

/** On which other images networks are evaluated. */
public enum OtherImages {
    /** Each network on the dataset of each. */
    DATASETS(Texts.of("results.otherImages.datasets")),
    /** Each network on degraded images of its own dataset. */
    DEGRADED(Texts.of("results.otherImages.degraded"));

    private final String title;

    OtherImages(String title) {
        this.title = title;
    }

    /** Its name on the button. */
    public String title() {
        return title;
    }
}
