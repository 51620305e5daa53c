package org.maferstudio.live;

import java.util.List;

/**
 * A face and what each network said about it.
 *
 * @param face which one, and where
 * @param networks one reading a network, in the session's order
 */
public record FaceReading(Face face, List<NetworkReading> networks) {
    public FaceReading {
        networks = List.copyOf(networks);
    }
}
