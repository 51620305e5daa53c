package org.maferstudio.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceDetector;
import org.maferstudio.faces.FaceTracker;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.image.RasterImage;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.video.VideoFrame;

/** Detects, tracks, crops, downsamples and classifies the faces of frames. For one thread at a time. */
final class FaceReader implements AutoCloseable {
    private static final List<OptionalInt> SWEEP =
            LiveReading.Sweep.RESOLUTIONS.stream().map(Resolution::pixels).toList();

    private final FaceDetector finder;
    private final List<LiveNetwork> networks;
    private final FaceTracker tracker = new FaceTracker();

    /** Closes the detector. The caller closes the networks. */
    FaceReader(FaceDetector finder, List<LiveNetwork> networks) {
        this.finder = finder;
        this.networks = List.copyOf(networks);
    }

    /** Forgets tracked faces. */
    void startAfresh() {
        tracker.clear();
    }

    /**
     * Detects and classifies the faces of a frame.
     *
     * @param request how the faces are read
     */
    LiveReading read(VideoFrame frame, ReadingRequest request) {
        return classified(frame, faces(frame), request);
    }

    /** Classifies the faces of a reading again, without another search for them. */
    LiveReading again(LiveReading reading, ReadingRequest request) {
        return classified(
                reading.frame(), reading.faces().stream().map(FaceReading::face).toList(), request);
    }

    private LiveReading classified(VideoFrame frame, List<TrackedFace> faces, ReadingRequest request) {
        RasterImage image = frame.image();
        List<DetectedFace> boxes = faces.stream().map(TrackedFace::face).toList();
        List<List<NetworkReading>> answers = new ArrayList<>();
        for (LiveNetwork network : networks) {
            answers.add(network.read(image, boxes, request.resolution()));
        }
        List<FaceReading> readings = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            int face = i;
            readings.add(new FaceReading(
                    faces.get(i),
                    answers.stream().map(network -> network.get(face)).toList()));
        }
        Optional<LiveReading.Sweep> swept = request.swept(faces).map(face -> sweep(image, face));
        return new LiveReading(frame, request.resolution(), readings, swept, System.nanoTime() - frame.captured());
    }

    private List<TrackedFace> faces(VideoFrame frame) {
        List<DetectedFace> found = frame.known()
                .<List<DetectedFace>>map(
                        boxes -> boxes.stream().map(DetectedFace::known).toList())
                .orElseGet(() -> finder.detect(frame.image()));
        return tracker.update(frame.image(), found, frame.milliseconds() / 1000.0);
    }

    private LiveReading.Sweep sweep(RasterImage image, TrackedFace face) {
        return new LiveReading.Sweep(
                face.id(),
                SWEEP,
                networks.stream()
                        .map(network -> network.sweep(image, face.face(), SWEEP))
                        .toList());
    }

    @Override
    public void close() {
        finder.close();
    }
}
