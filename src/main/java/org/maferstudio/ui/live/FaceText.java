package org.maferstudio.ui.live;

import org.maferstudio.faces.TrackedFace;
import org.maferstudio.texts.Texts;

/** Says how the box of a face came about. */
final class FaceText {
    private FaceText() {}

    /**
     * A few characters beside the box: its number if there are several faces, and its score or that it is carried.
     * Empty if there is one face whose position the source provides.
     */
    static String tag(TrackedFace face, boolean several) {
        if (isProvided(face)) {
            return several ? Integer.toString(face.id()) : "";
        }
        double score = face.face().score();
        if (face.sighting() == TrackedFace.Sighting.FOUND) {
            return several
                    ? Texts.of("live.face.tag.found.several", face.id(), score)
                    : Texts.of("live.face.tag.found.one", score);
        }
        return several ? Texts.of("live.face.tag.carried.several", face.id()) : Texts.of("live.face.tag.carried.one");
    }

    /** A sentence. */
    static String sentence(TrackedFace face) {
        if (isProvided(face)) {
            return Texts.of("live.face.provided", face.id());
        }
        return face.sighting() == TrackedFace.Sighting.FOUND
                ? Texts.of("live.face.found", face.id(), face.face().score())
                : Texts.of("live.face.carried", face.id(), face.face().score());
    }

    /** A detector returns points, too. */
    private static boolean isProvided(TrackedFace face) {
        return face.face().points().isEmpty();
    }
}
