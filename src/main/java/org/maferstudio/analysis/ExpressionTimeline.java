package org.maferstudio.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.network.OutputValue;
import org.maferstudio.report.figures.ExpressionTimelineFigure;
import org.maferstudio.report.figures.ExpressionTimelineFigure.Bin;

/**
 * Collects the probabilities of one face over time for a figure, frame by frame. A frame counts in each bin for the time it
 * stands there, until the next.
 */
final class ExpressionTimeline implements Consumer<AnalysedFrame> {
    private static final int MOST_BINS = 400;
    private static final int MOST_SERIES = 4;
    /** As in the timeline of Videos: a bin has a curve if the face is seen for half of its time. */
    private static final double HALF = 0.5 - 1e-6;

    private final FilmReport report;
    private final OptionalInt face;
    /** By network, then by bin: sums weighted by time, which is counted in bins. */
    private final List<double[][]> sums = new ArrayList<>();

    private final List<double[][]> values = new ArrayList<>();
    /** For how much of each bin the face is seen, 0 to 1. */
    private final double[] seen;

    private final double[][] predicted;
    private final double from;
    private final double to;
    private AnalysedFrame last;

    /**
     * Creates an empty timeline of an analysed film.
     *
     * @param face its number; empty for the largest of each frame
     */
    ExpressionTimeline(FilmReport report, OptionalInt face) {
        this.report = report;
        this.face = face;
        FilmReport.Counts all = report.counts();
        this.from = all.firstTime() == null ? 0 : all.firstTime();
        this.to = Math.max(from + 1e-3, from + report.summary().seconds());
        // The figure shows no more detail than the film has.
        int bins = (int) Math.max(1, Math.min(MOST_BINS, all.frames()));
        this.seen = new double[bins];
        this.predicted = new double[report.networks().size()][];
        for (int i = 0; i < predicted.length; i++) {
            int classes = report.networks().get(i).classes().size();
            sums.add(new double[bins][classes]);
            values.add(new double[bins][report.networks().get(i).values().size()]);
            predicted[i] = new double[classes];
        }
    }

    @Override
    public void accept(AnalysedFrame frame) {
        if (last != null) {
            add(last, frame.seconds());
        }
        last = frame;
    }

    private void add(AnalysedFrame frame, double until) {
        Optional<AnalysedFace> chosen = face.isEmpty()
                ? frame.faces().stream().findFirst()
                : frame.faces().stream()
                        .filter(each -> each.tracked().id() == face.getAsInt())
                        .findFirst();
        if (chosen.isEmpty()) {
            return;
        }
        double begin = place(frame.seconds());
        double end = place(until);
        for (int bin = (int) begin; bin < seen.length && bin < end; bin++) {
            add(chosen.get(), bin, Math.min(end, bin + 1) - Math.max(begin, bin));
        }
    }

    /** A time, counted in bins from the left edge. */
    private double place(double seconds) {
        return Math.max(0, Math.min(1, (seconds - from) / (to - from))) * seen.length;
    }

    private void add(AnalysedFace shown, int bin, double weight) {
        seen[bin] += weight;
        for (int i = 0; i < predicted.length; i++) {
            AnalysedFace.Expressions expressions = shown.expressions().get(i);
            predicted[i][expressions.predicted()] += weight;
            for (int label = 0; label < predicted[i].length; label++) {
                sums.get(i)[bin][label] += weight * expressions.probabilities().get(label);
            }
            for (int value = 0; value < values.get(i)[bin].length; value++) {
                values.get(i)[bin][value] += weight * expressions.values().get(value);
            }
        }
    }

    /**
     * The figure of all networks that have the classes of the first, up to four; its values are those of the first. Call
     * once, after the last frame.
     */
    ExpressionTimelineFigure figure() {
        if (last != null) {
            add(last, to);
        }
        List<String> classes = report.networks().get(0).classes();
        List<OutputValue> scales = report.networks().get(0).values();
        List<ExpressionTimelineFigure.Series> series = new ArrayList<>();
        for (int i = 0; i < predicted.length && series.size() < MOST_SERIES; i++) {
            FilmReport.Network network = report.networks().get(i);
            if (network.classes().equals(classes)) {
                series.add(new ExpressionTimelineFigure.Series(
                        network.name(), bins(i, scales), shares(i), means(i, scales)));
            }
        }
        List<ExpressionTimelineFigure.Scale> shown = scales.stream()
                .map(scale -> new ExpressionTimelineFigure.Scale(scale.name(), scale.low(), scale.high()))
                .toList();
        return new ExpressionTimelineFigure(new LabelSet(classes), shown, from, to, series);
    }

    private List<Bin> bins(int network, List<OutputValue> scales) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            int bin = i;
            bins.add(
                    seen[bin] < HALF
                            ? Bin.EMPTY
                            : new Bin(
                                    Arrays.stream(sums.get(network)[bin])
                                            .map(sum -> sum / seen[bin])
                                            .boxed()
                                            .toList(),
                                    scaled(network, scales, place -> values.get(network)[bin][place] / seen[bin])));
        }
        return bins;
    }

    /** The mean of each value; of the largest face, the report's, as for the shares. */
    private List<Double> means(int network, List<OutputValue> scales) {
        Map<String, Double> known = report.summary().networks().get(network).values();
        List<OutputValue> own = report.networks().get(network).values();
        return scaled(
                network,
                scales,
                place -> face.isEmpty()
                        ? known.getOrDefault(own.get(place).name(), Double.NaN)
                        : Arrays.stream(values.get(network))
                                        .mapToDouble(bin -> bin[place])
                                        .sum()
                                / time());
    }

    /** A number of each value of the figure; NaN if the network does not predict it. */
    private List<Double> scaled(int network, List<OutputValue> scales, IntToDoubleFunction number) {
        List<String> own = report.networks().get(network).values().stream()
                .map(OutputValue::name)
                .toList();
        return scales.stream()
                .map(scale -> own.indexOf(scale.name()))
                .map(place -> place < 0 ? Double.NaN : number.applyAsDouble(place))
                .toList();
    }

    /** For how long the face is seen, in bins. */
    private double time() {
        return Arrays.stream(seen).sum();
    }

    /** Of the largest face, the report's. */
    private List<Double> shares(int network) {
        List<Double> shares = new ArrayList<>();
        if (face.isEmpty()) {
            shares.addAll(report.summary().networks().get(network).predicted().values());
        } else {
            for (int label = 0; label < predicted[network].length && time() > 0; label++) {
                shares.add(predicted[network][label] / time());
            }
        }
        return shares;
    }
}
