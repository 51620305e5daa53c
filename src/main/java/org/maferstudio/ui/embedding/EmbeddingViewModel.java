package org.maferstudio.ui.embedding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Sample;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.embedding.EmbeddingRequest;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.DatasetPlace;
import org.maferstudio.ui.workbench.PlacementRequest;
import org.maferstudio.ui.workbench.SampleImages;
import org.maferstudio.ui.workbench.SampleSelection;
import org.maferstudio.ui.workbench.Workbench;

/** The view model of the Embedding pane: which embeddings are shown and computed, and what is selected in them. */
public final class EmbeddingViewModel {
    static final String PANE = "embedding";

    private final Workbench workbench;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final EmbeddingMaker maker;
    private final LatestJob choosing;
    private final LatestJob opening;
    private final SampleImages images;
    private final SampleImages placedImages;
    private final FacePlacements placements;
    private final Dots dots = new Dots();
    private final ObservableList<EmbeddingChoice> choices = FXCollections.observableArrayList();
    private final ObservableList<Panel> panels = FXCollections.observableArrayList();
    private final ObservableList<Colouring> colourings =
            FXCollections.observableArrayList((Colouring[]) ColourBy.values());
    private final EmbeddingForm form = new EmbeddingForm();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final ObjectProperty<Set<String>> selected = new SimpleObjectProperty<>(this, "selected", Set.of());
    private Optional<String> shownSplit = Optional.empty();
    /** A face of the live view that is placed when the embeddings are read. */
    private Optional<PlacementRequest> waiting = Optional.empty();

    private boolean reading;
    /** The experiments of the live view, which need not be the workspace's. */
    private Set<Path> live = Set.of();

    private final PauseGate pause = new PauseGate();
    private final List<Job> making = new ArrayList<>();

    /** Creates the view model. */
    public EmbeddingViewModel(Workbench workbench, Jobs jobs, FileDialogs dialogs, EmbeddingMaker maker) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.maker = maker;
        choosing = new LatestJob(jobs);
        opening = new LatestJob(jobs);
        images = new SampleImages(workbench, jobs);
        placedImages = new SampleImages(workbench, jobs);
        placements = new FacePlacements(jobs, maker, placedImages, problem);
        paused.addListener((property, old, now) -> pause.set(now));
        form.resolutionsProperty().addListener((property, old, now) -> arrange());
        form.togetherProperty().addListener((property, old, now) -> arrange());
        form.allSplitsProperty().addListener((property, old, now) -> arrange());
        workbench.experimentsChangedProperty().addListener((property, old, now) -> refresh());
        workbench
                .selectionProperty()
                .addListener((property, old, now) -> selected.set(now == null ? Set.of() : now.samples()));
        workbench.placementRequestProperty().addListener((property, old, now) -> answer(now));
    }

    // Properties

    /** The experiments with a network; at most four are selected. */
    ObservableList<EmbeddingChoice> choices() {
        return choices;
    }

    /** The shown embeddings. */
    ObservableList<Panel> panels() {
        return panels;
    }

    /** How dots are coloured and which are hidden. */
    Dots dots() {
        return dots;
    }

    /** What the colours can show; columns of a table come last. */
    ObservableList<Colouring> colourings() {
        return colourings;
    }

    /** The faces behind the dots, where the dataset is at hand. */
    SampleImages images() {
        return images;
    }

    /** The faces behind the diamonds, of the dataset that was placed since the window was opened. */
    SampleImages placedImages() {
        return placedImages;
    }

    /** The face of a dot; empty if its image is not at hand. */
    Optional<Sample> sample(HoveredDot dot) {
        String id = dot.row().sample();
        return dot.source() == HoveredDot.Source.PLACED ? placements.sample(id) : images.sample(id);
    }

    /** The location of the first embedding's dataset. */
    DatasetPlace dataset() {
        return new DatasetPlace(workbench, images, dialogs);
    }

    /** The settings of the form. */
    EmbeddingForm form() {
        return form;
    }

    /** Whether embeddings are being computed. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the computation is paused. */
    BooleanProperty pausedProperty() {
        return paused;
    }

    /** The error message; empty if there is none. */
    StringProperty problemProperty() {
        return problem;
    }

    /** The ids of the samples selected in any pane. */
    ObjectProperty<Set<String>> selectedProperty() {
        return selected;
    }

    // Commands

    /** Reads the list of experiments. */
    void refresh() {
        Set<Path> elsewhere = new LinkedHashSet<>(workbench.guestsProperty().get());
        Stream.concat(Stream.ofNullable(workbench.experimentProperty().get()), live.stream())
                .filter(folder -> !workbench.workspace().lists(folder))
                .forEach(elsewhere::add);
        choosing.start(JobPlan.<List<EmbeddingChoice>>of(
                        Texts.of("embedding.job.findNetworks"),
                        progress -> EmbeddingChoice.find(workbench.workspace(), elsewhere))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::choose));
    }

    /** Keeps the selection; initially the experiment shown in other panes. */
    private void choose(List<EmbeddingChoice> found) {
        Set<Path> before = new HashSet<>();
        choices.stream().filter(choice -> choice.chosenProperty().get()).forEach(choice -> before.add(choice.folder()));
        if (choices.isEmpty()) {
            Optional.ofNullable(workbench.experimentProperty().get()).ifPresent(before::add);
            before.addAll(workbench.comparedProperty().get());
            before.addAll(live);
            if (found.stream().noneMatch(choice -> before.contains(choice.folder()))) {
                found.stream().limit(2).forEach(choice -> before.add(choice.folder()));
            }
        }
        found.forEach(choice -> {
            choice.chosenProperty().set(before.contains(choice.folder()));
            choice.chosenProperty().addListener((property, old, now) -> arrange());
        });
        boolean same = found.stream()
                .map(EmbeddingChoice::folder)
                .toList()
                .equals(choices.stream().map(EmbeddingChoice::folder).toList());
        if (!same) {
            choices.setAll(found);
            arrange();
        }
        placeWaiting();
    }

    /** Lists the networks that classified a face, and places it when their embeddings are read. */
    private void answer(PlacementRequest request) {
        if (request == null) {
            return;
        }
        workbench.placementRequestProperty().set(null);
        waiting = Optional.of(request);
        live = request.faces().stream().map(PlacementRequest.Face::experiment).collect(Collectors.toSet());
        refresh();
    }

    private void placeWaiting() {
        if (!reading) {
            Optional<PlacementRequest> next = waiting;
            waiting = Optional.empty();
            next.ifPresent(request -> placements.place(request, panels));
        }
    }

    /** Rebuilds the panels and shows saved embeddings. */
    private void arrange() {
        List<Panel> wanted = PanelLayout.of(
                choices,
                form.resolutionsProperty().get(),
                form.togetherProperty().get());
        boolean same = wanted.size() == panels.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = wanted.get(i).experiment().equals(panels.get(i).experiment())
                    && wanted.get(i).resolutions().equals(panels.get(i).resolutions())
                    && shownSplit.equals(form.split());
        }
        if (same || running.get()) {
            return;
        }
        Optional<String> split = form.split();
        shownSplit = split;
        panels.setAll(wanted);
        if (!wanted.isEmpty()) {
            images.load(wanted.get(0).experiment());
        }
        reading = true;
        opening.start(JobPlan.<List<Optional<PanelLayout.Kept>>>of(
                        Texts.of("embedding.job.readEmbeddings"), progress -> PanelLayout.saved(wanted, split))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(found -> {
                    for (int i = 0; i < wanted.size(); i++) {
                        Panel panel = wanted.get(i);
                        found.get(i).ifPresent(kept -> {
                            panel.show(kept.embedding());
                            kept.placed().ifPresent(panel::place);
                        });
                    }
                    dots.setPanels(panels);
                    reading = false;
                    placeWaiting();
                })
                .onProblem(why -> {
                    reading = false;
                    waiting = Optional.empty();
                    problem.set(why.getMessage());
                }));
        dots.setPanels(panels);
    }

    /** Asks for a table that names the shown samples, and colours them by its first column. */
    void colourByTable() {
        Set<String> samples = new HashSet<>();
        panels.stream()
                .map(panel -> panel.cloudProperty().get())
                .filter(Objects::nonNull)
                .forEach(cloud -> cloud.rows().forEach(row -> samples.add(row.sample())));
        if (samples.isEmpty()) {
            problem.set(Texts.of("embedding.colours.error.none"));
            return;
        }
        dialogs.chooseFiles(Texts.of("embedding.colours.table"), List.of("csv", "tsv", "txt", "xlsx")).stream()
                .findFirst()
                .ifPresent(table -> colour(table, samples));
    }

    private void colour(Path table, Set<String> samples) {
        problem.set("");
        jobs.start(JobPlan.<List<Colouring>>of(
                        Texts.of("embedding.colours.job"), progress -> ColumnColours.of(table, samples))
                .onDone(columns -> {
                    if (columns.isEmpty()) {
                        problem.set(Texts.of("embedding.colours.error.noColumn", table));
                        return;
                    }
                    dots.byProperty().set(ColourBy.LABEL);
                    colourings.setAll(ColourBy.values());
                    colourings.addAll(columns);
                    dots.byProperty().set(columns.get(0));
                })
                .onProblem(why -> problem.set(why.getMessage())));
    }

    /** Computes all embeddings, one after another. */
    void layOut() {
        if (running.get() || panels.isEmpty()) {
            return;
        }
        if (!form.isValid()) {
            problem.set(Texts.of("embedding.form.error.invalid"));
            return;
        }
        problem.set("");
        paused.set(false);
        making.clear();
        TsneConfig plan = form.plan();
        running.set(true);
        List.copyOf(panels).forEach(panel -> make(panel, plan));
    }

    private void make(Panel panel, TsneConfig plan) {
        panel.statusProperty().set(Texts.of("embedding.status.waiting"));
        int most = form.samples().getInt();
        Optional<String> split = form.split();
        Consumer<Panel.Cloud> clouds = jobs.latest(cloud -> move(panel, cloud));
        Consumer<String> words = jobs.latest(panel.statusProperty()::set);
        Job job = jobs.start(
                JobPlan.<Optional<Embedding>>of(Texts.of("embedding.job.compute", panel.title()), progress -> {
                            ExperimentManifest manifest =
                                    Experiment.open(panel.experiment()).manifest();
                            words.accept(Texts.of("embedding.status.features"));
                            EmbeddingRequest request = new EmbeddingRequest(
                                    split,
                                    panel.resolutions(),
                                    most,
                                    plan,
                                    manifest.recipe().machine());
                            return maker.make(
                                    panel.experiment(), request, progress, new PausableListener(clouds, words, pause));
                        })
                        .weighing(JobPlan.Weight.LISTED)
                        .inQueue(PANE)
                        .onDone(made -> made.ifPresent(embedding -> {
                            panel.show(embedding);
                            dots.setPanels(panels);
                        }))
                        .onProblem(why -> fail(panel, why)));
        making.add(job);
        job.stateProperty().addListener((property, old, state) -> onEnd());
        onEnd();
    }

    private void move(Panel panel, Panel.Cloud now) {
        Panel.Cloud before = panel.cloudProperty().get();
        panel.cloudProperty().set(now);
        if (before == null || before.rows() != now.rows()) {
            panel.metadataProperty().set(null);
            dots.setPanels(panels);
        }
    }

    private void fail(Panel panel, Problem why) {
        panel.statusProperty().set("");
        problem.set(why.getMessage());
    }

    private void onEnd() {
        boolean over = making.stream().allMatch(job -> job.getState().isOver());
        if (over && making.size() == panels.size()) {
            running.set(false);
            paused.set(false);
            panels.forEach(each -> each.statusProperty().set(""));
            dots.setPanels(panels);
            workbench.notifyExperimentsChanged();
        }
    }

    /** Places the faces of the open dataset into all shown embeddings. */
    void place() {
        placements.place(workbench.datasetSourceProperty().get(), panels);
    }

    /** Stops the computation and saves its state. */
    void stop() {
        paused.set(false);
        making.forEach(Job::requestStop);
    }

    /** Selects samples of a panel for all panes; none clears the selection. */
    void select(Panel panel, Set<String> ids) {
        EmbeddingMetadata metadata = panel.metadataProperty().get();
        if (ids.isEmpty()) {
            workbench.selectionProperty().set(null);
            return;
        }
        String split = metadata == null ? Sample.TEST : metadata.source().split();
        workbench
                .selectionProperty()
                .set(new SampleSelection(
                        panel.experiment(),
                        // Predictions are stored split by split.
                        split.equals(EmbeddingRequest.ALL_SPLITS) ? Sample.TEST : split,
                        panel.resolutions().get(0),
                        ids,
                        Texts.of("embedding.selection.origin"),
                        PANE));
    }

    /** Shows the selected samples in the Results pane. */
    void openInResults() {
        Optional.ofNullable(workbench.selectionProperty().get())
                .ifPresent(selection -> workbench.showExperiment(selection.experiment()));
    }
}
