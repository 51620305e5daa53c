package org.maferstudio.ui.embedding;

/** What the colour of a dot says. */
enum ColourBy {
    LABEL("Label"),
    PREDICTION("Prediction"),
    CORRECT("Right or wrong"),
    CONFIDENCE("Confidence"),
    RESOLUTION("Resolution"),
    GROUP("Person or video");

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
