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

/** Collects the probabilities of one face over time for a figure, frame by frame. */
final class ExpressionTimeline implements Consumer<AnalysedFrame> {
    private static final int MOST_BINS = 400;
    private static final int MOST_SERIES = 4;

    private final FilmReport report;
    private final OptionalInt face;
    private final List<double[][]> sums = new ArrayList<>();
    private final List<double[][]> values = new ArrayList<>();
    private final int[] counts;
    private final double[][] predicted;
    private final double from;
    private final double to;
    private int frames;

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
        // A bin has at least one frame, so that a curve has no holes.
        int bins = (int) Math.max(1, Math.min(MOST_BINS, all.frames()));
        this.counts = new int[bins];
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
        Optional<AnalysedFace> chosen = face.isEmpty()
                ? frame.faces().stream().findFirst()
                : frame.faces().stream()
                        .filter(each -> each.tracked().id() == face.getAsInt())
                        .findFirst();
        if (chosen.isEmpty()) {
            return;
        }
        int bin =
                (int) Math.max(0, Math.min(counts.length - 1, (frame.seconds() - from) / (to - from) * counts.length));
        counts[bin]++;
        frames++;
        for (int i = 0; i < predicted.length; i++) {
            AnalysedFace.Expressions expressions = chosen.get().expressions().get(i);
            predicted[i][expressions.predicted()]++;
            for (int label = 0; label < predicted[i].length; label++) {
                sums.get(i)[bin][label] += expressions.probabilities().get(label);
            }
            for (int value = 0; value < values.get(i)[bin].length; value++) {
                values.get(i)[bin][value] += expressions.values().get(value);
            }
        }
    }

    /** The figure of all networks that have the classes of the first, up to four; its values are those of the first. */
    ExpressionTimelineFigure figure() {
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
        for (int i = 0; i < counts.length; i++) {
            int bin = i;
            bins.add(
                    counts[bin] == 0
                            ? Bin.EMPTY
                            : new Bin(
                                    Arrays.stream(sums.get(network)[bin])
                                            .map(sum -> sum / counts[bin])
                                            .boxed()
                                            .toList(),
                                    scaled(network, scales, place -> values.get(network)[bin][place] / counts[bin])));
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
                                / frames);
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

    /** Of the largest face, the report's, which weigh frames by their duration. */
    private List<Double> shares(int network) {
        List<Double> shares = new ArrayList<>();
        if (face.isEmpty()) {
            shares.addAll(report.summary().networks().get(network).predicted().values());
        } else {
            for (int label = 0; label < predicted[network].length && frames > 0; label++) {
                shares.add(predicted[network][label] / frames);
            }
        }
        return shares;
    }
}
