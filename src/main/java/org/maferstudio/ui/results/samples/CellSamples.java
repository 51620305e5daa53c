package org.maferstudio.ui.results.samples;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.Numbers;
import org.maferstudio.report.Palette;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.ui.parts.Jobs;
import org.maferstudio.ui.results.shown.ExperimentResults;

/** The selected cell of the matrix, and its samples among the predictions that are looked at. */
public final class CellSamples {
    private static final int GUESSES = 3;
    private static final int MOST_SHARES = 8;

    /**
     * How likely a class is.
     *
     * @param colour as style sheets write it
     * @param share 0 to 1
     */
    record Share(String title, String colour, double share) {}

    private final ObjectProperty<CellSelection> cell = new SimpleObjectProperty<>(this, "cell");
    private final ObservableList<Prediction> samples = FXCollections.observableArrayList();
    private final SamplePictures pictures;
    private final StringExpression hint;
    private Optional<ExperimentResults> results = Optional.empty();
    private Optional<Predictions> predictions = Optional.empty();

    /** Of no cell yet; pictures are found on these jobs. */
    public CellSamples(Jobs jobs) {
        pictures = new SamplePictures(jobs);
        hint = Bindings.createStringBinding(this::hint, pictures.hintProperty(), samples);
        cell.addListener((property, old, now) -> list());
    }

    /** The selected cell; null for none. */
    public ObjectProperty<CellSelection> cellProperty() {
        return cell;
    }

    /** Selects the cell of a row and a column. */
    public void select(int truth, int predicted) {
        cell.set(new CellSelection(truth, predicted));
    }

    /** Selects none. */
    public void clear() {
        cell.set(null);
    }

    /** Its samples, the surest first. */
    public ObservableList<Prediction> samples() {
        return samples;
    }

    /** Why their pictures are not to be seen; empty if they are. It changes when pictures come. */
    public StringExpression hintProperty() {
        return hint;
    }

    /** The picture of a sample; empty where its dataset is not at hand. */
    public Optional<Sample> picture(Prediction prediction) {
        return pictures.sample(prediction.sample());
    }

    /** What the network thought of first, second and third, such as {@code neu 62 %, sad 30 %, ang 4 %}. */
    String guesses(Prediction prediction) {
        LabelSet labels = predictions.orElseThrow().labels();
        if (labels.isMany()) {
            return labels.name(prediction.predicted()) + " " + Math.round(100 * prediction.confidence()) + " %";
        }
        float[] shares = prediction.probabilities();
        List<String> guesses = IntStream.range(0, shares.length)
                .boxed()
                .sorted((a, b) -> Float.compare(shares[b], shares[a]))
                .limit(GUESSES)
                .map(label -> labels.shortName(label) + " " + Math.round(100 * shares[label]) + " %")
                .toList();
        return String.join(", ", guesses);
    }

    /** What the network thought of samples, the mean of several: the likeliest classes first. */
    List<Share> shares(List<Prediction> some) {
        LabelSet labels = predictions.orElseThrow().labels();
        if (some.isEmpty() || labels.isMany()) {
            return List.of();
        }
        double[] sums = new double[labels.size()];
        for (Prediction each : some) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += each.probabilities()[i] / (double) some.size();
            }
        }
        return IntStream.range(0, sums.length)
                .boxed()
                .sorted((a, b) -> Double.compare(sums[b], sums[a]))
                .limit(MOST_SHARES)
                .map(label -> new Share(labels.title(label), Palette.hex(Palette.of(labels, label)), sums[label]))
                .toList();
    }

    /** Samples as lines for a spreadsheet: id, truth, what they were called, how surely; tabs between them. */
    String lines(List<Prediction> some) {
        LabelSet labels = predictions.orElseThrow().labels();
        return some.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s\t%s\t%s\t%.4f",
                        each.sample(),
                        labels.name(each.label()),
                        labels.name(each.predicted()),
                        each.confidence()))
                .collect(Collectors.joining("\n"));
    }

    /** A few words on the cell, such as {@code Sadness → Neutral · 34}; empty for no cell. */
    String title() {
        CellSelection now = cell.get();
        return now == null || !fits(now)
                ? ""
                : now.title(predictions.orElseThrow().labels()) + "  ·  " + Numbers.count(samples.size());
    }

    /** Looks at the predictions of an experiment at a resolution. */
    public void lookAt(Optional<ExperimentResults> others, String resolution) {
        results = others;
        predictions = others.flatMap(each -> each.at(resolution));
        list();
    }

    private boolean fits(CellSelection selection) {
        return predictions
                .filter(all -> Math.max(selection.truth(), selection.predicted())
                        < all.labels().size())
                .isPresent();
    }

    private void list() {
        CellSelection now = cell.get();
        if (now == null || !fits(now)) {
            samples.clear();
            return;
        }
        results.ifPresent(shown -> pictures.lookAt(shown.folder()));
        samples.setAll(now.samples(predictions.orElseThrow()));
    }

    private String hint() {
        if (!pictures.hintProperty().get().isEmpty() || samples.isEmpty() || !pictures.known()) {
            return pictures.hintProperty().get();
        }
        return samples.stream().anyMatch(each -> picture(each).isPresent())
                ? ""
                : "Names only: these samples are not of the dataset that this network was trained on.";
    }
}
