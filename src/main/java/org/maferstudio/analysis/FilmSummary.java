package org.maferstudio.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.maferstudio.faces.TrackedFace.Sighting;

/** Counts the frames of a table and the shares of time of the predicted classes, frame by frame. */
final class FilmSummary implements Consumer<AnalysedFrame> {
    private final PlainTable columns;
    private final Set<Integer> identities = new HashSet<>();
    private final List<double[]> predicted = new ArrayList<>();
    private final List<double[]> mean = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final double[] unsure;
    /** From the previous frame to the last one; the last counts for as long. */
    private double interval;

    private double seconds;
    private double secondsWithFace;
    private long frames;
    private long framesWithFace;
    private long faces;
    private long found;
    private AnalysedFrame first;
    private AnalysedFrame last;

    /**
     * Creates a summary of no frames.
     *
     * @param columns the classes and values of each network
     * @param interval for how long a single frame counts, in seconds
     */
    FilmSummary(PlainTable columns, double interval) {
        this.columns = columns;
        this.interval = interval;
        columns.labels().forEach(classes -> {
            predicted.add(new double[classes.size()]);
            mean.add(new double[classes.size()]);
        });
        columns.values().forEach(names -> values.add(new double[names.size()]));
        unsure = new double[columns.labels().size()];
    }

    @Override
    public void accept(AnalysedFrame frame) {
        if (last == null) {
            first = frame;
        } else {
            interval = Math.max(0, frame.seconds() - last.seconds());
            weigh(last, interval);
        }
        last = frame;
        frames++;
        framesWithFace += frame.faces().isEmpty() ? 0 : 1;
        for (AnalysedFace face : frame.faces()) {
            faces++;
            found += face.tracked().sighting() == Sighting.FOUND ? 1 : 0;
            identities.add(face.tracked().id());
        }
    }

    private void weigh(AnalysedFrame frame, double weight) {
        seconds += weight;
        if (frame.faces().isEmpty()) {
            return;
        }
        secondsWithFace += weight;
        List<AnalysedFace.Expressions> largest = frame.faces().get(0).expressions();
        for (int i = 0; i < unsure.length; i++) {
            AnalysedFace.Expressions expressions = largest.get(i);
            predicted.get(i)[expressions.predicted()] += weight;
            unsure[i] += expressions.unsure() ? weight : 0;
            for (int label = 0; label < expressions.probabilities().size(); label++) {
                mean.get(i)[label] += weight * expressions.probabilities().get(label);
            }
            for (int value = 0; value < expressions.values().size(); value++) {
                values.get(i)[value] += weight * expressions.values().get(value);
            }
        }
    }

    FilmReport.Counts counts(long damaged) {
        return new FilmReport.Counts(
                frames,
                framesWithFace,
                faces,
                found,
                identities.size(),
                first == null ? null : first.seconds(),
                last == null ? null : last.seconds(),
                damaged);
    }

    /** The shares of time; call once, after the last frame. */
    FilmReport.Summary summary() {
        if (last != null) {
            weigh(last, interval);
        }
        List<FilmReport.Shares> shares = new ArrayList<>();
        for (int i = 0; i < unsure.length; i++) {
            List<String> classes = columns.labels().get(i);
            shares.add(new FilmReport.Shares(
                    byName(classes, predicted.get(i)),
                    byName(classes, mean.get(i)),
                    secondsWithFace > 0 ? unsure[i] / secondsWithFace : 0,
                    byName(columns.values().get(i), values.get(i))));
        }
        return new FilmReport.Summary(seconds, secondsWithFace, shares);
    }

    private Map<String, Double> byName(List<String> names, double[] sums) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < sums.length && secondsWithFace > 0; i++) {
            shares.put(names.get(i), sums[i] / secondsWithFace);
        }
        return shares;
    }
}
