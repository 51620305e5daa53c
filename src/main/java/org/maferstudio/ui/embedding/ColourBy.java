package org.maferstudio.ui.embedding;

import org.maferstudio.texts.Texts;

/** What the colour of a dot shows. */
enum ColourBy {
    LABEL(Texts.of("embedding.colours.label")),
    PREDICTION(Texts.of("embedding.colours.prediction")),
    CORRECT(Texts.of("embedding.colours.correct")),
    CONFIDENCE(Texts.of("embedding.colours.confidence")),
    RESOLUTION(Texts.of("embedding.colours.resolution")),
    GROUP(Texts.of("embedding.colours.group")),
    SPLIT(Texts.of("embedding.colours.split"));

    private final String title;

    ColourBy(String title) {
        this.title = title;
    }

    /** For display. */
    String title() {
        return title;
    }

    @Override
    public String toString() {
        return title;
    }
}
