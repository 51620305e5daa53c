package org.maferstudio.ui.results.importexport;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.job.RunStatus;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.imports.ImportedMatrix;
import org.maferstudio.results.imports.ImportedPredictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The import of another program's results: the settings, and a preview of what they give. */
final class ImportForm {
    private static final ImportedPredictions.Header NO_COLUMNS = new ImportedPredictions.Header(List.of(), Map.of());

    /** An experiment that more results may join. */
    record Target(Optional<Path> folder, String name) {
        static final Target NEW = new Target(Optional.empty(), Texts.of("results.importForm.target.new"));

        @Override
        public String toString() {
            return name;
        }
    }

    private final Workbench workbench;
    private final Jobs jobs;
    private final LatestJob looking;
    private final LatestJob reading;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObjectProperty<ImportKind> kind = new SimpleObjectProperty<>(this, "kind", ImportKind.PREDICTIONS);
    private final ObservableList<String> columns = FXCollections.observableArrayList();
    private final ObjectProperty<Map<ImportedPredictions.Column, String>> usual =
            new SimpleObjectProperty<>(this, "usual", Map.of());
    private final ImportDetails details = new ImportDetails();
    private final StringProperty split = new SimpleStringProperty(this, "split", "test");
    private final StringProperty resolution = new SimpleStringProperty(this, "resolution", Resolution.NATIVE_ID);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty dataset = new SimpleStringProperty(this, "dataset", "");
    private final ObservableList<Target> targets = FXCollections.observableArrayList(Target.NEW);
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>(this, "target", Target.NEW);
    private final ReadOnlyObjectWrapper<ImportRequest.Found> found = new ReadOnlyObjectWrapper<>(this, "found");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final BooleanProperty keeping = new SimpleBooleanProperty(this, "keeping");
    private Path file;
    private boolean setting;

    /** Of no file yet. */
    ImportForm(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        this.jobs = jobs;
        looking = new LatestJob(jobs);
        reading = new LatestJob(jobs);
        List<Observable> said = new ArrayList<>(details.properties());
        said.addAll(List.of(kind, split, resolution));
        said.forEach(each -> each.addListener(changed -> read()));
    }

    // Properties

    /** Whether the dialog is open. */
    BooleanProperty openProperty() {
        return open;
    }

    /** What the file holds; guessed at first. */
    ObjectProperty<ImportKind> kindProperty() {
        return kind;
    }

    /** The columns of the table, behind {@link ImportDetails#BY_NAME}. */
    ObservableList<String> columns() {
        return columns;
    }

    /** Which columns are found by their names. */
    ObjectProperty<Map<ImportedPredictions.Column, String>> detectedProperty() {
        return usual;
    }

    /** The settings of the content. */
    ImportDetails details() {
        return details;
    }

    /** The split that was predicted. */
    StringProperty splitProperty() {
        return split;
    }

    /** {@code native}, or a number of pixels. */
    StringProperty resolutionProperty() {
        return resolution;
    }

    /** The name of the new experiment. */
    StringProperty nameProperty() {
        return name;
    }

    /** The dataset the network was evaluated on, such as {@code FER2013}; empty if unknown. */
    StringProperty datasetProperty() {
        return dataset;
    }

    /** A new experiment, and those that were imported before. */
    ObservableList<Target> targets() {
        return targets;
    }

    /** Where the results go. */
    ObjectProperty<Target> targetProperty() {
        return target;
    }

    /** How the file is understood; null as long as it cannot be. */
    ReadOnlyObjectProperty<ImportRequest.Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Why the file cannot be imported with these settings; empty for no error. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Whether it can be imported now. */
    BooleanExpression readyExpression() {
        return found.isNotNull().and(keeping.not()).and(Bindings.createBooleanBinding(this::named, name, target));
    }

    /** The file's name; empty for none. */
    String fileName() {
        return file == null ? "" : file.getFileName().toString();
    }

    // Commands

    /** Begins with a file. */
    void open(Path results) {
        file = results;
        found.set(null);
        problem.set("");
        looking.start(JobPlan.<Looked>of(
                        Texts.of("results.importForm.job.checking", results.getFileName()),
                        progress -> inspect(results))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(looked -> onInspected(results, looked))
                .onProblem(why -> {
                    onInspected(results, new Looked(ImportKind.PREDICTIONS, NO_COLUMNS, List.of(Target.NEW)));
                    problem.set(why.getMessage());
                }));
    }

    /** Keeps what was understood, and shows it in the pane. */
    void save() {
        ImportRequest.Found read = found.get();
        Optional<Path> into = target.get().folder();
        String title = name.get().strip();
        String asked = dataset.get().strip();
        keeping.set(true);
        jobs.start(JobPlan.<Path>of(Texts.of("results.importForm.job.importing", fileName()), progress -> {
                    Path folder = into.orElseGet(
                            () -> workbench.workspace().newFolder(title, LocalDateTime.now(ZoneId.systemDefault())));
                    return ImportedExperiment.add(
                                    folder, read.predictions(), into.isPresent() ? fileName() : title, asked)
                            .folder();
                })
                .onDone(folder -> {
                    keeping.set(false);
                    open.set(false);
                    workbench.notifyExperimentsChanged();
                    workbench.showExperiment(folder);
                })
                .onProblem(why -> {
                    keeping.set(false);
                    problem.set(why.getMessage());
                }));
    }

    private boolean named() {
        return target.get() != null
                && (target.get().folder().isPresent() || !name.get().isBlank());
    }

    /** What is detected before the settings are made. */
    private record Looked(ImportKind kind, ImportedPredictions.Header header, List<Target> targets) {}

    private Looked inspect(Path results) {
        List<Target> known = new ArrayList<>(List.of(Target.NEW));
        for (Experiment experiment : workbench.workspace().experiments()) {
            ExperimentManifest manifest = experiment.manifest();
            if (manifest.state().status() == RunStatus.IMPORTED) {
                known.add(new Target(
                        Optional.of(experiment.folder()),
                        Texts.of(
                                "results.importForm.target.existing",
                                manifest.recipe().name())));
            }
        }
        return ImportedMatrix.isMatrix(results)
                ? new Looked(ImportKind.MATRIX, NO_COLUMNS, known)
                : new Looked(ImportKind.PREDICTIONS, ImportedPredictions.header(results), known);
    }

    private void onInspected(Path results, Looked looked) {
        setting = true;
        usual.set(looked.header().found());
        columns.setAll(ImportDetails.BY_NAME);
        columns.addAll(looked.header().names());
        details.reset();
        kind.set(looked.kind());
        targets.setAll(looked.targets());
        target.set(Target.NEW);
        dataset.set("");
        name.set(results.getFileName().toString().replaceFirst("\\.[A-Za-z]{1,5}$", ""));
        setting = false;
        open.set(true);
        read();
    }

    private void read() {
        if (setting || file == null || !open.get()) {
            return;
        }
        Optional<Resolution> at = Resolution.read(resolution.get());
        if (at.isEmpty() || !PredictionsFile.isSplit(split.get())) {
            found.set(null);
            problem.set(Texts.of("results.importForm.error.splitOrResolution"));
            return;
        }
        if (!details.hasSamplesByClass()) {
            found.set(null);
            problem.set(Texts.of("results.importForm.error.samples"));
            return;
        }
        ImportRequest request =
                new ImportRequest(file, kind.get(), details.predictions(split.get(), at.get()), details.matrix());
        reading.start(JobPlan.<ImportRequest.Found>of(
                        Texts.of("results.importForm.job.reading", fileName()), progress -> request.read())
                .weighing(JobPlan.Weight.QUIET)
                .onDone(now -> {
                    problem.set("");
                    found.set(now);
                })
                .onProblem(why -> {
                    found.set(null);
                    problem.set(why.getMessage());
                }));
    }
}
