package org.maferstudio.ui.results.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.DatasetTitles;
import org.maferstudio.ui.workbench.Workbench;

/** The experiments of the workspace, and those opened from elsewhere: filter, selection, ticks. */
public final class ExperimentList {
    private static final System.Logger LOG = System.getLogger(ExperimentList.class.getName());

    private final ObservableList<ExperimentRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.tickedProperty()});
    private final FilteredList<ExperimentRow> filtered = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<ExperimentRow> selected = new SimpleObjectProperty<>(this, "selected");
    private final BooleanBinding selectionShown;
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(this, "known");
    private final List<Path> openedElsewhere = new ArrayList<>();
    private Optional<List<Path>> toTick = Optional.empty();

    /** Kept until a reading has come back: a later reading drops the earlier one, but not what it was to select. */
    private Optional<Path> toSelect = Optional.empty();

    private final Workbench workbench;
    private final LatestJob reading;
    private final LatestJob opening;
    private final ExperimentTableModel table;
    private final ExperimentEdits edits;
    private final LocatedDatasets located;

    /**
     * Empty until it is refreshed.
     *
     * @param onProblem receives why something cannot be done to an experiment
     */
    public ExperimentList(Workbench workbench, Jobs jobs, Consumer<String> onProblem) {
        this.workbench = workbench;
        located = LocatedDatasets.of(workbench.workspace());
        this.reading = new LatestJob(jobs);
        this.opening = new LatestJob(jobs);
        table = new ExperimentTableModel(this, jobs);
        edits = new ExperimentEdits(workbench, jobs, onProblem);
        workbench.comparedProperty().addListener((property, old, now) -> toTick = Optional.of(now));
        workbench.datasetTitlesProperty().addListener((property, old, now) -> {
            if (known.get()) {
                refresh(Optional.empty());
            }
        });
        workbench.guestsProperty().addListener((property, old, now) -> now.forEach(this::list));
        filter.addListener((property, old, now) -> filtered.setPredicate(row -> row.matches(now)));
        selectionShown = Bindings.createBooleanBinding(() -> isShown(selected.get()), selected, filtered);
    }

    // Properties

    /** The experiments that match the filter, the newest first. */
    public ObservableList<ExperimentRow> rows() {
        return filtered;
    }

    /** Words that a row must contain; empty for all. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The selected experiment; null for none. */
    public ObjectProperty<ExperimentRow> selectedProperty() {
        return selected;
    }

    /** Whether the workspace has been read, so that an empty list means that there are none. */
    public ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** All experiments, whatever the filter. */
    public ObservableList<ExperimentRow> all() {
        return rows;
    }

    /** All that is known of them, as a table. */
    public ExperimentTableModel table() {
        return table;
    }

    /** What can be done to them. */
    public ExperimentEdits edits() {
        return edits;
    }

    /** Whether the selected experiment can be seen, so that something can be done to it: the filter does not hide it. */
    public BooleanExpression selectionShownProperty() {
        return selectionShown;
    }

    private boolean isShown(ExperimentRow row) {
        return row != null && filtered.contains(row);
    }

    /** The ticked ones, in the list's order. */
    public List<ExperimentRow> ticked() {
        return rows.stream().filter(row -> row.tickedProperty().get()).toList();
    }

    /** Typed tags, with the last one completed to each tag of an experiment that begins so. */
    List<String> completeTags(String typed) {
        int last = typed.lastIndexOf(',') + 1;
        String start = typed.substring(last).strip().toLowerCase(Locale.ROOT);
        String before = last == 0 ? "" : typed.substring(0, last) + " ";
        return rows.stream()
                .flatMap(row -> row.tags().stream())
                .distinct()
                .sorted()
                .filter(tag -> !start.isEmpty() && tag.toLowerCase(Locale.ROOT).startsWith(start))
                .map(tag -> before + tag)
                .toList();
    }

    // Commands

    /** Opens the experiment in a folder; {@code onProblem} receives the reason if that fails. */
    public void open(Path folder, Consumer<String> onProblem) {
        opening.start(JobPlan.<Path>of(Texts.of("results.experiments.job.opening"), progress -> checked(folder))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(workbench.experimentProperty()::set)
                .onProblem(why -> onProblem.accept(why.getMessage())));
    }

    private static Path checked(Path folder) {
        if (!Experiment.isExperiment(folder)) {
            throw Problem.input(Texts.of("results.experiments.error.noExperiment", folder.getFileName()));
        }
        return folder.toAbsolutePath().normalize();
    }

    /** Moves the selected experiment into the bin; nothing if the filter hides it. */
    public void discardSelected() {
        if (selectionShown.get()) {
            edits.discard(selected.get());
        }
    }

    /** Reads the workspace again; selects {@code wanted}, else what was selected, else the newest with results. */
    public void refresh(Optional<Path> wanted) {
        wanted.ifPresent(this::list);
        toSelect = wanted.or(() -> toSelect);
        List<Path> elsewhere = List.copyOf(openedElsewhere);
        DatasetTitles titles = workbench.datasetTitlesProperty().get();
        reading.start(JobPlan.<List<ExperimentRow>>of(
                        Texts.of("results.experiments.job.reading"), progress -> read(elsewhere, titles))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::show));
    }

    private void list(Path folder) {
        if (!workbench.workspace().lists(folder) && !openedElsewhere.contains(folder)) {
            openedElsewhere.add(folder);
        }
    }

    private List<ExperimentRow> read(List<Path> elsewhere, DatasetTitles titles) {
        List<ExperimentRow> found = new ArrayList<>();
        for (Experiment experiment : workbench.workspace().experiments()) {
            add(found, experiment, titles);
        }
        for (Path folder : elsewhere) {
            if (Experiment.isExperiment(folder)) {
                add(found, Experiment.open(folder), titles);
            }
        }
        DifferingSettings.compare(found);
        return found;
    }

    /** One damaged experiment must not hide the others. */
    private void add(List<ExperimentRow> found, Experiment experiment, DatasetTitles titles) {
        try {
            found.add(ExperimentRow.of(experiment, titles, located));
        } catch (Problem e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage(), e);
        }
    }

    private void show(List<ExperimentRow> found) {
        Set<Path> ticked = ticked().stream().map(ExperimentRow::folder).collect(Collectors.toCollection(HashSet::new));
        toTick.ifPresent(asked -> {
            ticked.clear();
            ticked.addAll(asked);
        });
        toTick = Optional.empty();
        Path before = selected.get() == null ? null : selected.get().folder();
        found.forEach(row -> row.tickedProperty().set(ticked.contains(row.folder())));
        rows.setAll(found);
        known.set(true);
        Path wanted = toSelect.orElse(before);
        toSelect = Optional.empty();
        selected.set(row(wanted)
                .or(() -> rows.stream().filter(ExperimentRow::evaluated).findFirst())
                .or(() -> rows.stream().findFirst())
                .orElse(null));
    }

    private Optional<ExperimentRow> row(Path folder) {
        return rows.stream().filter(row -> row.folder().equals(folder)).findFirst();
    }
}
