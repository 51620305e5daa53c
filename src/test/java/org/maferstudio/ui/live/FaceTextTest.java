package org.maferstudio.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FacePoint;
import org.maferstudio.faces.FacePoints;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.faces.TrackedFace.Sighting;

class FaceTextTest {
    private static final FaceBounds BOX = new FaceBounds(0, 0, 10, 10);

    private static TrackedFace detected(Sighting sighting) {
        FacePoints points = FacePoints.of(Collections.nCopies(6, new FacePoint(1, 1)));
        return new TrackedFace(2, new DetectedFace(BOX, 0.934, Optional.of(points)), sighting);
    }

    @Test
    void aFoundFaceHasItsScoreAndACarriedOneSaysSo() {
        assertEquals("0.93", FaceText.tag(detected(Sighting.FOUND), false));
        assertEquals("2 · 0.93", FaceText.tag(detected(Sighting.FOUND), true));
        assertEquals("carried", FaceText.tag(detected(Sighting.CARRIED), false));
        assertEquals("2 · carried", FaceText.tag(detected(Sighting.CARRIED), true));
        assertEquals("Face 2: detected in this frame. Score 0.93.", FaceText.sentence(detected(Sighting.FOUND)));
        assertEquals(
                "Face 2: not detected in this frame, the box is from an earlier one. Last score 0.93.",
                FaceText.sentence(detected(Sighting.CARRIED)));
    }

    @Test
    void aFaceThatTheSourceProvidesHasNoScore() {
        TrackedFace drawn = new TrackedFace(1, DetectedFace.known(BOX), Sighting.FOUND);
        assertEquals("", FaceText.tag(drawn, false));
        assertEquals("1", FaceText.tag(drawn, true));
        assertEquals("Face 1: position provided by the source.", FaceText.sentence(drawn));
    }
}
