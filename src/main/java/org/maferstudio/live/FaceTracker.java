package org.maferstudio.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows faces from frame to frame, so that boxes neither blink nor tremble: a box that overlaps one of the frame before
 * is the same face, a new face is believed when it was found twice, and a lost one stays where it was for a moment.
 */
final class FaceTracker {
    /** Faces that are followed at most. */
    static final int MOST = 40;

    /** Boxes that overlap less are different faces (intersection over union). */
    private static final double SAME = 0.3;
    /** How far a box moves to where its face was found, 0 to 1; the rest of the way it trails behind. */
    private static final double FOLLOWS = 0.6;
    /** Frames that a face may be missed in. */
    private static final int PATIENCE = 8;
    /** Frames that a face has to be found in before it is shown. */
    private static final int BELIEVED = 2;

    private final List<Track> tracks = new ArrayList<>();
    private int frames;
    private int ids;

    /** A face, how often it was found, and for how many frames it was not. */
    private static final class Track {
        private final int born;
        private int id;
        private FaceBounds box;
        private int found = 1;
        private int missed;

        Track(FaceBounds box, int born) {
            this.box = box;
            this.born = born;
        }
    }

    /** Forgets all faces. */
    void clear() {
        tracks.clear();
        frames = 0;
        ids = 0;
    }

    /** Where the faces are, given where some were found in this frame; the largest first. */
    List<Face> follow(List<FaceBounds> found) {
        List<FaceBounds> left = new ArrayList<>(found);
        for (Track track : tracks) {
            track.missed++;
        }
        assign(left);
        for (FaceBounds box : left) {
            if (tracks.size() < MOST) {
                tracks.add(new Track(box, frames));
            }
        }
        tracks.removeIf(track -> track.missed > (track.id == 0 ? 1 : PATIENCE));
        frames++;
        return shown();
    }

    /** The best overlaps first, each track and each box once. */
    private void assign(List<FaceBounds> left) {
        while (true) {
            Track bestTrack = null;
            FaceBounds bestBox = null;
            double best = SAME;
            for (Track track : tracks) {
                for (FaceBounds box : track.missed > 0 ? left : List.<FaceBounds>of()) {
                    double overlap = track.box.overlap(box);
                    if (overlap > best) {
                        best = overlap;
                        bestTrack = track;
                        bestBox = box;
                    }
                }
            }
            if (bestTrack == null) {
                return;
            }
            bestTrack.box = bestTrack.box.towards(bestBox, FOLLOWS);
            bestTrack.found++;
            bestTrack.missed = 0;
            left.remove(bestBox);
        }
    }

    private List<Face> shown() {
        List<Face> faces = new ArrayList<>();
        for (Track track : tracks) {
            // In the first frame there is nothing to have been found in before.
            if (track.id == 0 && (track.found >= BELIEVED || track.born == 0)) {
                ids++;
                track.id = ids;
            }
            if (track.id > 0) {
                faces.add(new Face(track.id, track.box));
            }
        }
        faces.sort(Comparator.comparingDouble((Face face) -> face.box().area()).reversed());
        return faces;
    }
}
