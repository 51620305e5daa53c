package org.maferstudio.ui.explain;

import java.util.Optional;
import org.maferstudio.explain.ExplanationMethod;
import org.maferstudio.texts.Texts;

/** Which maps are shown, if any. */
public enum MapChoice {
    /** No maps. */
    NONE(Optional.empty(), Texts.of("explain.choice.none")),
    /** Where covering the face lowers the class's probability. */
    OCCLUSION(Optional.of(ExplanationMethod.OCCLUSION), Texts.of("explain.choice.occlusion")),
    /** The last layer's maps, weighted by gradients. */
    GRAD_CAM(Optional.of(ExplanationMethod.GRAD_CAM), Texts.of("explain.choice.gradCam"));

    private final Optional<ExplanationMethod> method;
    private final String title;

    MapChoice(Optional<ExplanationMethod> method, String title) {
        this.method = method;
        this.title = title;
    }

    /** How the maps are made; empty for none. */
    Optional<ExplanationMethod> method() {
        return method;
    }

    /** Its name on the button. */
    String title() {
        return title;
    }
}
