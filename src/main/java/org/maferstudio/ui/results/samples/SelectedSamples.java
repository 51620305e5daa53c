package org.maferstudio.ui.results.samples;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.workbench.DatasetPlace;
import org.maferstudio.ui.workbench.SampleImages;
import org.maferstudio.ui.workbench.SampleSelection;
import org.maferstudio.ui.workbench.Workbench;

/**
 * The selected samples, in whichever figure or pane: one selection for all of them, shared through the
 * {@link Workbench}.
 */
public final class SelectedSamples {
    private static final int GUESSES = 3;
    private static final int MOST_SHARES = 8;
    /** The pane that selects here. */
    private static final String PANE = "results";

    /**
     * How likely a class is.
     *
     * @param colour as style sheets write it
     * @param share 0 to 1
     */
    record Share(String title, String colour, double share) {}

    /**
     * What is selected.
     *
     * @param of the folder of the experiment; empty for the first one shown
     */
    public record Picked(Optional<Path> of, SampleChoice choice) {}

    private final Workbench workbench;
    private final ObjectProperty<Picked> picked = new SimpleObjectProperty<>(this, "picked");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private final ObservableList<Prediction> samples = FXCollections.observableArrayList();
    private final SampleImages images;
    private final StringExpression hint;
    private List<ExperimentResults> shown = List.of();
    private Resolution resolution = Resolution.NATIVE;
    private Optional<Predictions> predictions = Optional.empty();
    private boolean following;

    /** None yet; images are loaded on these jobs. */
    public SelectedSamples(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        images = new SampleImages(workbench, jobs);
        hint = Bindings.createStringBinding(this::hint, images.hintProperty(), samples);
        picked.addListener((property, old, now) -> {
            open.set(true);
            list();
        });
        workbench.selectionProperty().addListener((property, old, now) -> onSelection(now));
    }

    // Properties

    /** What is selected; null for nothing. */
    public ObjectProperty<Picked> pickedProperty() {
        return picked;
    }

    /** Which samples of their experiment are selected; empty for none. */
    public Optional<SampleChoice> choice() {
        return Optional.ofNullable(picked.get()).map(Picked::choice);
    }

    /** The experiment whose samples are selected; empty for none. */
    public Optional<ExperimentResults> experiment() {
        return Optional.ofNullable(picked.get()).flatMap(this::experiment);
    }

    /** All experiments that are shown. */
    List<ExperimentResults> shown() {
        return shown;
    }

    /** Whether the gallery covers the figures; it does after each new selection. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** The samples themselves, the surest first. */
    public ObservableList<Prediction> samples() {
        return samples;
    }

    /** The location of the experiment's dataset. */
    public DatasetPlace dataset(FileDialogs dialogs) {
        return new DatasetPlace(workbench, images, dialogs);
    }

    /** Why their images are not shown; empty if they are. It changes when images are loaded. */
    public StringExpression hintProperty() {
        return hint;
    }

    // Commands

    /** Selects the cell of a row and a column in the first experiment. */
    public void select(int trueClass, int predicted) {
        choose(new CellSelection(trueClass, predicted));
    }

    /** Selects samples of the first experiment. */
    public void choose(SampleChoice choice) {
        picked.set(new Picked(Optional.empty(), choice));
    }

    /** Selects samples of one of the experiments that are shown. */
    public void choose(Path of, SampleChoice choice) {
        boolean first = !shown.isEmpty() && shown.get(0).folder().equals(of);
        picked.set(new Picked(first ? Optional.empty() : Optional.of(of), choice));
    }

    /** Selects the same, or nothing if that is selected already. */
    public void toggle(Path of, SampleChoice choice) {
        Picked before = picked.get();
        choose(of, choice);
        if (picked.get().equals(before)) {
            clear();
        }
    }

    /** Selects none, in all panes. */
    public void clear() {
        picked.set(null);
        if (!following) {
            workbench.selectionProperty().set(null);
        }
    }

    /** Shows the predictions of experiments at a resolution. */
    public void update(List<ExperimentResults> others, Resolution at) {
        shown = List.copyOf(others);
        resolution = at;
        if (picked.get() == null) {
            onSelection(workbench.selectionProperty().get());
        }
        list();
    }

    // About samples

    /** The image of a sample; empty if its dataset is not available. */
    public Optional<Sample> image(Prediction prediction) {
        return images.sample(prediction.sample());
    }

    /** The sample of an id in the dataset; empty if the dataset is not available. */
    Optional<Sample> sample(String id) {
        return images.sample(id);
    }

    /** What the network thought of first, second and third, such as {@code neu 62 %, sad 30 %, ang 4 %}. */
    String guesses(Prediction prediction) {
        LabelSet labels = predictions.orElseThrow().labels();
        if (!prediction.hasProbabilities()) {
            return labels.shortName(prediction.predicted());
        }
        if (labels.isMany()) {
            return labels.title(prediction.predicted()) + " " + Math.round(100 * prediction.confidence()) + " %";
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
        if (some.isEmpty() || labels.isMany() || !some.stream().allMatch(Prediction::hasProbabilities)) {
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

    /** Samples as lines for a spreadsheet: id, true class, predicted class and confidence, separated by tabs. */
    String lines(List<Prediction> some) {
        return SampleLines.of(some, predictions.orElseThrow().labels());
    }

    /** A few words on the selection, such as {@code Sadness → Neutral · 34}; empty for none. */
    String title() {
        Picked now = picked.get();
        if (now == null || predictions.isEmpty()) {
            return "";
        }
        String title = now.choice().title(predictions.get().labels()) + "  \u00b7  " + Numbers.count(samples.size());
        return now.of()
                .flatMap(of -> experiment(now))
                .map(experiment -> experiment.name() + ": " + title)
                .orElse(title);
    }

    private Optional<ExperimentResults> experiment(Picked now) {
        return shown.stream()
                .filter(each ->
                        now.of().isEmpty() || each.folder().equals(now.of().get()))
                .findFirst();
    }

    private void list() {
        Picked now = picked.get();
        Optional<ExperimentResults> results = now == null ? Optional.empty() : experiment(now);
        predictions = (now == null ? shown.stream().findFirst() : results).flatMap(each -> each.at(resolution));
        if (now == null || predictions.filter(now.choice()::fits).isEmpty()) {
            samples.clear();
            publish(null);
            return;
        }
        results.ifPresent(each -> images.load(each.folder()));
        samples.setAll(now.choice().samples(predictions.get()));
        publish(results.get());
    }

    /** Publishes the selection to the other panes, unless it came from them; without samples, clears this pane's. */
    private void publish(ExperimentResults of) {
        SampleSelection told = workbench.selectionProperty().get();
        boolean none = of == null || samples.isEmpty();
        if (following || (none && (told == null || !told.by().equals(PANE)))) {
            return;
        }
        following = true;
        workbench.selectionProperty().set(none ? null : selection(of));
        following = false;
    }

    private SampleSelection selection(ExperimentResults of) {
        return new SampleSelection(
                of.folder(),
                of.split(),
                resolution,
                samples.stream().map(Prediction::sample).collect(Collectors.toSet()),
                picked.get().choice().title(predictions.orElseThrow().labels()),
                PANE);
    }

    /** Selects what another pane selected, as soon as its experiment is shown here. */
    private void onSelection(SampleSelection others) {
        if (following || (others != null && others.by().equals(PANE))) {
            return;
        }
        following = true;
        if (others == null) {
            clear();
        } else if (shown.stream().anyMatch(each -> each.folder().equals(others.experiment()))) {
            choose(others.experiment(), new NamedSelection(others.title(), others.samples(), Optional.empty()));
        }
        following = false;
    }

    private String hint() {
        boolean unknown = !samples.isEmpty()
                && images.isFound()
                && samples.stream().noneMatch(each -> image(each).isPresent());
        String said = images.hintProperty().get();
        return said.isEmpty() && unknown ? Texts.of("results.samples.namesOnly") : said;
    }
}
