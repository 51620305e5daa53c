package org.maferstudio.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.image.RasterImage;

/** Detects, tracks, crops, downsamples and classifies the faces of frames. For one thread at a time. */
final class FaceReader implements AutoCloseable {
    /** The resolutions of the sweep, native first. */
    static final List<OptionalInt> SWEEP = List.of(
            OptionalInt.empty(),
            OptionalInt.of(32),
            OptionalInt.of(24),
            OptionalInt.of(16),
            OptionalInt.of(12),
            OptionalInt.of(8));

    /** The longer side to which video frames are reduced for face detection, in pixels. */
    static final int FILM_SIDE = 320;
    /** The same for single images, where detection may take longer. */
    static final int STILL_SIDE = 640;

    /** While faces are tracked, detection runs on every second frame only: it is the slowest step. */
    private static final int SEARCH_EVERY = 2;

    private final FaceDetector finder;
    private final List<LiveNetwork> networks;
    private final FaceTracker tracker = new FaceTracker();
    private long count;
    private List<Face> followed = List.of();

    /** Closes the detector. The caller closes the networks. */
    FaceReader(FaceDetector finder, List<LiveNetwork> networks) {
        this.finder = finder;
        this.networks = List.copyOf(networks);
    }

    /** Forgets tracked faces. */
    void startAfresh() {
        tracker.clear();
        followed = List.of();
        count = 0;
    }

    /**
     * Detects and classifies the faces of a frame.
     *
     * @param resolution to which faces are downsampled; empty for native
     * @param side see {@link FaceDetectorChoice#find}
     * @param sweep whether the largest face is also classified at every resolution
     */
    LiveReading read(VideoFrame frame, OptionalInt resolution, int side, boolean sweep) {
        RasterImage image = frame.image();
        List<Face> faces = faces(frame, side);
        List<FaceBounds> boxes = faces.stream().map(Face::box).toList();
        List<List<NetworkReading>> answers = new ArrayList<>();
        for (LiveNetwork network : networks) {
            answers.add(network.read(image, boxes, resolution));
        }
        List<FaceReading> readings = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            int face = i;
            readings.add(new FaceReading(
                    faces.get(i),
                    answers.stream().map(network -> network.get(face)).toList()));
        }
        Optional<LiveReading.Sweep> swept =
                sweep && !faces.isEmpty() ? Optional.of(sweep(image, faces.get(0))) : Optional.empty();
        return new LiveReading(frame, resolution, readings, swept, System.nanoTime() - frame.captured());
    }

    private List<Face> faces(VideoFrame frame, int side) {
        boolean due =
                count % SEARCH_EVERY == 0 || followed.isEmpty() || frame.known().isPresent();
        if (due) {
            followed = tracker.update(frame.known().orElseGet(() -> finder.find(frame.image(), side)));
        }
        count++;
        return followed;
    }

    private LiveReading.Sweep sweep(RasterImage image, Face face) {
        return new LiveReading.Sweep(
                face.id(),
                SWEEP,
                networks.stream()
                        .map(network -> network.sweep(image, face.box(), SWEEP))
                        .toList());
    }

    @Override
    public void close() {
        finder.close();
    }
}
