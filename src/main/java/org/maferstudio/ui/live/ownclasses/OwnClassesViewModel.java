package org.maferstudio.ui.live.ownclasses;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.FaceDetector;
import org.maferstudio.live.FaceReading;
import org.maferstudio.live.LiveReading;
import org.maferstudio.live.ReportedAccuracy;
import org.maferstudio.ownclasses.ChosenImages;
import org.maferstudio.ownclasses.ClassNames;
import org.maferstudio.ownclasses.FrozenNetwork;
import org.maferstudio.ownclasses.OwnClass;
import org.maferstudio.ownclasses.OwnClassifier;
import org.maferstudio.ownclasses.OwnExperiment;
import org.maferstudio.ownclasses.OwnTraining;
import org.maferstudio.ownclasses.TrainedAt;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The view model of the user's own classes: collecting samples, training, evaluating and saving. */
public final class OwnClassesViewModel {
    private static final List<String> IMAGES = List.of("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "webp");

    private final Workbench workbench;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final OwnClassesServices services;
    private final LatestJob work;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", true);
    private final ObjectProperty<TrainedAt> trainedAt = new SimpleObjectProperty<>(this, "trainedAt", TrainedAt.ALL);
    private final ReadOnlyObjectWrapper<TrainedClasses> trained = new ReadOnlyObjectWrapper<>(this, "trained");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final ReadOnlyObjectWrapper<List<double[]>> probabilities =
            new ReadOnlyObjectWrapper<>(this, "probabilities", List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
    private final StringProperty name =
            new SimpleStringProperty(this, "name", Texts.of("ownclasses.save.name.default"));
    private final BooleanProperty withFaces = new SimpleBooleanProperty(this, "withFaces");
    private final StringProperty status = new SimpleStringProperty(this, "status", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final ReadOnlyObjectWrapper<Path> saved = new ReadOnlyObjectWrapper<>(this, "saved");
    private List<Path> networks = List.of();
    private final CollectedClasses classes = new CollectedClasses(() -> stale.set(trained.get() != null));

    /** Two classes without samples. */
    public OwnClassesViewModel(Workbench workbench, Jobs jobs, FileDialogs dialogs, OwnClassesServices services) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.services = services;
        this.work = new LatestJob(jobs);
        trained.addListener(property -> notifyChange());
        trainedAt.addListener(property -> notifyChange());
        shown.addListener(property -> notifyChange());
    }

    private void notifyChange() {
        changes.set(changes.get() + 1);
    }

    // Properties

    /** Whether the panel is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether the live view shows the user's classes instead of the networks' own, once they are trained. */
    BooleanProperty shownProperty() {
        return shown;
    }

    /** The classes and their samples. */
    CollectedClasses classes() {
        return classes;
    }

    /** The number of samples of all classes. */
    public int samples() {
        return classes.samples();
    }

    /** Which of the trained variants is shown and saved. */
    ObjectProperty<TrainedAt> trainedAtProperty() {
        return trainedAt;
    }

    /** The last training; null before the first, and after other networks were chosen. */
    ReadOnlyObjectProperty<TrainedClasses> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    /** Whether classes or samples have changed since the last training. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Whether something is being trained, read or saved. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** For each network, one probability per class as the live view shows it; empty while it shows other classes. */
    ReadOnlyObjectProperty<List<double[]>> probabilitiesProperty() {
        return probabilities.getReadOnlyProperty();
    }

    /** Counts up whenever {@link #read} changes what it shows. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** The name of the experiment to save. */
    StringProperty nameProperty() {
        return name;
    }

    /** Whether thumbnails of the faces are saved. */
    BooleanProperty withFacesProperty() {
        return withFaces;
    }

    /** One line on what was done last. */
    StringProperty statusProperty() {
        return status;
    }

    /** The error message, or empty. */
    StringProperty problemProperty() {
        return problem;
    }

    /** The first experiment that was saved last; null for none. */
    ReadOnlyObjectProperty<Path> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    // The live view

    /** Sets the experiments whose networks the live view shows; another choice forgets what was trained. */
    public void setNetworks(List<Path> experiments) {
        boolean others = !experiments.equals(networks);
        networks = List.copyOf(experiments);
        if (others) {
            trained.set(null);
        }
    }

    /** Adds a face to the class whose button is held. */
    public void collect(LiveReading reading, Optional<FaceReading> face) {
        classes.collect(reading, face).ifPresent(problem::set);
    }

    /** Whether a reading of so many networks is shown in the user's classes. */
    private boolean shows(int count) {
        return shown.get()
                && trained.get() != null
                && trained.get().classifiers().size() == count;
    }

    /** The reading as it is shown: in the user's classes, if they are trained and shown. */
    public LiveReading read(LiveReading reading) {
        int count = reading.faces().isEmpty()
                ? 0
                : reading.faces().get(0).networks().size();
        return shows(count) ? trained.get().read(reading, trainedAt.get()) : reading;
    }

    /** The classes in which readings of so many networks are shown; empty for the networks' own. */
    public Optional<LabelSet> labels(int count) {
        return shows(count) ? Optional.of(trained.get().labels()) : Optional.empty();
    }

    /** The held-out accuracy of a network's classifier; empty if it could not be measured. */
    public Optional<ReportedAccuracy> accuracy(int network) {
        return trained.get().accuracy(network, trainedAt.get());
    }

    /** Receives what the live view shows, for each network one probability per class, 0 to 1. */
    public void show(List<double[]> columns) {
        probabilities.set(shows(columns.size()) ? List.copyOf(columns) : List.of());
    }

    // Commands

    /** Starts collecting samples for a class. */
    void hold(OwnClassModel target) {
        problem.set(networks.isEmpty() ? Texts.of("ownclasses.collect.error.stopped") : "");
        classes.collectingProperty().set(target);
    }

    /** Ends collecting. */
    void release() {
        classes.collectingProperty().set(null);
    }

    /** Asks for images and adds the largest face of each to a class. */
    void chooseImages(OwnClassModel target) {
        List<Path> files = dialogs.chooseFiles(Texts.of("ownclasses.images.dialog"), IMAGES);
        if (files.isEmpty()) {
            return;
        }
        int first = classes.reserveTakes(files.size());
        begin();
        jobs.start(JobPlan.<ChosenImages>of(Texts.of("ownclasses.images.job"), progress -> {
                    try (FaceDetector detector = services.detectors().get()) {
                        return ChosenImages.read(files, detector, first, progress);
                    }
                })
                .onDone(read -> {
                    int added = classes.add(target, read.samples());
                    end(Texts.of("ownclasses.images.done", added, read.leftOut()));
                })
                .onProblem(failed -> fail(failed.getMessage())));
    }

    /** Trains on the samples so far. */
    void train() {
        List<OwnClass> now = classes.snapshot();
        Optional<String> wrong =
                ClassNames.problem(now.stream().map(OwnClass::name).toList());
        if (wrong.isPresent()) {
            problem.set(wrong.get());
            return;
        }
        if (networks.isEmpty()) {
            problem.set(Texts.of("ownclasses.train.error.noNetworks"));
            return;
        }
        List<Path> with = networks;
        begin();
        work.start(JobPlan.<Optional<TrainedClasses>>of(Texts.of("ownclasses.train.job"), progress -> {
                    long begun = System.nanoTime();
                    OwnTraining training = new OwnTraining(now);
                    List<FrozenNetwork> opened = services.opener().open(with);
                    try {
                        Optional<List<OwnClassifier>> done = training.run(opened, progress);
                        return done.map(
                                classifiers -> TrainedClasses.of(now, classifiers, (System.nanoTime() - begun) / 1e9));
                    } finally {
                        opened.forEach(FrozenNetwork::close);
                    }
                })
                .onDone(done -> show(done, with))
                .onProblem(failed -> fail(failed.getMessage())));
    }

    private void show(Optional<TrainedClasses> done, List<Path> with) {
        if (done.isEmpty() || !with.equals(networks)) {
            end("");
            return;
        }
        saved.set(null);
        shown.set(true);
        trained.set(done.get());
        stale.set(!done.get().classes().equals(classes.snapshot()));
        end(Texts.of("ownclasses.train.done", done.get().seconds()));
    }

    /** Saves the trained classifiers as experiments, one per network. */
    void save() {
        TrainedClasses what = trained.get();
        if (what == null) {
            return;
        }
        String asked = name.get() == null ? "" : name.get().strip();
        String title = asked.isEmpty() ? Texts.of("ownclasses.save.name.default") : asked;
        OwnExperiment.Faces faces = withFaces.get() ? OwnExperiment.Faces.SAVED : OwnExperiment.Faces.NOT_SAVED;
        TrainedAt at = trainedAt.get();
        begin();
        jobs.start(JobPlan.<List<Path>>of(Texts.of("ownclasses.save.job"), progress -> {
                    List<Path> folders = new ArrayList<>();
                    for (OwnClassifier classifier : what.classifiers()) {
                        String full = what.classifiers().size() == 1 ? title : title + ", " + classifier.title();
                        folders.add(OwnExperiment.save(
                                        workbench.workspace(),
                                        new OwnExperiment.Request(full, what.classes(), classifier, at, faces),
                                        progress)
                                .folder());
                    }
                    return folders;
                })
                .onDone(folders -> {
                    saved.set(folders.get(0));
                    workbench.notifyExperimentsChanged();
                    end(Texts.of("ownclasses.save.done", folders.size()));
                })
                .onProblem(failed -> fail(failed.getMessage()))
                .weighing(JobPlan.Weight.KEPT));
    }

    /** Shows the saved experiment in Results. */
    void showSaved() {
        if (saved.get() != null) {
            workbench.showExperiment(saved.get());
        }
    }

    private void begin() {
        problem.set("");
        status.set("");
        busy.set(true);
    }

    private void end(String sentence) {
        status.set(sentence);
        busy.set(false);
    }

    private void fail(String sentence) {
        problem.set(sentence);
        busy.set(false);
    }
}
