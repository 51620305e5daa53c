package org.maferstudio.live;

import java.util.List;
import org.maferstudio.faces.TrackedFace;

/**
 * A face and each network's prediction for it.
 *
 * @param face the face and its position
 * @param networks one prediction per network, in the session's order
 */
public record FaceReading(TrackedFace face, List<NetworkReading> networks) {
    public FaceReading {
        networks = List.copyOf(networks);
    }
}
