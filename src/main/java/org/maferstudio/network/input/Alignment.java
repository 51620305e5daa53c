package org.maferstudio.network.input;

import java.util.Locale;

/** How the faces of a network's images are aligned before they are cropped. */
public enum Alignment {
    /** Not at all: the upright square around the face. */
    NONE,
    /** That square turned about its centre, so that the eyes are level. */
    EYES,
    /** Moved, turned and scaled so that eyes, nose and mouth come to lie on a template's points, as for ArcFace. */
    FIVE_POINT;

    /** The name in files, such as {@code five-point}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
