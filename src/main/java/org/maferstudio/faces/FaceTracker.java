package org.maferstudio.faces;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maferstudio.faces.TrackedFace.Sighting;
import org.maferstudio.image.RasterImage;

/**
 * Follows faces across the frames of a source by their times, so that the result does not depend on the frame rate.
 *
 * <p>A face that is no longer detected is carried for {@link #CARRIED_SECONDS}, then it is gone, and at a cut all are gone
 * at once. It gets its number back if it reappears within {@link #REMEMBERED_SECONDS} near the place to which it was
 * moving, at about its size. If there are several such faces, the one that is nearest and looks most alike counts.
 */
public final class FaceTracker {
    /** How long a face that is not detected is carried, in seconds. */
    public static final double CARRIED_SECONDS = 0.25;
    /** How long a lost face is remembered, in seconds. */
    static final double REMEMBERED_SECONDS = 2;
    /** Maximum number of faces that are followed or remembered. */
    public static final int MOST = 100;

    private final CutDetector cuts = new CutDetector();
    private final List<FaceTrack> tracks = new ArrayList<>();
    private double now;
    private int ids;

    /** A track and a detection that may be of the same face, and how unlikely that is. */
    private record Pair(FaceTrack track, FaceTrack.Sight sight, double cost) {}

    /** Forgets all faces and counts from 1 again. */
    public void clear() {
        tracks.clear();
        cuts.clear();
        now = 0;
        ids = 0;
    }

    /**
     * Adds a frame.
     *
     * @param frame grey or RGB
     * @param found the faces detected in it
     * @param seconds its time; an earlier one than the previous frame's counts as that
     * @return the faces that are found or carried, the largest first
     */
    public List<TrackedFace> update(RasterImage frame, List<DetectedFace> found, double seconds) {
        now = Math.max(now, seconds);
        if (cuts.isCut(frame)) {
            tracks.clear();
        }
        List<FaceTrack.Sight> sights = found.stream()
                .limit(MOST)
                .map(face -> FaceTrack.Sight.of(frame, face))
                .toList();
        Set<FaceTrack> seen = new HashSet<>();
        Set<FaceTrack.Sight> left = new HashSet<>(sights);
        for (Pair pair : pairs(sights)) {
            if (!seen.contains(pair.track()) && left.remove(pair.sight())) {
                seen.add(pair.track());
                pair.track().add(pair.sight(), now);
            }
        }
        tracks.removeIf(track -> track.missing(now) > REMEMBERED_SECONDS);
        for (FaceTrack.Sight sight : sights) {
            if (left.contains(sight) && tracks.size() < MOST) {
                ids++;
                FaceTrack track = new FaceTrack(ids, sight, now);
                tracks.add(track);
                seen.add(track);
            }
        }
        return shown(seen);
    }

    /** Writes all that the next frames depend on; {@link #read} goes on from there, to the last digit. */
    public void write(DataOutput out) throws IOException {
        out.writeDouble(now);
        out.writeInt(ids);
        cuts.write(out);
        out.writeInt(tracks.size());
        for (FaceTrack track : tracks) {
            track.write(out);
        }
    }

    /**
     * Reads a tracker that was written by {@link #write}.
     *
     * @throws IOException if it is damaged
     */
    public static FaceTracker read(DataInput in) throws IOException {
        FaceTracker tracker = new FaceTracker();
        tracker.now = in.readDouble();
        tracker.ids = in.readInt();
        tracker.cuts.read(in);
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("a tracker has up to " + MOST + " faces, got " + size);
        }
        for (int i = 0; i < size; i++) {
            tracker.tracks.add(FaceTrack.read(in));
        }
        return tracker;
    }

    /** The most likely first. */
    private List<Pair> pairs(List<FaceTrack.Sight> sights) {
        List<Pair> pairs = new ArrayList<>();
        for (FaceTrack track : tracks) {
            for (FaceTrack.Sight sight : sights) {
                track.cost(sight, now).ifPresent(cost -> pairs.add(new Pair(track, sight, cost)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost));
        return pairs;
    }

    private List<TrackedFace> shown(Set<FaceTrack> seen) {
        return tracks.stream()
                .filter(track -> seen.contains(track) || track.missing(now) <= CARRIED_SECONDS)
                .map(track -> track.shown(seen.contains(track) ? Sighting.FOUND : Sighting.CARRIED))
                .sorted(Comparator.comparingDouble(
                                (TrackedFace face) -> face.box().area())
                        .reversed())
                .toList();
    }
}
