package org.maferstudio.film;

/**
 * What moves in a painted face, with its range. Distances are in units of half a head's height, v runs downwards.
 */
enum PortraitParameter {
    /** How far the inner ends of the brows are raised; negative: lowered. */
    BROW_INNER(-1, 1),
    BROW_MIDDLE(-0.7, 1),
    BROW_OUTER(-0.7, 1),
    /** How far the inner ends of the brows are drawn together. */
    BROW_PINCH(0, 1),
    /** Opening of the upper lid; 1 at rest. */
    UPPER_LID(0.25, 1.55),
    /** Opening of the lower lid; 1 at rest. */
    LOWER_LID(0.15, 1.3),
    /** Vertical furrows between the brows. */
    GLABELLA(0, 1),
    /** Horizontal furrows of the forehead. */
    FOREHEAD(0, 1),
    NOSE_WRINKLES(0, 1),
    /** Depth of the folds from the nose to the corners of the mouth. */
    FOLDS(0, 1),
    /** Raised cheeks, with crow's feet. */
    CHEEKS(0, 1),
    /** How far the corners of the mouth are raised; negative: lowered. */
    CORNERS(-1, 1),
    /** Width of the mouth; 1 at rest. */
    MOUTH_WIDTH(0.68, 1.42),
    /** How far the upper lip is raised. */
    UPPER_LIP(0, 1),
    /** Height of the opening between the lips. */
    GAP(0, 1),
    UPPER_TEETH(0, 1),
    LOWER_TEETH(0, 1),
    /** Thickness of the lips; 1 at rest. */
    LIPS(0.35, 1.25),
    /** How far the jaw drops. */
    JAW(0, 1),
    CHIN_RAISED(0, 1),
    /** How square the opening of the mouth is. */
    SQUARE(0, 1),
    /** Where the eyes look: down (positive) or up. */
    GAZE(-0.4, 0.5),
    /** Degrees by which the head is lowered. */
    PITCH(-9, 9),
    /** Degrees clockwise. */
    ROLL(-5, 5);

    private final double least;
    private final double most;

    PortraitParameter(double least, double most) {
        this.least = least;
        this.most = most;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }
}
