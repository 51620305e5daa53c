package org.maferstudio.ui.results.selection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** What the experiments under consideration have to show: read in the background, on one split, at one resolution. */
public final class SelectionViewModel {
    private final LatestJob reading;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ResultsReader reader = new ResultsReader();
    private final Consumer<String> onProblem;
    private final PairResults comparison;
    private final ClassTableModel classes;
    private final DuplicateFilter duplicates;
    private final ObservableList<String> splits = FXCollections.observableArrayList();
    private final StringProperty split = new SimpleStringProperty(this, "split");
    private final ObservableList<Resolution> resolutions = FXCollections.observableArrayList();
    private final ObjectProperty<Resolution> resolution =
            new SimpleObjectProperty<>(this, "resolution", Resolution.NATIVE);
    private final ObjectProperty<Normalisation> normalisation =
            new SimpleObjectProperty<>(this, "normalisation", Normalisation.ROWS);
    private final ReadOnlyObjectWrapper<Headline> headline =
            new ReadOnlyObjectWrapper<>(this, "headline", Headline.NONE);
    private final ReadOnlyObjectWrapper<ResultsFigures> figures =
            new ReadOnlyObjectWrapper<>(this, "figures", new ResultsFigures(List.of(), Resolution.NATIVE));
    private List<Path> folders = List.of();

    /**
     * Of no experiment yet.
     *
     * @param onProblem receives why experiments cannot be read
     * @param located where their datasets lie
     */
    public SelectionViewModel(Jobs jobs, Consumer<String> onProblem, LocatedDatasets located) {
        reading = new LatestJob(jobs);
        comparison = new PairResults(jobs);
        classes = new ClassTableModel(jobs);
        duplicates =
                new DuplicateFilter(jobs, onProblem, reader, located, () -> read(Optional.ofNullable(split.get())));
        this.onProblem = onProblem;
        resolution.addListener((property, old, now) -> show());
        split.addListener((property, old, now) -> {
            boolean there =
                    results().stream().limit(1).anyMatch(each -> each.split().equals(now));
            if (!there) {
                read(Optional.ofNullable(now));
            }
        });
    }

    // Properties

    /** The splits with predictions; empty if there are none. */
    public ObservableList<String> splits() {
        return splits;
    }

    /** The selected split; null if there are no predictions. */
    public StringProperty splitProperty() {
        return split;
    }

    /** The resolutions with predictions, native first. */
    public ObservableList<Resolution> resolutions() {
        return resolutions;
    }

    /** The selected resolution. */
    public ObjectProperty<Resolution> resolutionProperty() {
        return resolution;
    }

    /** Normalisation of the matrix. */
    public ObjectProperty<Normalisation> normalisationProperty() {
        return normalisation;
    }

    /** The numbers of the first experiment. */
    public ReadOnlyObjectProperty<Headline> headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** The first experiment with each other one, sample by sample. */
    public PairResults pairs() {
        return comparison;
    }

    /** Whether other results are being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How the other experiments differ from the first, one sentence each; empty if there are none. */
    public ReadOnlyStringProperty comparisonProperty() {
        return comparison.textProperty();
    }

    /** Whether images that also occur in another split are left out. */
    public DuplicateFilter duplicates() {
        return duplicates;
    }

    /** The numbers of each class of the first experiment. */
    public ClassTableModel classes() {
        return classes;
    }

    /** The figures of the shown experiments. */
    public ReadOnlyObjectProperty<ResultsFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** What was read, the first experiment first. */
    public List<ExperimentResults> results() {
        return figures.get().shown();
    }

    // Commands

    /** Reads experiments, the one that matters first, on the selected split if that one has it. */
    public void load(List<Path> experiments) {
        folders = List.copyOf(experiments);
        read(Optional.ofNullable(split.get()));
    }

    /** Reads the same experiments again, on a split if the first one has it. */
    public void reload(String on) {
        read(Optional.of(on));
    }

    private void read(Optional<String> wanted) {
        List<Path> now = folders;
        if (now.isEmpty()) {
            reading.drop();
            accept(List.of());
            return;
        }
        busy.set(true);
        boolean without = duplicates.leftOutProperty().get();
        reading.start(JobPlan.<List<ExperimentResults>>of(
                        Texts.of("results.page.job.reading"), progress -> reader.readAll(now, wanted).stream()
                                .map(each -> without ? each.withoutDuplicates() : each)
                                .toList())
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::accept)
                .onProblem(why -> {
                    onProblem.accept(why.getMessage());
                    accept(List.of());
                }));
    }

    private void accept(List<ExperimentResults> results) {
        figures.set(new ResultsFigures(results, resolution.get()));
        ExperimentResults first = results.isEmpty() ? null : results.get(0);
        splits.setAll(first == null ? List.of() : first.splits());
        if (first != null && !first.split().isEmpty() && !first.split().equals(split.get())) {
            split.set(first.split());
        }
        List<Resolution> available = first == null
                ? List.of()
                : first.predictions().stream().map(Predictions::resolution).toList();
        resolutions.setAll(available);
        if (!available.isEmpty() && !available.contains(resolution.get())) {
            resolution.set(available.get(0));
        }
        show();
        busy.set(false);
    }

    private void show() {
        List<ExperimentResults> results = results();
        figures.set(new ResultsFigures(results, resolution.get()));
        headline.set(figures.get().headline());
        duplicates.update(results.stream().findFirst(), resolution.get());
        classes.show(results.stream().findFirst(), resolution.get());
        comparison.compare(results, resolution.get());
    }
}
