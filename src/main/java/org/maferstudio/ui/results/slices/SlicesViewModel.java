package org.maferstudio.ui.results.slices;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.ResolutionFigure;
import org.maferstudio.results.Predictions;
import org.maferstudio.slices.JoinedTable;
import org.maferstudio.slices.SampleColumns;
import org.maferstudio.slices.Slice;
import org.maferstudio.slices.SlicedResults;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.results.samples.NamedSelection;
import org.maferstudio.ui.results.samples.SampleChoice;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.SelectionViewModel;

/** The results of the first shown experiment by the values of a column, compared with another one. */
public final class SlicesViewModel {
    private static final List<String> TABLES = List.of("csv", "tsv", "txt", "xlsx", "json", "jsonl", "npy", "npz");
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final SelectionViewModel shown;
    private final SelectedSamples samples;
    private final ColumnStore store;
    private final LatestJob reading;
    private final LatestJob computing;

    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final StringProperty column = new SimpleStringProperty(this, "column");
    private final ObservableList<ExperimentResults> others = FXCollections.observableArrayList();
    private final ObjectProperty<ExperimentResults> other = new SimpleObjectProperty<>(this, "other");
    private final ObservableList<SliceRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper(this, "selected", "");
    private final ReadOnlyObjectWrapper<ResolutionFigure> curve = new ReadOnlyObjectWrapper<>(this, "curve");
    private final ReadOnlyObjectWrapper<ConfusionFigure> matrix = new ReadOnlyObjectWrapper<>(this, "matrix");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    private Optional<ExperimentResults> of = Optional.empty();
    private SampleColumns columns = SampleColumns.NONE;
    private Optional<SlicedResults> results = Optional.empty();
    private Optional<SampleChoice> chosen = Optional.empty();
    /** Whether lists are being filled, during which controls change their values. */
    private boolean filling;

    /**
     * Over what is shown; reads while it is watched.
     *
     * @param located where the datasets are whose images are measured
     */
    public SlicesViewModel(
            Jobs jobs,
            FileDialogs dialogs,
            SelectionViewModel shown,
            SelectedSamples samples,
            LocatedDatasets located) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.shown = shown;
        this.samples = samples;
        store = new ColumnStore(located);
        reading = new LatestJob(jobs);
        computing = new LatestJob(jobs);
        shown.figuresProperty().addListener((property, old, now) -> update());
        shown.normalisationProperty().addListener((property, old, now) -> draw());
        watched.addListener((property, old, now) -> update());
        column.addListener((property, old, now) -> {
            if (!filling) {
                note.set("");
                restart();
            }
        });
        other.addListener((property, old, now) -> compute());
        samples.pickedProperty().addListener((property, old, now) -> {
            if (now == null || !chosen.equals(Optional.of(now.choice()))) {
                mark("", Optional.empty());
            }
        });
    }

    // Properties

    /** Whether the page is in front; nothing is computed otherwise. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** The names of the columns. */
    public ObservableList<String> columnNames() {
        return names;
    }

    /** The column by which the results are divided; null for none. */
    public StringProperty columnProperty() {
        return column;
    }

    /** The experiments with which the first can be compared. */
    ObservableList<ExperimentResults> others() {
        return others;
    }

    /** The one with which it is compared; null if there is none. */
    ObjectProperty<ExperimentResults> otherProperty() {
        return other;
    }

    /** The slices at the shown resolution, worst first, small ones last. */
    ObservableList<SliceRow> rows() {
        return rows;
    }

    /** The value of the selected slice; empty for none. */
    ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Accuracy by resolution of the selected slice, or of the worst ones; null if there is none. */
    ReadOnlyObjectProperty<ResolutionFigure> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** The matrix of the selected slice, or of all samples; null if there is none. */
    ReadOnlyObjectProperty<ConfusionFigure> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    /** What there is to know about the page; empty for nothing. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Whether slices are being computed. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last action failed; empty for no error. */
    StringProperty problemProperty() {
        return problem;
    }

    // Commands

    /** Selects a slice and its samples, whose images are shown on request; null for none. */
    public void select(SliceRow row) {
        if (row == null) {
            if (chosen.isPresent()) {
                samples.clear();
            }
            return;
        }
        SampleChoice choice = new NamedSelection(
                column.get() + ": " + row.title(), row.slice().samples(), Optional.empty());
        mark(row.value(), Optional.of(choice));
        samples.choose(choice);
        samples.openProperty().set(false);
    }

    /** Asks for a table whose rows name the images, and adds its columns. */
    public void addTable() {
        of.ifPresent(first -> dialogs.chooseFiles(Texts.of("results.slices.table.title"), TABLES).stream()
                .findFirst()
                .ifPresent(file -> join(first, file)));
    }

    private void join(ExperimentResults first, Path file) {
        problem.set("");
        Predictions predictions = first.predictions().get(0);
        jobs.start(JobPlan.<JoinedTable>of(
                        Texts.of("results.slices.job.table", file.getFileName()),
                        progress -> store.join(first.folder(), predictions, file))
                .onDone(joined -> read(
                        joined.columns(),
                        Texts.of(
                                "results.slices.table.joined",
                                file.getFileName(),
                                joined.samples(),
                                predictions.rows().size(),
                                joined.key())))
                .onProblem(this::fail));
    }

    /** Measures the images of the experiment's dataset in the background, and adds the measures as columns. */
    public void measure() {
        problem.set("");
        of.ifPresent(first -> jobs.start(JobPlan.<Optional<SampleColumns>>of(
                        Texts.of("results.slices.job.measuring"),
                        progress -> store.measure(
                                first.folder(), first.predictions().get(0), progress))
                .onDone(measured -> measured.ifPresent(added -> read(added, "")))
                .onProblem(this::fail)));
    }

    /** Asks for a file, and writes the table. */
    public void export() {
        if (!rows.isEmpty()) {
            SliceTableText.save(fileName("slices"), SliceTableText.of(column.get(), rows), dialogs, jobs);
        }
    }

    /** A file name for a figure of this page. */
    String fileName(String figure) {
        String name = column.get() == null ? figure : figure + " by " + column.get();
        return shown.figuresProperty().get().fileName(name);
    }

    /** What a figure of this page is of, for its file. */
    String header() {
        String where = shown.figuresProperty().get().headline().where();
        return column.get() == null ? where : column.get() + ", " + where;
    }

    // Reading

    private void update() {
        ResultsFigures now = shown.figuresProperty().get();
        Optional<ExperimentResults> first = now.shown().stream()
                .limit(1)
                .filter(each -> watched.get() && hasSamples(each))
                .findFirst();
        if (first.isEmpty()) {
            clear(watched.get() && !now.shown().isEmpty());
            return;
        }
        boolean same = of.filter(before -> before.predictions() == first.get().predictions())
                .isPresent();
        of = first;
        fillOthers(now.comparable().stream()
                .filter(each -> !each.folder().equals(first.get().folder()) && hasSamples(each))
                .toList());
        if (same) {
            compute();
        } else {
            problem.set("");
            read(SampleColumns.NONE, "");
        }
    }

    private static boolean hasSamples(ExperimentResults results) {
        return results.predictions().stream().anyMatch(each -> !each.rows().isEmpty());
    }

    private void clear(boolean withoutSamples) {
        reading.drop();
        computing.drop();
        busy.set(false);
        of = Optional.empty();
        results = Optional.empty();
        fillOthers(List.of());
        fillNames(List.of(), "");
        rows.clear();
        note.set(withoutSamples ? Texts.of("results.slices.noSamples") : "");
        draw();
    }

    private void fillOthers(List<ExperimentResults> next) {
        filling = true;
        ExperimentResults before = other.get();
        Optional<ExperimentResults> kept = next.stream()
                .filter(each -> before != null && each.folder().equals(before.folder()))
                .findFirst();
        // A choice that is among them no more would be looked for in them while they change.
        other.set(null);
        others.setAll(next);
        other.set(kept.or(() -> next.stream().findFirst()).orElse(null));
        filling = false;
    }

    private void fillNames(List<String> next, String wanted) {
        filling = true;
        if (!names.equals(next)) {
            column.set(null);
            names.setAll(next);
        }
        column.set(next.contains(wanted) ? wanted : next.stream().findFirst().orElse(null));
        filling = false;
    }

    /** Reads the columns again, and shows the first of those that were added. */
    private void read(SampleColumns added, String about) {
        if (of.isEmpty()) {
            return;
        }
        ExperimentResults first = of.get();
        String wanted = added.names().stream().findFirst().orElse(column.get() == null ? "" : column.get());
        busy.set(true);
        reading.start(JobPlan.<SampleColumns>of(
                        Texts.of("results.slices.job.reading"),
                        progress ->
                                store.read(first.folder(), first.predictions().get(0)))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(read -> {
                    columns = read;
                    fillNames(read.names(), wanted);
                    note.set(about);
                    restart();
                })
                .onProblem(this::fail));
    }

    private void fail(Problem why) {
        busy.set(false);
        problem.set(why.getMessage());
    }

    /** Computes the slices of another column, or of another experiment. */
    private void restart() {
        results = Optional.empty();
        rows.clear();
        if (chosen.isPresent()) {
            samples.clear();
        }
        draw();
        compute();
    }

    private void compute() {
        if (filling || of.isEmpty() || column.get() == null) {
            busy.set(false);
            return;
        }
        SliceComputation.Request request = new SliceComputation.Request(
                column.get(),
                columns,
                of.get(),
                Optional.ofNullable(other.get()),
                shown.resolutionProperty().get(),
                results);
        busy.set(true);
        computing.start(JobPlan.<SliceComputation>of(
                        Texts.of("results.slices.job.computing"), progress -> SliceComputation.of(request))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::accept)
                .onProblem(this::fail));
    }

    private void accept(SliceComputation computed) {
        busy.set(false);
        results = Optional.of(computed.results());
        rows.setAll(computed.rows());
        if (!computed.problem().isEmpty()) {
            note.set(computed.problem());
        }
        draw();
    }

    // Figures

    private void mark(String value, Optional<SampleChoice> choice) {
        chosen = choice;
        selected.set(value);
        draw();
    }

    private void draw() {
        if (results.isEmpty()) {
            curve.set(null);
            matrix.set(null);
            return;
        }
        List<Slice> ordered = rows.stream().map(SliceRow::slice).toList();
        SliceFigures figures = new SliceFigures(
                results.get(),
                ordered,
                ordered.stream()
                        .filter(slice -> slice.value().equals(selected.get()))
                        .findFirst());
        curve.set(figures.curve());
        matrix.set(figures.matrix(
                shown.resolutionProperty().get(), shown.normalisationProperty().get()));
    }
}
