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
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.job.Problem;
import org.maferstudio.network.onnx.OnnxContract;
import org.maferstudio.network.onnx.OnnxPreset;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Json;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The import of a network of another program: its contract, checks of it, and the new experiment. */
public final class NetworkImportViewModel {
    /** The endings of the files. */
    public static final List<String> ENDINGS = List.of("onnx");

    private static final List<String> CONTRACTS = List.of("json");

    private final Workbench workbench;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final NetworkImporter importer;
    private final Consumer<Path> imported;
    private final LatestJob reading;
    private final ContractForm form = new ContractForm();
    private final CheckImagesModel images;
    private final DatasetCheckModel check;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ReadOnlyObjectWrapper<OnnxFile> file = new ReadOnlyObjectWrapper<>(this, "file");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
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
        images = new CheckImagesModel(workbench, jobs, importer);
        check = new DatasetCheckModel(workbench, jobs, importer, form, file);
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

    /** What the network predicts for twelve images. */
    CheckImagesModel images() {
        return images;
    }

    /** The check of the contract on the open dataset. */
    public DatasetCheckModel check() {
        return check;
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
        check.forget();
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
        images.clear();
        check.clear();
        if (stated != null && file.get() != null && open.get()) {
            images.show(file.get(), stated);
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
        images.stop();
        check.stop();
    }
}
