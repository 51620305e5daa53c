package org.maferstudio.ui.results.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maferstudio.report.figures.CellFigure;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.DifferenceFigure;
import org.maferstudio.report.figures.MeanConfusionFigure;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.MatrixSpread;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.results.samples.NamedSelection;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.results.selection.PairResult;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.SelectionViewModel;

/** Compares the shown experiments side by side or by difference, and steps through the folds of series. */
public final class ComparisonViewModel {
    /** The value for the mean of all folds. */
    public static final int MEAN = 0;

    private final SelectionViewModel shown;
    private final SelectedSamples samples;
    private final LatestJob reading;
    private final Consumer<String> onProblem;
    private final ObjectProperty<ComparisonMode> mode = new SimpleObjectProperty<>(this, "mode", ComparisonMode.BESIDE);
    private final ObjectProperty<ExperimentResults> other = new SimpleObjectProperty<>(this, "other");
    private final ObservableList<ExperimentResults> others = FXCollections.observableArrayList();
    private final IntegerProperty fold = new SimpleIntegerProperty(this, "fold", MEAN);
    private final IntegerProperty foldCount = new SimpleIntegerProperty(this, "foldCount");
    private final ObservableList<FoldRow> foldRows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<CellFigure> figure = new ReadOnlyObjectWrapper<>(this, "figure");
    private List<ExperimentResults> panels = List.of();
    private List<FoldResults> folds = List.of();

    /**
     * Over what is shown.
     *
     * @param onProblem receives why folds cannot be read
     */
    public ComparisonViewModel(
            Jobs jobs, SelectionViewModel shown, SelectedSamples samples, Consumer<String> onProblem) {
        this.shown = shown;
        this.samples = samples;
        this.onProblem = onProblem;
        reading = new LatestJob(jobs);
        shown.figuresProperty().addListener((property, old, now) -> update(now));
        shown.normalisationProperty().addListener((property, old, now) -> draw());
        mode.addListener((property, old, now) -> draw());
        other.addListener((property, old, now) -> draw());
        fold.addListener((property, old, now) -> draw());
        shown.pairs().all().addListener((ListChangeListener<PairResult>) change -> draw());
    }

    // Properties

    /** How they are compared. */
    public ObjectProperty<ComparisonMode> modeProperty() {
        return mode;
    }

    /** The experiments from which the first can be subtracted. */
    public ObservableList<ExperimentResults> others() {
        return others;
    }

    /** The experiment from which the first is subtracted; null if there is none. */
    public ObjectProperty<ExperimentResults> otherProperty() {
        return other;
    }

    /** Which training of each series is shown, from 1; {@link #MEAN} for the mean of all. */
    public IntegerProperty foldProperty() {
        return fold;
    }

    /** How many trainings the longest series has; 0 where there is no series. */
    public IntegerProperty foldCountProperty() {
        return foldCount;
    }

    /** The numbers of each training of the first series, and their mean at the end. */
    public ObservableList<FoldRow> foldRows() {
        return foldRows;
    }

    /** The matrices; null if there are none. */
    public ReadOnlyObjectProperty<CellFigure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** The experiments of the panels, in their order; empty if their cells do not lead to samples. */
    public List<ExperimentResults> panels() {
        return panels;
    }

    // Commands

    /** Selects the samples with this outcome in the first experiment (A) and another (B). */
    public void choose(PairResult pair, PairedPredictions.Outcome outcome) {
        pair.paired().ifPresent(paired -> {
            Resolution resolution = shown.resolutionProperty().get();
            String name = pair.other().name();
            String title =
                    switch (outcome) {
                        case BOTH_CORRECT -> Texts.of("results.comparison.pair.bothCorrect.label");
                        case ONLY_A_CORRECT -> Texts.of("results.comparison.pair.brokenIn", name);
                        case ONLY_B_CORRECT -> Texts.of("results.comparison.pair.fixedIn", name);
                        case NEITHER_CORRECT -> Texts.of("results.comparison.pair.neitherCorrect.label");
                    };
            samples.choose(
                    pair.other().folder(), new NamedSelection(title, paired.samples(outcome), Optional.of(resolution)));
        });
    }

    private void update(ResultsFigures now) {
        List<ExperimentResults> comparable = now.comparable();
        List<ExperimentResults> next = comparable.stream().skip(1).toList();
        // A choice that is among the others no more would be looked for in them while they change.
        if (!next.contains(other.get())) {
            other.set(null);
        }
        others.setAll(next);
        if (other.get() == null && !next.isEmpty()) {
            other.set(next.get(0));
        }
        folds = List.of();
        foldCount.set(0);
        foldRows.clear();
        draw();
        Resolution resolution = now.resolution();
        reading.start(
                JobPlan.<List<FoldResults>>of(Texts.of("results.comparison.job.folds"), progress -> comparable.stream()
                                .map(each -> FoldResults.read(each, resolution))
                                .toList())
                        .weighing(JobPlan.Weight.QUIET)
                        .onDone(this::accept)
                        .onProblem(why -> onProblem.accept(why.getMessage())));
    }

    private void accept(List<FoldResults> read) {
        folds = read;
        foldCount.set(read.stream().mapToInt(each -> each.runs().size()).max().orElse(0));
        if (fold.get() > foldCount.get()) {
            fold.set(MEAN);
        }
        read.stream().filter(each -> !each.runs().isEmpty()).findFirst().ifPresent(this::showFolds);
        draw();
    }

    private void showFolds(FoldResults series) {
        List<FoldRow> rows = new ArrayList<>();
        List<Scores> scores = new ArrayList<>();
        for (FoldResults.Run run : series.runs()) {
            Scores each = Scores.of(run.predictions());
            scores.add(each);
            rows.add(FoldRow.of(scores.size(), run.name(), each));
        }
        rows.add(FoldRow.mean(scores));
        foldRows.setAll(rows);
    }

    private void draw() {
        List<ExperimentResults> comparable = shown.figuresProperty().get().comparable().stream()
                .filter(each -> matrix(each).isPresent())
                .toList();
        panels = comparable;
        if (comparable.isEmpty()) {
            figure.set(null);
        } else if (mode.get() == ComparisonMode.DIFFERENCE && comparable.contains(other.get())) {
            ExperimentResults first = comparable.get(0);
            panels = List.of(other.get());
            figure.set(new DifferenceFigure(
                    other.get().name() + " \u2212 " + first.name(),
                    matrix(first).orElseThrow(),
                    matrix(other.get()).orElseThrow(),
                    shown.normalisationProperty().get()));
        } else if (foldCount.get() > 0 && fold.get() == MEAN) {
            figure.set(
                    new MeanConfusionFigure(comparable.stream().map(this::mean).toList()));
        } else {
            // A training of a series is no experiment that is shown: its cells lead nowhere.
            panels = foldCount.get() > 0 ? List.of() : comparable;
            figure.set(new ConfusionFigure(
                    comparable.stream().map(this::panel).toList(),
                    shown.normalisationProperty().get()));
        }
    }

    private Optional<ConfusionMatrix> matrix(ExperimentResults of) {
        return of.point(shown.resolutionProperty().get()).flatMap(ResolutionSweep.Point::matrix);
    }

    private List<FoldResults.Run> runs(ExperimentResults of) {
        return folds.stream()
                .filter(each -> each.of().folder().equals(of.folder()))
                .findFirst()
                .map(FoldResults::runs)
                .orElse(List.of());
    }

    private MeanConfusionFigure.Panel mean(ExperimentResults of) {
        List<ConfusionMatrix> all = runs(of).stream()
                .map(run -> ConfusionMatrix.of(run.predictions()))
                .toList();
        String title = all.isEmpty() ? of.name() : Texts.of("results.comparison.folds.meanOf", of.name(), all.size());
        return new MeanConfusionFigure.Panel(
                title, MatrixSpread.of(all.isEmpty() ? List.of(matrix(of).orElseThrow()) : all));
    }

    private ConfusionFigure.Panel panel(ExperimentResults of) {
        List<FoldResults.Run> runs = runs(of);
        if (fold.get() > MEAN && fold.get() <= runs.size()) {
            FoldResults.Run run = runs.get(fold.get() - 1);
            return new ConfusionFigure.Panel(of.name() + ", " + run.name(), ConfusionMatrix.of(run.predictions()));
        }
        return new ConfusionFigure.Panel(of.name(), matrix(of).orElseThrow());
    }
}
