package org.maferstudio.ui.embedding;

import org.maferstudio.texts.Texts;

/** What the colour of a dot says. */
enum ColourBy {
    LABEL(Texts.of("embedding.label")),
    PREDICTION(Texts.of("embedding.prediction")),
    CORRECT(Texts.of("embedding.right-or-wrong")),
    CONFIDENCE(Texts.of("embedding.confidence")),
    RESOLUTION(Texts.of("embedding.resolution")),
    GROUP(Texts.of("embedding.person-or-video"));

    private final String title;

    ColourBy(String title) {
        this.title = title;
    }

    /** For people. */
    String title() {
        return title;
    }

    @Override
    public String toString() {
        return title;
    }
}
