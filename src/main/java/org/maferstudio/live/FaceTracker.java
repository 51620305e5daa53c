package org.maferstudio.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tracks faces across frames, so that boxes neither flicker nor jitter: a box that overlaps one in the previous frame
 * is the same face, a new face is shown after it was found twice, and a lost face is kept for a moment.
 */
final class FaceTracker {
    /** Maximum number of tracked faces. */
    static final int MOST = 40;

    /** Minimum overlap of boxes of the same face (intersection over union). */
    private static final double SAME = 0.3;
    /** Share of the distance by which a box moves to the detected position, 0 to 1. */
    private static final double FOLLOWS = 0.6;
    /** Maximum number of frames without detection before a face is dropped. */
    private static final int PATIENCE = 8;
    /** Number of detections before a face is shown. */
    private static final int BELIEVED = 2;

    private final List<Track> tracks = new ArrayList<>();
    private int frames;
    private int ids;

    /** A face, the number of its detections, and the number of frames since the last one. */
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

    /** Removes all faces. */
    void clear() {
        tracks.clear();
        frames = 0;
        ids = 0;
    }

    /** Updates the tracks with the faces detected in a frame; returns all tracked faces, the largest first. */
    List<Face> update(List<FaceBounds> found) {
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

    /** Best overlaps first; each track and each box is used once. */
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
            // There is no earlier frame in which the face could have been found.
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
