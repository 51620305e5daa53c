package org.maferstudio.live;

import java.util.List;

/**
 * A face and each network's prediction for it.
 *
 * @param face the face and its position
 * @param networks one prediction per network, in the session's order
 */
public record FaceReading(Face face, List<NetworkReading> networks) {
    public FaceReading {
        networks = List.copyOf(networks);
    }
}
