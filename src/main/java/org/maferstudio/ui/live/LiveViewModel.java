package org.maferstudio.ui.live;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.maferstudio.live.LiveReading;
import org.maferstudio.live.LiveState;
import org.maferstudio.live.Recording;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.explain.ExplanationViewModel;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.live.ownclasses.OwnClassesViewModel;
import org.maferstudio.ui.networkimport.NetworkImportViewModel;
import org.maferstudio.ui.workbench.LiveRequest;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.video.Film;
import org.maferstudio.video.SourceName;

/** The view model of the live view. */
public final class LiveViewModel {
    private final Workbench workbench;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final Executor screen;
    private final LiveServices supplies;
    private final LatestJob opening;
    private final LiveForm form = new LiveForm();
    private final StringProperty status = new SimpleStringProperty(this, "status", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final BooleanProperty frozen = new SimpleBooleanProperty(this, "frozen");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final LiveRecorder recorder;
    private final OwnClassesViewModel own;
    private final NetworkImportViewModel networkImport;
    private final ShownReadings readings;
    private final ExplanationViewModel explanation;
    private final BooleanBinding held;
    private final HeldFace heldFace;
    private Optional<OpenSession> showing = Optional.empty();
    private List<Path> requested = List.of();
    private boolean listed;
    /** Whether the resolutions are those of a recording, until the slider is moved. */
    private boolean replays;
    /** Whether the slider is being moved by the recording. */
    private boolean replaying;

    /**
     * Nothing is shown yet.
     *
     * @param screen runs on the screen's thread
     */
    public LiveViewModel(Workbench workbench, Jobs jobs, FileDialogs dialogs, Executor screen, LiveServices supplies) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.screen = screen;
        this.supplies = supplies;
        this.opening = new LatestJob(jobs);
        this.recorder = new LiveRecorder(jobs, dialogs, status, problem);
        this.own = new OwnClassesViewModel(workbench, jobs, dialogs, supplies.own());
        this.networkImport = new NetworkImportViewModel(workbench, jobs, dialogs, supplies.importer(), this::choose);
        this.readings = new ShownReadings(own, form.strengthProperty(), () -> frozen.get() || !running.get());
        this.explanation = new ExplanationViewModel(jobs, supplies.explainer());
        this.held = readings.readingProperty().isNotNull().and(frozen.or(running.not()));
        this.heldFace = new HeldFace(explanation, readings, held);
        frozen.addListener((property, old, now) -> {
            showing.ifPresent(it -> it.session().setFrozen(now));
            readings.showHeld();
        });
        form.placeProperty().addListener((property, old, now) -> {
            if (!replaying) {
                replays = false;
                showing.ifPresent(it -> it.session().setResolution(form.resolution()));
            }
        });
        workbench.liveRequestProperty().addListener((property, old, now) -> apply(now));
        workbench.experimentsChangedProperty().addListener((property, old, now) -> listed = false);
    }

    private void apply(LiveRequest request) {
        if (request == null) {
            return;
        }
        requested = request.experiments();
        form.apply(request);
        listed = false;
        workbench.liveRequestProperty().set(null);
        refresh(true);
    }

    /** Chooses the network of an experiment that was just imported. */
    private void choose(Path experiment) {
        requested = List.of(experiment);
        listed = false;
        refresh();
    }

    /** Lists networks and cameras again, if that may have changed. */
    public void refresh() {
        refresh(false);
    }

    private void refresh(boolean start) {
        if (listed) {
            return;
        }
        listed = true;
        List<Path> extra = requested;
        jobs.quiet(
                Texts.of("live.job.findNetworks"),
                progress -> LiveChoices.find(extra, supplies.shipped().get(), workbench.workspace()),
                found -> {
                    form.offer(found.networks());
                    form.offerSources(found.sources());
                    problem.set(form.choose(extra));
                    if (start && problem.get().isEmpty()) {
                        start();
                    }
                });
    }

    /** Shows the selected source instead of the current one. */
    public void start() {
        close();
        problem.set("");
        List<Path> folders = form.folders();
        if (folders.isEmpty()) {
            problem.set(Texts.of("live.error.noNetworks"));
            return;
        }
        own.setNetworks(folders);
        String text = form.sourceProperty().get();
        status.set(Texts.of("live.status.opening"));
        running.set(true);
        opening.start(JobPlan.<OpenSession>of(Texts.of("live.job.open"), progress -> {
                    SourceName source = SourceName.of(text == null ? "" : text);
                    return new OpenSession(
                            source,
                            supplies.opener().open(folders),
                            screen,
                            new OpenSession.Receivers(this::show, this::update, recorder::fail));
                })
                .onDone(opened -> showSession(opened, folders))
                .onProblem(failed -> fail(failed.getMessage()))
                .weighing(JobPlan.Weight.QUIET));
    }

    private void showSession(OpenSession opened, List<Path> folders) {
        showing = Optional.of(opened);
        heldFace.begin(opened.networks(), folders);
        readings.begin(opened.networks());
        opened.session().setSweeping(true);
        opened.session().selectFace(readings.faceProperty().get());
        replays = opened.isRecording() && (replays || form.resolution().isEmpty());
        if (!replays) {
            opened.session().setResolution(form.resolution());
        }
        frozen.set(false);
        opened.session().start();
    }

    private void show(LiveReading reading) {
        if (replays) {
            replaying = true;
            form.show(reading.resolution());
            replaying = false;
        }
        readings.show(reading);
        if (running.get() && !frozen.get() && recorder.recordingProperty().get() == null) {
            status.set(readings.statistics().sentence());
        }
    }

    private void update(LiveState state) {
        switch (state.kind()) {
            case FAILED -> fail(state.sentence());
            case ENDED, STOPPED -> {
                stop();
                status.set(state.sentence());
            }
            case OPENING, WAITING -> status.set(state.sentence());
            case RUNNING -> problem.set("");
        }
    }

    private void fail(String sentence) {
        stop();
        problem.set(sentence);
        status.set("");
    }

    /** Stops the source; the last frame stays visible and can be classified at other resolutions. */
    public void stop() {
        recorder.end();
        opening.drop();
        running.set(false);
        showing.ifPresent(it -> it.session().stopSource());
        frozen.set(false);
        status.set("");
        readings.showHeld();
    }

    /** Stops the source and frees the networks; the last frame stays visible. */
    public void close() {
        stop();
        showing.ifPresent(it -> {
            it.close();
            jobs.quiet(
                    Texts.of("live.job.close"),
                    progress -> {
                        it.free();
                        return "";
                    },
                    done -> {});
        });
        showing = Optional.empty();
    }

    /** Asks for a video file and makes it the source. */
    public void chooseVideo() {
        dialogs.chooseFiles(Texts.of("live.form.browse.video.title"), Film.ENDINGS).stream()
                .findFirst()
                .ifPresent(file -> form.sourceProperty().set(file.toString()));
    }

    /** Asks for a folder and makes it the source. */
    public void chooseFolder() {
        dialogs.chooseFolder(Texts.of("live.form.browse.folder.title"))
                .ifPresent(chosen -> form.sourceProperty().set(chosen.toString()));
    }

    /** Asks for a file and saves a snapshot in it. */
    public void saveSnapshot(Supplier<BufferedImage> snapshot) {
        recorder.saveSnapshot(snapshot);
    }

    /** Shows the sample film, which needs nothing. */
    public void showSample() {
        form.sourceProperty().set(SourceName.SAMPLE.toString());
        form.showNative();
        start();
    }

    /** Downsamples faces as far as the slider goes. */
    public void showLowest() {
        form.placeProperty().set(0);
    }

    /** Selects another face; 0 for the largest. */
    void selectFace(int id) {
        readings.faceProperty().set(id);
        showing.ifPresent(it -> it.session().selectFace(id));
        readings.showHeld();
    }

    /** Places the face of a frame that stays into the embeddings that are shown of its networks. */
    void placeFace() {
        heldFace.placement().ifPresent(workbench::place);
    }

    /** Asks where to, and records from now on; or ends the recording. */
    public void record() {
        if (recorder.recordingProperty().get() != null) {
            recorder.end();
        } else {
            showing.filter(it -> running.get()).ifPresent(this::beginRecording);
        }
    }

    /** A film must not go on while its viewer looks for a folder. */
    private void beginRecording(OpenSession session) {
        session.session().setFrozen(true);
        recorder.begin(session, form.sourceProperty().get());
        session.session().setFrozen(frozen.get());
    }

    /** The user's own classes. */
    public OwnClassesViewModel own() {
        return own;
    }

    /** What in the selected face of a frame that stays speaks for a class. */
    public ExplanationViewModel explanation() {
        return explanation;
    }

    /** A network of another program on its way in. */
    public NetworkImportViewModel networkImport() {
        return networkImport;
    }

    /** What is to be shown. */
    LiveForm form() {
        return form;
    }

    /** What is shown of the faces. */
    ShownReadings readings() {
        return readings;
    }

    /** One line about the session. */
    StringProperty statusProperty() {
        return status;
    }

    /** The error message, or empty. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Whether the frame is frozen. */
    public BooleanProperty frozenProperty() {
        return frozen;
    }

    /** Whether a frame is shown that stays: it is frozen, or the source has stopped. */
    ObservableBooleanValue heldProperty() {
        return held;
    }

    /** Whether such a frame has a face. */
    ReadOnlyBooleanProperty faceHeldProperty() {
        return heldFace.presentProperty();
    }

    /** The resolution of what is shown, or of what is to be shown if there is nothing yet; empty for native. */
    OptionalInt resolution() {
        LiveReading reading = readings.readingProperty().get();
        return reading == null ? form.resolution() : reading.resolution();
    }

    /** Whether something is opened or shown. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the first face is still to come. */
    public boolean opening() {
        boolean seen = readings.readingProperty().get() != null
                && (readings.sweepProperty().get() != null
                        || readings.statistics().faces() > 0);
        return running.get() && !seen;
    }

    /** What is being recorded; null for nothing. */
    ObjectProperty<Recording> recordingProperty() {
        return recorder.recordingProperty();
    }
}
