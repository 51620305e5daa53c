package org.maferstudio.live;

import java.util.List;

/**
 * A face and each network's prediction for it.
 *
 * @param face which one, and where
 * @param networks one reading a network, in the session's order
 */
public record FaceReading(Face face, List<NetworkReading> networks) {
    public FaceReading {
        networks = List.copyOf(networks);
    }
}
