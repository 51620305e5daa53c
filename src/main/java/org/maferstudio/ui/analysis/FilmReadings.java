package org.maferstudio.ui.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.analysis.AnalysedFace;
import org.maferstudio.analysis.AnalysedFrame;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.network.OutputValue;

/** What networks read in the frames of a film, in order of time. */
final class FilmReadings {
    /**
     * A network.
     *
     * @param title displayed
     * @param labels its classes
     * @param values that are no classes; usually none
     */
    record Network(String title, LabelSet labels, List<OutputValue> values) {
        /** The names of the values. */
        List<String> valueNames() {
            return values.stream().map(OutputValue::name).toList();
        }
    }

    /** Stands for the largest face of each frame. */
    static final int LARGEST = 0;

    private final List<Network> networks;
    private final List<AnalysedFrame> frames;
    private final List<Integer> faces;
    private final double step;
    private final Map<Integer, FaceSums> sums = new HashMap<>();
    private int summed = LARGEST;

    /** The readings of these networks, in the order of each face's expressions. */
    FilmReadings(List<Network> networks, List<AnalysedFrame> frames) {
        this.networks = List.copyOf(networks);
        this.frames = List.copyOf(frames);
        Map<Integer, Integer> seen = new TreeMap<>();
        frames.forEach(
                frame -> frame.faces().forEach(face -> seen.merge(face.tracked().id(), 1, Integer::sum)));
        this.faces = seen.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        this.step = usualStep();
    }

    private double usualStep() {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < frames.size(); i++) {
            steps.add(seconds(i) - seconds(i - 1));
        }
        steps.sort(null);
        return steps.isEmpty() ? 1.0 / 30 : Math.max(0.001, steps.get(steps.size() / 2));
    }

    List<Network> networks() {
        return networks;
    }

    /** The number of analysed frames. */
    int size() {
        return frames.size();
    }

    AnalysedFrame frame(int index) {
        return frames.get(index);
    }

    /** The presentation time of an analysed frame, in seconds. */
    double seconds(int index) {
        return frames.get(index).seconds();
    }

    /** How long a frame stands, in seconds: until the next. */
    double duration(int index) {
        return index + 1 < size() ? Math.max(0, seconds(index + 1) - seconds(index)) : step;
    }

    /** When the first frame begins, in seconds. */
    double begin() {
        return frames.isEmpty() ? 0 : seconds(0);
    }

    /** When the last frame ends, in seconds. */
    double end() {
        return frames.isEmpty() ? 0 : seconds(size() - 1) + step;
    }

    /** The last frame that begins no later than a time; the first if none does. */
    int indexAt(double seconds) {
        int low = 0;
        int high = size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (seconds(middle) <= seconds + 1e-9) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The ids of all faces, the one in most frames first. */
    List<Integer> faces() {
        return faces;
    }

    /** A face in a frame by its id, {@link #LARGEST} for the largest; empty if it is not there. */
    Optional<AnalysedFace> face(int index, int id) {
        for (AnalysedFace face : frame(index).faces()) {
            if (id == LARGEST || face.tracked().id() == id) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    /** A network's sums over the readings of a face; kept until another face is asked for. */
    FaceSums sums(int face, int network) {
        if (face != summed) {
            sums.clear();
            summed = face;
        }
        return sums.computeIfAbsent(network, key -> new FaceSums(this, face, network));
    }

    /** A network's means for a face over a range of frames. */
    PartMeans means(int face, int network, FrameRange range) {
        return sums(face, network).between(seconds(range.from()), seconds(range.to()) + duration(range.to()));
    }

    /** A network's prediction for a face in a frame; empty if that face is not there. */
    Optional<AnalysedFace.Expressions> prediction(int index, int face, int network) {
        return face(index, face).map(one -> one.expressions().get(network));
    }
}
