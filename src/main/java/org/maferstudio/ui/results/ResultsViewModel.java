package org.maferstudio.ui.results;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.report.figures.FigureRegion;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.networkimport.NetworkImporter;
import org.maferstudio.ui.results.comparison.ComparisonViewModel;
import org.maferstudio.ui.results.crossdataset.CrossDatasetViewModel;
import org.maferstudio.ui.results.crossdataset.PaperViewModel;
import org.maferstudio.ui.results.evaluation.Evaluations;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.experiments.ExperimentList;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.results.importexport.ImportExport;
import org.maferstudio.ui.results.labelreview.LabelReviewViewModel;
import org.maferstudio.ui.results.robustness.RobustnessViewModel;
import org.maferstudio.ui.results.samples.ClassSelection;
import org.maferstudio.ui.results.samples.LargeSample;
import org.maferstudio.ui.results.samples.SampleChoice;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.samples.WholeSelection;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.results.selection.ResultsNavigator;
import org.maferstudio.ui.results.selection.ResultsPage;
import org.maferstudio.ui.results.selection.SelectionViewModel;
import org.maferstudio.ui.results.series.SelectedSeries;
import org.maferstudio.ui.results.slices.SlicesViewModel;
import org.maferstudio.ui.workbench.DatasetPlace;
import org.maferstudio.ui.workbench.Workbench;

/** Shows the results of experiments: one large, compared with up to three more. */
public final class ResultsViewModel {
    /** The maximum number of compared experiments. */
    static final int MOST = 4;

    /** What there is to see. */
    public enum State {
        /** The workspace has not been read yet. */
        READING,
        /** There are no experiments at all. */
        NO_EXPERIMENTS,
        /** The selected experiment is being read. */
        OPENING,
        /** The selected experiment is a series of several settings. */
        SERIES,
        /** The selected experiment is being trained, and has no predictions yet. */
        TRAINING,
        /** The selected experiment has no predictions yet. */
        NOT_EVALUATED,
        /** All there is. */
        SHOWN
    }

    private final Workbench workbench;
    private final FileDialogs dialogs;
    private final Evaluations evaluations;
    private final ExperimentList experiments;
    private final SelectionViewModel shown;
    private final SelectedSamples samples;
    private final LargeSample large;
    private final ResultsNavigator pages = new ResultsNavigator();
    private final RobustnessViewModel robustness;
    private final PaperViewModel paper;
    private final CrossDatasetViewModel crossDataset;
    private final ComparisonViewModel comparison;
    private final ImportExport exchange;
    private final LabelReviewViewModel labelReview;
    private final SlicesViewModel slices;
    private final SelectedSeries series;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.READING);
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    /** Creates a view model that imports networks with ONNX Runtime. */
    public ResultsViewModel(Workbench workbench, Jobs jobs, FileDialogs dialogs, ExperimentEvaluator evaluating) {
        this(workbench, jobs, dialogs, evaluating, NetworkImporter.ENGINE);
    }

    /** Creates the view model. */
    public ResultsViewModel(
            Workbench workbench,
            Jobs jobs,
            FileDialogs dialogs,
            ExperimentEvaluator evaluating,
            NetworkImporter importer) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        evaluations = new Evaluations(jobs, evaluating, name -> workbench
                .workspace()
                .newFolder(name, LocalDateTime.now(ZoneId.systemDefault())));
        experiments = new ExperimentList(workbench, jobs, problem::set);
        LocatedDatasets located = LocatedDatasets.of(workbench.workspace());
        shown = new SelectionViewModel(jobs, problem::set, located);
        samples = new SelectedSamples(workbench, jobs);
        large = new LargeSample(samples, jobs);
        robustness = new RobustnessViewModel(jobs, pages, evaluating, shown.figuresProperty());
        paper = new PaperViewModel(jobs, pages, shown.figuresProperty());
        crossDataset = new CrossDatasetViewModel(
                jobs, pages, evaluating, shown.figuresProperty(), workbench.datasetTitlesProperty());
        comparison = new ComparisonViewModel(jobs, shown, samples, problem::set);
        exchange = new ImportExport(workbench, jobs, dialogs, shown, importer);
        labelReview = new LabelReviewViewModel(jobs, dialogs, shown, samples, problem::set);
        slices = new SlicesViewModel(jobs, dialogs, shown, samples, located);
        series = new SelectedSeries(workbench, jobs, problem::set);
        series.resultsProperty().addListener((property, old, now) -> updateState());
        series.busyProperty().addListener((property, old, now) -> updateState());
        labelReview.watchedProperty().bind(pages.isAt(ResultsPage.LABELS));
        slices.watchedProperty().bind(pages.isAt(ResultsPage.SLICES));
        shown.figuresProperty().addListener((property, old, now) -> {
            samples.update(now.shown(), now.resolution());
            updateState();
        });
        shown.busyProperty().addListener((property, old, now) -> updateState());
        experiments.selectedProperty().addListener((property, old, now) -> select(old, now));
        experiments.knownProperty().addListener((property, old, now) -> updateState());
        experiments.all().addListener((ListChangeListener<ExperimentRow>) this::onRowsChanged);
        workbench
                .experimentProperty()
                .addListener((property, old, now) -> experiments.refresh(Optional.ofNullable(now)));
        workbench.experimentsChangedProperty().addListener((property, old, now) -> {
            experiments.refresh(Optional.empty());
            labelReview.refresh();
        });
    }

    // Properties

    /** The list at the left. */
    public ExperimentList experiments() {
        return experiments;
    }

    /** The width of that list, in px at the default font size. */
    DoubleProperty listWidthProperty() {
        return workbench.listWidthProperty();
    }

    /** What the selected experiment and the ticked ones have to show. */
    public SelectionViewModel shown() {
        return shown;
    }

    /** The samples that are selected, in whichever figure. */
    public SelectedSamples samples() {
        return samples;
    }

    /** The one of them that is open large. */
    public LargeSample large() {
        return large;
    }

    /** The settings of the next evaluation, and the message of the last one. */
    public Evaluations evaluations() {
        return evaluations;
    }

    /** The comparison of the experiments. */
    public ComparisonViewModel comparison() {
        return comparison;
    }

    /** The label review. */
    public LabelReviewViewModel labelReview() {
        return labelReview;
    }

    /** The results by the values of a column. */
    public SlicesViewModel slices() {
        return slices;
    }

    /** The selected series. */
    public SelectedSeries series() {
        return series;
    }

    /** Which page is in front. */
    public ResultsNavigator pages() {
        return pages;
    }

    /** The results on degraded images. */
    public RobustnessViewModel robustness() {
        return robustness;
    }

    /** The comparison with the paper. */
    public PaperViewModel paper() {
        return paper;
    }

    /** The evaluation across datasets. */
    public CrossDatasetViewModel crossDataset() {
        return crossDataset;
    }

    /** Location of the dataset of the selected experiment. */
    DatasetPlace dataset() {
        return samples.dataset(dialogs);
    }

    /** What goes out and comes in. */
    public ImportExport exchange() {
        return exchange;
    }

    /** What there is to see. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last action failed; empty for no error. */
    public StringProperty problemProperty() {
        return problem;
    }

    // Commands

    /** Reads the list of experiments again. */
    public void refresh() {
        boolean first = experiments.selectedProperty().get() == null;
        experiments.refresh(
                Optional.ofNullable(workbench.experimentProperty().get()).filter(folder -> first));
    }

    /** Asks for the folder of an experiment, and opens it. */
    public void openFolder() {
        problem.set("");
        dialogs.chooseFolder(Texts.of("results.importExport.open.folderTitle"))
                .ifPresent(folder -> experiments.open(folder, problem::set));
    }

    /** To the pane where experiments are made. */
    public void train() {
        workbench.show("training");
    }

    /** Selects the samples of a bar, a point or a cell of a figure; null for none, and so does the same a second time. */
    public void choose(ExperimentResults of, FigureRegion spot) {
        if (spot == null) {
            samples.clear();
            return;
        }
        SampleChoice choice = spot.label() == FigureRegion.ALL ? new WholeSelection() : ClassSelection.of(spot.label());
        boolean here = isHere(spot);
        if (!here) {
            spot.resolution().ifPresent(shown.resolutionProperty()::set);
            samples.choose(of.folder(), choice);
        } else {
            samples.toggle(of.folder(), choice);
        }
    }

    /** Whether the samples of a bar, a point or a cell are those that are selected. */
    public boolean isChosen(ExperimentResults of, FigureRegion spot) {
        SampleChoice choice = spot.label() == FigureRegion.ALL ? new WholeSelection() : ClassSelection.of(spot.label());
        return isHere(spot)
                && samples.choice().filter(choice::equals).isPresent()
                && samples.experiment()
                        .filter(each -> each.folder().equals(of.folder()))
                        .isPresent();
    }

    private boolean isHere(FigureRegion spot) {
        return spot.resolution().map(shown.resolutionProperty().get()::equals).orElse(true);
    }

    /**
     * Evaluates the selected experiment in the background with the settings of the form, and shows the results; nothing
     * if the filter hides it.
     */
    public void evaluate() {
        ExperimentRow row = experiments.selectedProperty().get();
        if (experiments.selectionShownProperty().get()) {
            evaluations.start(row, result -> evaluated(row, result.split()));
        }
    }

    private void evaluated(ExperimentRow row, String on) {
        ExperimentRow selected = experiments.selectedProperty().get();
        if (selected != null && selected.isSameAs(row)) {
            shown.reload(on);
        }
        workbench.notifyExperimentsChanged();
    }

    /** A refresh brings a new row for the same experiment: then the selection is preserved. */
    private void select(ExperimentRow old, ExperimentRow row) {
        if (old == null || !old.isSameAs(row)) {
            samples.clear();
            evaluations.select(row);
        }
        series.select(row == null ? null : row.folder());
        update();
        updateState();
    }

    /** Unticks the fifth. */
    private void onRowsChanged(ListChangeListener.Change<? extends ExperimentRow> change) {
        boolean ticks = false;
        while (change.next()) {
            ticks |= change.wasUpdated();
        }
        if (!ticks) {
            return;
        }
        List<ExperimentRow> rows = rows();
        if (rows.size() > MOST) {
            problem.set(Texts.of("results.comparison.error.tooMany", MOST));
            rows.get(rows.size() - 1).tickedProperty().set(false);
            return;
        }
        update();
    }

    private void update() {
        shown.load(rows().stream().map(ExperimentRow::folder).toList());
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

    private void updateState() {
        if (!experiments.knownProperty().get()) {
            state.set(State.READING);
        } else if (experiments.all().isEmpty()) {
            state.set(State.NO_EXPERIMENTS);
        } else {
            List<ExperimentResults> results = shown.results();
            boolean any = !results.isEmpty() && results.get(0).sweep().isPresent();
            ExperimentRow selected = experiments.selectedProperty().get();
            boolean training = selected != null && selected.training();
            boolean opening = selected == null
                    || shown.busyProperty().get()
                    || series.busyProperty().get();
            boolean isSeries = series.resultsProperty().get() != null;
            state.set(
                    any
                            ? State.SHOWN
                            : isSeries
                                    ? State.SERIES
                                    : training ? State.TRAINING : opening ? State.OPENING : State.NOT_EVALUATED);
        }
    }
}
