package org.maferstudio.ui.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.Predictions;
import org.maferstudio.ui.parts.Desk;
import org.maferstudio.ui.parts.FileDialogs;
import org.maferstudio.ui.parts.JobPlan;
import org.maferstudio.ui.parts.Jobs;
import org.maferstudio.ui.parts.Newest;

/** Looks at the results of experiments: one large, up to three more beside it. */
public final class ResultsViewModel {
    /** How many experiments stand side by side. */
    static final int MOST = 4;

    /** What there is to see. */
    public enum State {
        /** The workspace has not been read yet. */
        READING,
        /** There are no experiments at all. */
        NO_EXPERIMENTS,
        /** The selected experiment is being trained, and has no predictions yet. */
        TRAINING,
        /** The selected experiment has no predictions yet. */
        NOT_EVALUATED,
        /** All there is. */
        SHOWN
    }

    private final Desk desk;
    private final FileDialogs dialogs;
    private final Evaluations evaluations;
    private final Newest reading;
    private final ComparisonText comparison;
    private final ExperimentList experiments;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.READING);
    private final ObservableList<String> splits = FXCollections.observableArrayList();
    private final StringProperty split = new SimpleStringProperty(this, "split");
    private final ObservableList<String> resolutions = FXCollections.observableArrayList();
    private final StringProperty resolution = new SimpleStringProperty(this, "resolution", Predictions.NATIVE);
    private final ObjectProperty<Normalisation> normalisation =
            new SimpleObjectProperty<>(this, "normalisation", Normalisation.ROWS);
    private final CellSamples cells;
    private final ReadOnlyObjectWrapper<Headline> headline =
            new ReadOnlyObjectWrapper<>(this, "headline", Headline.NONE);
    private final ReadOnlyObjectWrapper<ResultsFigures> figures =
            new ReadOnlyObjectWrapper<>(this, "figures", new ResultsFigures(List.of(), Predictions.NATIVE));
    private final BeyondViewModel beyond;
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    /** Over the experiments of the desk. */
    public ResultsViewModel(Desk desk, Jobs jobs, FileDialogs dialogs, Evaluating evaluating) {
        this.desk = desk;
        this.dialogs = dialogs;
        evaluations = new Evaluations(jobs, evaluating);
        reading = new Newest(jobs);
        cells = new CellSamples(jobs);
        comparison = new ComparisonText(jobs);
        experiments = new ExperimentList(desk, jobs);
        beyond = new BeyondViewModel(jobs, evaluating, figures.getReadOnlyProperty());
        experiments.selectedProperty().addListener((property, old, now) -> select(old, now));
        experiments.knownProperty().addListener((property, old, now) -> settle());
        experiments.all().addListener((ListChangeListener<ExperimentRow>) this::heed);
        resolution.addListener((property, old, now) -> show());
        split.addListener((property, old, now) -> {
            boolean there =
                    figures.get().shown().stream().anyMatch(each -> each.split().equals(now));
            if (!there) {
                read(now);
            }
        });
        desk.experimentProperty().addListener((property, old, now) -> experiments.refresh(Optional.ofNullable(now)));
        desk.experimentsChangedProperty().addListener((property, old, now) -> experiments.refresh(Optional.empty()));
    }

    // Properties

    /** The list at the left. */
    public ExperimentList experiments() {
        return experiments;
    }

    /** What the next evaluation would do, and what the last one said. */
    public Evaluations evaluations() {
        return evaluations;
    }

    /** What there is to see. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The splits with predictions; empty if there are none. */
    public ObservableList<String> splits() {
        return splits;
    }

    /** The split that is looked at; null if there are no predictions. */
    public StringProperty splitProperty() {
        return split;
    }

    /** The resolutions with predictions, native first. */
    public ObservableList<String> resolutions() {
        return resolutions;
    }

    /** The resolution that is looked at. */
    public StringProperty resolutionProperty() {
        return resolution;
    }

    /** What the cells of the matrix say. */
    public ObjectProperty<Normalisation> normalisationProperty() {
        return normalisation;
    }

    /** The cell whose samples are listed; null for none. */
    public ObjectProperty<CellSelection> cellProperty() {
        return cells.cellProperty();
    }

    /** The samples of the selected cell. */
    public CellSamples cells() {
        return cells;
    }

    /** The numbers of the selected experiment. */
    public ReadOnlyObjectProperty<Headline> headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** How the ticked experiments differ from the selected one, one sentence each; empty if none is ticked. */
    public ReadOnlyStringProperty comparisonProperty() {
        return comparison.textProperty();
    }

    /** The figures of what is shown. */
    ReadOnlyObjectProperty<ResultsFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** What is shown beside the paper, and on the other datasets. */
    public BeyondViewModel beyond() {
        return beyond;
    }

    /** Why the pane cannot do what was asked; empty for nothing. */
    public StringProperty problemProperty() {
        return problem;
    }

    // Commands

    /** Reads the list of experiments again. */
    public void refresh() {
        boolean first = experiments.selectedProperty().get() == null;
        experiments.refresh(Optional.ofNullable(desk.experimentProperty().get()).filter(folder -> first));
    }

    /** Asks for the folder of an experiment anywhere, and looks at it. */
    public void openFolder() {
        problem.set("");
        dialogs.chooseFolder("Open the folder of an experiment")
                .ifPresent(folder -> experiments.open(folder, problem::set));
    }

    /** To the pane where experiments are made. */
    public void train() {
        desk.show("training");
    }

    /** Evaluates the selected experiment in the background as the form says, and shows what came of it. */
    public void evaluate() {
        ExperimentRow row = experiments.selectedProperty().get();
        if (row != null) {
            evaluations.start(row, result -> evaluated(row, result.split()));
        }
    }

    private void evaluated(ExperimentRow row, String on) {
        ExperimentRow selected = experiments.selectedProperty().get();
        if (selected != null && selected.isSameAs(row)) {
            read(on);
        }
        desk.tellExperimentsChanged();
    }

    /** A refresh brings a new row for the same experiment: then what someone looked at stays. */
    private void select(ExperimentRow old, ExperimentRow row) {
        if (old == null || !old.isSameAs(row)) {
            cells.cellProperty().set(null);
            evaluations.turnTo(row);
        }
        settle();
        read(split.get());
    }

    /** Unticks the fifth. */
    private void heed(ListChangeListener.Change<? extends ExperimentRow> change) {
        boolean ticks = false;
        while (change.next()) {
            ticks |= change.wasUpdated();
        }
        if (!ticks) {
            return;
        }
        List<ExperimentRow> rows = rows();
        if (rows.size() > MOST) {
            problem.set("At most " + MOST + " experiments stand side by side. Untick one first.");
            rows.get(rows.size() - 1).tickedProperty().set(false);
            return;
        }
        read(split.get());
    }

    /** The selected experiment and the ticked ones. */
    private List<ExperimentRow> rows() {
        List<ExperimentRow> rows = new ArrayList<>();
        ExperimentRow selected = experiments.selectedProperty().get();
        if (selected != null) {
            rows.add(selected);
        }
        experiments.ticked().stream().filter(row -> row != selected).forEach(rows::add);
        return rows;
    }

    private void read(String wanted) {
        List<Path> folders = rows().stream().map(ExperimentRow::folder).toList();
        if (folders.isEmpty()) {
            reading.drop();
            accept(List.of());
            return;
        }
        Optional<String> asked = Optional.ofNullable(wanted);
        reading.start(JobPlan.<List<ExperimentResults>>of(
                        "Reading results", progress -> ExperimentResults.readAll(folders, asked))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::accept)
                .onProblem(why -> {
                    problem.set(why.getMessage());
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
        List<String> available = first == null
                ? List.of()
                : first.predictions().stream().map(Predictions::resolution).toList();
        resolutions.setAll(available);
        if (!available.isEmpty() && !available.contains(resolution.get())) {
            resolution.set(available.get(0));
        }
        settle();
        show();
    }

    private void show() {
        List<ExperimentResults> results = figures.get().shown();
        figures.set(new ResultsFigures(results, resolution.get()));
        headline.set(figures.get().headline());
        cells.lookAt(results.stream().findFirst(), resolution.get());
        comparison.compare(results, resolution.get());
    }

    private void settle() {
        if (!experiments.knownProperty().get()) {
            state.set(State.READING);
        } else if (experiments.all().isEmpty()) {
            state.set(State.NO_EXPERIMENTS);
        } else {
            boolean any = !figures.get().shown().isEmpty()
                    && figures.get().shown().get(0).sweep().isPresent();
            ExperimentRow selected = experiments.selectedProperty().get();
            boolean training = selected != null && selected.training();
            state.set(any ? State.SHOWN : training ? State.TRAINING : State.NOT_EVALUATED);
        }
    }
}
