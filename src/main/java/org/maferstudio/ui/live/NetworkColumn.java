package org.maferstudio.ui.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.live.ExponentialMean;
import org.maferstudio.live.FaceReading;
import org.maferstudio.live.LiveNetwork;
import org.maferstudio.live.NetworkReading;
import org.maferstudio.live.ProbabilitySmoothing;
import org.maferstudio.live.ReportedAccuracy;
import org.maferstudio.network.OutputValue;
import org.maferstudio.texts.Texts;

/** One network's predictions for the selected face: now, and in the last seconds. */
final class NetworkColumn {
    /** Seconds that are remembered. */
    static final double REMEMBERED = 10;

    private final String title;
    private final LabelSet labels;
    private final Optional<ReportedAccuracy> test;
    private final List<OutputValue> values;
    private final Deque<Moment> moments = new ArrayDeque<>();
    private ProbabilitySmoothing steady = new ProbabilitySmoothing();
    private ExponentialMean means = new ExponentialMean();
    private int face;
    private double[] probabilities = {};
    private double[] numbers = {};
    private RasterImage seen;

    /**
     * What was named at a time.
     *
     * @param seconds by the session's clock
     * @param named a class; empty while unsure
     * @param probability of the strongest class
     */
    record Moment(double seconds, OptionalInt named, double probability) {}

    NetworkColumn(LiveNetwork network) {
        this(network, new LabelSet(network.contract().labels()), network.test());
    }

    /** A network that classifies into other classes than its own. */
    NetworkColumn(LiveNetwork network, LabelSet labels, Optional<ReportedAccuracy> test) {
        this.title = network.name();
        this.labels = labels;
        this.test = test;
        this.values = network.values();
    }

    String title() {
        return title;
    }

    LabelSet labels() {
        return labels;
    }

    /** The values that the network predicts beside the classes; usually none. */
    List<OutputValue> values() {
        return values;
    }

    /** A sentence about the network's reported accuracy at a resolution. */
    String test(OptionalInt resolution) {
        return test.map(known -> known.sentence(resolution)).orElse(Texts.of("live.accuracy.notEvaluated"));
    }

    /** Adds the next reading of the selected face, if there is one; another face restarts the smoothing. */
    void addReading(Optional<FaceReading> looked, int index, double seconds, double strength) {
        looked.ifPresentOrElse(
                one -> {
                    if (one.face().id() != face) {
                        restart(one.face().id());
                    }
                    add(one.networks().get(index), seconds, strength);
                },
                this::lose);
    }

    /** Replaces the last reading by another of the same frame, which counts alone. */
    void replaceReading(Optional<FaceReading> looked, int index, double seconds) {
        if (!moments.isEmpty() && moments.getLast().seconds() == seconds) {
            moments.removeLast();
        }
        restart(0);
        addReading(looked, index, seconds, 0);
    }

    private void restart(int id) {
        face = id;
        steady = new ProbabilitySmoothing();
        means = new ExponentialMean();
    }

    private void add(NetworkReading reading, double seconds, double strength) {
        double since = moments.isEmpty() ? 0 : seconds - moments.getLast().seconds();
        probabilities = steady.add(reading.recognition().probabilities(), Math.max(0, since), strength);
        numbers = means.add(reading.recognition().values(), Math.max(0, since), strength);
        seen = reading.seen();
        double best = 0;
        for (double probability : probabilities) {
            best = Math.max(best, probability);
        }
        moments.add(new Moment(seconds, steady.named(), best));
        while (moments.getFirst().seconds() < seconds - REMEMBERED) {
            moments.removeFirst();
        }
    }

    private void lose() {
        face = 0;
        probabilities = new double[0];
        numbers = new double[0];
        seen = null;
    }

    /** One per class, 0 to 1; empty if there is no face. */
    double[] probabilities() {
        return probabilities.clone();
    }

    /** One per value; empty if there is no face. */
    double[] numbers() {
        return numbers.clone();
    }

    /** The class that is named; empty while unsure, and where there is no face. */
    OptionalInt named() {
        return probabilities.length == 0 ? OptionalInt.empty() : steady.named();
    }

    /** The network's input; empty if there is no face. */
    Optional<RasterImage> input() {
        return Optional.ofNullable(seen);
    }

    /** The last seconds, oldest first. */
    List<Moment> moments() {
        return new ArrayList<>(moments);
    }
}
