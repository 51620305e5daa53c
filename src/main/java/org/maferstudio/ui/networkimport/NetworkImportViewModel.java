package org.maferstudio.ui.networkimport;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.onnx.OnnxContract;
import org.maferstudio.network.onnx.OnnxPreset;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Json;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.ContractCheck;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The import of a network of another program: its contract, checks of it, and the new experiment. */
public final class NetworkImportViewModel {
    /** The endings of the files. */
    public static final List<String> ENDINGS = List.of("onnx");

    private static final List<String> CONTRACTS = List.of("json");

    /** The checks run one after another, because each of them uses all cores. */
    private static final String QUEUE = "network-import";

    private final Workbench workbench;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final NetworkImporter importer;
    private final Consumer<Path> imported;
    private final LatestJob reading;
    private final LatestJob trying;
    private final LatestJob checking;
    private final ContractForm form = new ContractForm();
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ReadOnlyObjectWrapper<OnnxFile> file = new ReadOnlyObjectWrapper<>(this, "file");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final ReadOnlyObjectWrapper<ImageCheck> images = new ReadOnlyObjectWrapper<>(this, "images");
    private final StringProperty imagesProblem = new SimpleStringProperty(this, "imagesProblem", "");
    private final ReadOnlyBooleanWrapper tryingNow = new ReadOnlyBooleanWrapper(this, "trying");
    private final ReadOnlyObjectWrapper<CheckReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final StringProperty checkNote = new SimpleStringProperty(this, "checkNote", "");
    private final ReadOnlyObjectWrapper<Job> check = new ReadOnlyObjectWrapper<>(this, "check");
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper(this, "importing");

    /**
     * Nothing is imported yet.
     *
     * @param imported receives the folder of the new experiment
     */
    public NetworkImportViewModel(
            Workbench workbench, Jobs jobs, FileDialogs dialogs, NetworkImporter importer, Consumer<Path> imported) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.importer = importer;
        this.imported = imported;
        reading = new LatestJob(jobs);
        trying = new LatestJob(jobs);
        checking = new LatestJob(jobs);
        form.contractProperty().addListener((property, old, now) -> onContract(now));
        workbench.datasetProperty().addListener((property, old, now) -> {
            if (open.get()) {
                onContract(form.contractProperty().get());
            }
        });
        open.addListener((property, old, now) -> {
            if (!now) {
                stop();
            }
        });
    }

    // Properties

    /** Whether the dialog is shown. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** The contract. */
    ContractForm form() {
        return form;
    }

    /** The file; null if none was read. */
    ReadOnlyObjectProperty<OnnxFile> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** The name of the new experiment. */
    StringProperty nameProperty() {
        return name;
    }

    /** Why the last command failed; empty if it did not. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Where the contract comes from; empty if it was typed. */
    StringProperty noteProperty() {
        return note;
    }

    /** What the network predicts for twelve images; null while the contract is incomplete or does not fit. */
    ReadOnlyObjectProperty<ImageCheck> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** Why the network cannot be run with this contract; empty if it can. */
    StringProperty imagesProblemProperty() {
        return imagesProblem;
    }

    /** Whether the network is being run on the images. */
    ReadOnlyBooleanProperty tryingProperty() {
        return tryingNow.getReadOnlyProperty();
    }

    /** Whether the images are of the open dataset; else they are drawn. */
    BooleanExpression datasetOpenProperty() {
        return workbench.datasetProperty().isNotNull();
    }

    /** The name of the open dataset. */
    StringProperty datasetNameProperty() {
        return workbench.datasetNameProperty();
    }

    /** The result of the check on the dataset; null if there is none for this contract. */
    ReadOnlyObjectProperty<CheckReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** What became of the last check, if there is no result; else empty. */
    StringProperty checkNoteProperty() {
        return checkNote;
    }

    /** The running check on the dataset; null for none. */
    ReadOnlyObjectProperty<Job> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Whether the network is being imported. */
    ReadOnlyBooleanProperty importingProperty() {
        return importing.getReadOnlyProperty();
    }

    /** Whether it can be imported now. */
    BooleanExpression readyExpression() {
        return form.contractProperty()
                .isNotNull()
                .and(file.isNotNull())
                .and(importing.not())
                .and(Bindings.createBooleanBinding(() -> !name.get().isBlank(), name));
    }

    /** What is still missing, in one sentence; empty if the network can be imported. */
    String missing() {
        String contract = form.missingProperty().get();
        return contract.isEmpty() && name.get().isBlank() ? Texts.of("networkimport.error.name") : contract;
    }

    // Commands

    /** Asks for a file, and begins with it. */
    public void choose() {
        dialogs.chooseFiles(Texts.of("networkimport.choose"), ENDINGS).stream()
                .findFirst()
                .ifPresent(this::open);
    }

    /** Begins with a file. */
    public void open(Path network) {
        problem.set("");
        reading.start(JobPlan.<OnnxFile>of(
                        Texts.of("networkimport.job.reading", network.getFileName()),
                        progress -> OnnxFile.read(network))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::begin)
                .onProblem(this::refuse));
    }

    /** The form of another file that is open stays. */
    private void refuse(Problem why) {
        if (!open.get()) {
            file.set(null);
        }
        problem.set(why.getMessage());
        open.set(true);
    }

    private void begin(OnnxFile read) {
        stop();
        file.set(read);
        note.set("");
        checkNote.set("");
        name.set(ImportedNetwork.titleOf(read));
        open.set(true);
        form.begin(read);
        attempt(() -> StatedContract.ofExport(read).ifPresent(stated -> {
            form.fill(stated);
            note.set(Texts.of("networkimport.note.export"));
        }));
    }

    /** Fills the form with the contract of a public network, once a file is open. */
    public void usePreset(OnnxPreset preset) {
        if (file.get() == null) {
            return;
        }
        Optional<OnnxContract> outputs = preset.outputs(file.get());
        attempt(() -> {
            outputs.ifPresentOrElse(
                    found -> form.fill(new StatedContract(preset.input(), found)),
                    () -> form.fill(preset.input(), preset.layout()));
            note.set(Texts.of(
                    "networkimport.note.preset", preset.title(), outputs.isPresent() ? "all" : "withoutOutputs"));
        });
    }

    /** Asks for a contract's file, and fills the form with it. */
    void loadContract() {
        dialogs.chooseFiles(Texts.of("networkimport.contract.load.dialog"), CONTRACTS).stream()
                .findFirst()
                .ifPresent(this::loadContract);
    }

    private void loadContract(Path from) {
        reading.start(JobPlan.<StatedContract>of(
                        Texts.of("networkimport.job.reading", from.getFileName()),
                        progress -> StatedContract.read(from))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(read -> attempt(() -> {
                    form.fill(read);
                    note.set(Texts.of("networkimport.note.file", from.getFileName()));
                }))
                .onProblem(why -> problem.set(why.getMessage())));
    }

    /** Asks for a file, and saves the contract in it, for {@code mafer import-network --contract}. */
    void saveContract() {
        StatedContract stated = form.contractProperty().get();
        if (stated == null) {
            return;
        }
        dialogs.chooseTarget(Texts.of("networkimport.contract.save.dialog"), name.get() + ".json", CONTRACTS)
                .ifPresent(target -> jobs.write(
                        target,
                        progress -> {
                            SafeFile.write(target, Json.gson().toJson(stated.toJson()));
                            return target;
                        },
                        () -> {}));
    }

    private void attempt(Runnable command) {
        problem.set("");
        try {
            command.run();
        } catch (Problem refused) {
            problem.set(refused.getMessage());
        }
    }

    private void onContract(StatedContract stated) {
        images.set(null);
        imagesProblem.set("");
        report.set(null);
        checking.drop();
        check.set(null);
        trying.drop();
        tryingNow.set(false);
        if (stated != null && file.get() != null && open.get()) {
            tryImages(stated);
        }
    }

    private void tryImages(StatedContract stated) {
        OnnxFile network = file.get();
        Optional<Dataset> dataset =
                Optional.ofNullable(workbench.datasetProperty().get());
        tryingNow.set(true);
        trying.start(JobPlan.<ImageCheck>of(
                        Texts.of("networkimport.job.images"), progress -> tried(network, stated, dataset, progress))
                .weighing(JobPlan.Weight.QUIET)
                .inQueue(QUEUE)
                .onDone(now -> {
                    tryingNow.set(false);
                    images.set(now);
                })
                .onProblem(why -> {
                    tryingNow.set(false);
                    imagesProblem.set(why.getMessage());
                }));
    }

    private ImageCheck tried(OnnxFile network, StatedContract stated, Optional<Dataset> dataset, Progress progress) {
        List<CheckImage> twelve = CheckImage.of(dataset);
        List<RasterImage> faces = twelve.stream().map(CheckImage::image).toList();
        return ImageCheck.of(stated, twelve, importer.recognise(network, stated, faces, progress));
    }

    /** Tests the contract on the open dataset, in the background. */
    public void checkOnDataset() {
        StatedContract stated = form.contractProperty().get();
        DatasetSource dataset = workbench.datasetSourceProperty().get();
        OnnxFile network = file.get();
        if (stated == null || dataset == null || network == null) {
            return;
        }
        report.set(null);
        checkNote.set("");
        Job started = checking.start(JobPlan.<Optional<ContractCheck.Result>>of(
                        Texts.of(
                                "networkimport.job.check", datasetNameProperty().get()),
                        progress -> importer.check(network, stated, dataset, progress))
                .inQueue(QUEUE)
                .onDone(result -> {
                    check.set(null);
                    report.set(result.map(CheckReport::new).orElse(null));
                    checkNote.set(result.isEmpty() ? Texts.of("networkimport.check.cancelled") : "");
                })
                .onProblem(why -> {
                    check.set(null);
                    checkNote.set(why.getMessage());
                }));
        check.set(started.getState().isOver() ? null : started);
    }

    /** Stops the check on the dataset. */
    void cancelCheck() {
        checking.drop();
        check.set(null);
        checkNote.set(Texts.of("networkimport.check.cancelled"));
    }

    /** States the order of classes that fits best. */
    void useOrder() {
        CheckReport found = report.get();
        if (found != null) {
            found.order().ifPresent(form::useOrder);
            checkNote.set(Texts.of("networkimport.check.used"));
        }
    }

    /** States the colours and the scaling that fit best. */
    void usePreparation() {
        CheckReport found = report.get();
        if (found != null) {
            found.preparation().ifPresent(form::fill);
            checkNote.set(Texts.of("networkimport.check.used"));
        }
    }

    /** Creates the experiment in the background; the dialog closes when it is there. */
    public void save() {
        if (!readyExpression().get()) {
            return;
        }
        ImportedNetwork.Request request = new ImportedNetwork.Request(
                file.get(), form.contractProperty().get(), name.get().strip(), DeviceConfig.DEFAULT.threadsHere());
        problem.set("");
        importing.set(true);
        jobs.start(JobPlan.<Path>of(Texts.of("networkimport.job.importing", request.name()), progress -> {
                    Path folder =
                            workbench.workspace().newFolder(request.name(), LocalDateTime.now(ZoneId.systemDefault()));
                    importer.create(folder, request, progress);
                    return folder;
                })
                .weighing(JobPlan.Weight.KEPT)
                .onDone(folder -> {
                    importing.set(false);
                    open.set(false);
                    workbench.notifyExperimentsChanged();
                    imported.accept(folder);
                })
                .onProblem(why -> {
                    importing.set(false);
                    problem.set(why.getMessage());
                    open.set(true);
                }));
    }

    /** Stops the checks; what is being imported goes on. */
    private void stop() {
        reading.drop();
        trying.drop();
        checking.drop();
        tryingNow.set(false);
        check.set(null);
    }
}
