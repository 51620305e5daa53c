package org.maferstudio.ui.results.comparison;

/** How experiments are laid together. */
public enum Mode {
    /** Up to four matrices on one scale. */
    BESIDE("Side by side"),
    /** One matrix minus the first. */
    DIFFERENCE("Difference");

    private final String title;

    Mode(String title) {
        this.title = title;
    }

    /** Its name on the button. */
    public String title() {
        return title;
    }
}
