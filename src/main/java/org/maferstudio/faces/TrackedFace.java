package org.maferstudio.faces;

/**
 * A face that is followed from frame to frame.
 *
 * @param id counted from 1 in order of appearance
 * @param face its position, smoothed over time, and the score of its last detection
 * @param sighting whether it was detected in this frame
 */
public record TrackedFace(int id, DetectedFace face, Sighting sighting) {
    /** How the box of a face came about. */
    public enum Sighting {
        /** It was detected in this frame. */
        FOUND,
        /** It was detected up to {@link FaceTracker#CARRIED_SECONDS} earlier, and its box is that of then. */
        CARRIED
    }

    /** The position. */
    public FaceBounds box() {
        return face.bounds();
    }
}
