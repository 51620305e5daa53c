package org.maferstudio.explain;

import java.util.Locale;

/** How a map is made. */
public enum ExplanationMethod {
    /** A patch slides over the image; the map shows how much the class's probability drops. For any network. */
    OCCLUSION,
    /** The last layer's maps, weighted by the gradients of the class's logit. For networks of this program. */
    GRAD_CAM;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
