package org.maferstudio.ui.results.labelreview;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.LabelIssue;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.report.tables.Table;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.controls.UndoStack;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.results.samples.NamedSelection;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.SelectionViewModel;

/** The most confident errors of the first experiment: where its prediction is correct, the label is incorrect. */
public final class LabelReviewViewModel {
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final SelectedSamples samples;
    private final StoredLabelIssues kept;
    private final UndoStack undo = new UndoStack();
    private final ObservableList<LabelReviewRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty marked = new SimpleBooleanProperty(this, "marked");
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched", true);
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper(this, "counts", "");

    private Optional<ExperimentResults> of = Optional.empty();
    private Optional<Predictions> predictions = Optional.empty();

    /**
     * Over what is shown.
     *
     * @param onProblem receives why something cannot be saved
     */
    public LabelReviewViewModel(
            Jobs jobs,
            FileDialogs dialogs,
            SelectionViewModel shown,
            SelectedSamples samples,
            Consumer<String> onProblem) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.samples = samples;
        kept = new StoredLabelIssues(jobs, onProblem, this::list);
        shown.figuresProperty().addListener((property, old, now) -> update(now));
        marked.addListener((property, old, now) -> list());
        watched.addListener((property, old, now) -> list());
    }

    // Properties

    /** The errors, most confident first. */
    ObservableList<LabelReviewRow> rows() {
        return rows;
    }

    /** Whether only marked errors are listed. */
    BooleanProperty markedProperty() {
        return marked;
    }

    /** Whether the page is visible; errors are sorted only then. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** How many errors there are, and how many are marked. */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** What can be taken back. */
    UndoStack undo() {
        return undo;
    }

    // Commands

    /** Reads the marks again, because another window may have changed them. */
    public void refresh() {
        kept.refresh();
    }

    /** Shows the faces of errors. */
    void show(List<LabelReviewRow> some) {
        if (some.isEmpty()) {
            return;
        }
        String title = some.size() == 1
                ? Texts.of(
                        "results.labels.selection.pair",
                        some.get(0).trueClass(),
                        some.get(0).predicted())
                : Texts.of("results.labels.selection.title");
        samples.choose(new NamedSelection(
                title, some.stream().map(LabelReviewRow::sample).collect(Collectors.toSet()), Optional.empty()));
    }

    /** Sets the verdict on some errors. */
    public void mark(List<String> ids, LabelIssue.Verdict verdict) {
        change(
                Texts.of("results.labels.undo.marked", Numbers.count(ids.size())),
                ids,
                issue -> new LabelIssue(issue.split(), issue.sample(), verdict, issue.note()));
    }

    /** Saves a note on an error. */
    void note(String id, String text) {
        change(
                Texts.of("results.labels.undo.noted"),
                List.of(id),
                issue -> new LabelIssue(issue.split(), issue.sample(), issue.verdict(), text.strip()));
    }

    /** Asks for a file, and writes the listed errors. */
    void export() {
        if (of.isEmpty() || rows.isEmpty()) {
            return;
        }
        Table table = table();
        dialogs.chooseTarget(Texts.of("results.labels.export.title"), "doubtful-labels.csv", List.of("csv"))
                .ifPresent(file -> jobs.write(
                        file,
                        progress -> {
                            SafeFile.write(file, TableText.csv(table));
                            return file;
                        },
                        () -> {}));
    }

    private Table table() {
        Predictions all = predictions.orElseThrow();
        List<List<String>> lines = rows.stream()
                .map(row -> List.of(
                        row.sample(),
                        row.issue().split(),
                        all.labels().name(row.prediction().label()),
                        all.labels().name(row.prediction().predicted()),
                        row.prediction().hasProbabilities()
                                ? String.format(
                                        Locale.ROOT, "%.4f", row.prediction().confidence())
                                : "",
                        row.issue().verdict().id(),
                        row.issue().note()))
                .toList();
        return new Table(List.of("sample", "split", "label", "predicted", "confidence", "verdict", "note"), lines);
    }

    private void update(ResultsFigures now) {
        Optional<Path> before = of.map(ExperimentResults::folder);
        of = now.shown().stream().findFirst();
        predictions = of.flatMap(each -> each.at(now.resolution()));
        Optional<Path> folder = of.map(ExperimentResults::folder);
        if (!folder.equals(before)) {
            undo.clear();
            kept.open(folder);
        }
        list();
    }

    private void list() {
        if (predictions.isEmpty() || !watched.get()) {
            rows.clear();
            counts.set("");
            return;
        }
        Predictions all = predictions.get();
        List<LabelReviewRow> errors = all.rows().stream()
                .filter(row -> !row.correct())
                .sorted(Comparator.comparing(Prediction::confidence).reversed().thenComparing(Prediction::sample))
                .map(row -> new LabelReviewRow(
                        row,
                        all.labels().title(row.label()),
                        all.labels().title(row.predicted()),
                        kept.get(all.split(), row.sample())))
                .toList();
        updateRows();
        rows.setAll(errors.stream()
                .filter(row -> !marked.get() || row.issue().isMarked())
                .toList());
    }

    private void change(String what, List<String> ids, UnaryOperator<LabelIssue> change) {
        if (predictions.isEmpty()) {
            return;
        }
        String split = predictions.get().split();
        List<LabelIssue> before = ids.stream().map(id -> kept.get(split, id)).toList();
        List<LabelIssue> after = before.stream().map(change).toList();
        if (!after.equals(before)) {
            save(after);
            undo.did(what, () -> save(before));
        }
    }

    private void save(List<LabelIssue> changed) {
        kept.update(changed);
        for (int i = 0; i < rows.size(); i++) {
            LabelReviewRow row = rows.get(i);
            LabelIssue now = kept.get(row.issue().split(), row.sample());
            if (!now.equals(row.issue())) {
                rows.set(i, row.with(now));
            }
        }
        updateRows();
    }

    private void updateRows() {
        Predictions all = predictions.orElseThrow();
        List<Prediction> errors =
                all.rows().stream().filter(row -> !row.correct()).toList();
        long said = errors.stream()
                .filter(row -> kept.get(all.split(), row.sample()).isMarked())
                .count();
        counts.set(Texts.of("results.labels.counts", errors.size(), Numbers.count(said)));
    }
}
