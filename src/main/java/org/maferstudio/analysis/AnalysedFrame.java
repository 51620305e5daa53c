package org.maferstudio.analysis;

import java.util.List;

/**
 * A frame of a film and its faces.
 *
 * @param number in the film, from 0
 * @param seconds its presentation time
 * @param faces the largest first
 */
public record AnalysedFrame(long number, double seconds, List<AnalysedFace> faces) {
    public AnalysedFrame {
        faces = List.copyOf(faces);
    }
}
