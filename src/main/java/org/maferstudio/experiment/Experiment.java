package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.onnx.OnnxClassifier;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.PartiallyRead;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * The folder of one experiment: {@code experiment.json}, {@code history.csv}, {@code checkpoints/}, {@code
 * predictions/}, {@code notes.md}, {@code log.txt}. Caches nothing: every read is from disk.
 */
public final class Experiment {
    private static final String BEST = "best.safetensors";
    /** The network of another program. */
    public static final String IMPORTED = "best.onnx";

    /** The file of its manifest. */
    public static final String FACTS = "experiment.json";

    /** The folder of its predictions. */
    public static final String PREDICTIONS = "predictions";

    private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Path folder;
    /** The displayed location: the bundle, otherwise the folder. */
    private final Path known;

    private Experiment(Path folder, Path known) {
        this.folder = folder;
        this.known = known;
    }

    /** Returns the experiment with this file as its displayed location. */
    Experiment displayedAs(Path file) {
        return new Experiment(folder, file);
    }

    /**
     * Creates an experiment. Open settings of the recipe (number of threads, relative paths) are resolved now.
     *
     * @param folder does not exist, or is empty
     * @throws Problem if the folder is not empty, or cannot be written
     */
    public static Experiment create(Path folder, Recipe recipe) {
        checkFree(folder);
        return createIn(folder, recipe);
    }

    /**
     * Creates the experiment of a run unless another process has just done so.
     *
     * @throws Problem if another process is about to
     */
    static Experiment createOnce(Path folder, SeriesRun run) {
        ExperimentFolders.create(folder);
        try (FolderLock lock = lock(folder)) {
            if (isExperiment(lock.folder())) {
                return open(folder);
            }
            Experiment experiment = createIn(folder, run.recipe());
            if (!run.dataset().isEmpty()) {
                experiment.update(manifest -> manifest.withDataset(
                        DatasetMetadata.NONE.withFingerprint(run.dataset()), null, manifest.versions(), ""));
            }
            return experiment;
        }
    }

    /** Creates an experiment in a folder that is known to contain none. */
    static Experiment createIn(Path folder, Recipe recipe) {
        return createIn(folder, recipe, LocalDateTime.now(ZoneId.systemDefault()));
    }

    static Experiment createIn(Path folder, Recipe recipe, LocalDateTime now) {
        Path place = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(place.resolve("checkpoints"));
            Files.createDirectories(place.resolve(PREDICTIONS));
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.folder.error.create", folder), e);
        }
        Experiment experiment = new Experiment(place, place);
        experiment.write(ExperimentManifest.of(recipe.fixedHere()).startedAt(now));
        SafeFile.write(place.resolve("notes.md"), "");
        return experiment;
    }

    /**
     * Checks that an experiment can be created in a folder.
     *
     * @throws Problem if the folder is not empty
     */
    public static void checkFree(Path folder) {
        if (isExperiment(folder)) {
            throw Problem.input(Texts.of("experiment.experiment.error.exists", folder, folder));
        }
        ExperimentFolders.checkEmpty(folder);
    }

    /**
     * Opens an existing experiment.
     *
     * @throws Problem if the folder contains none
     */
    public static Experiment open(Path folder) {
        ExperimentFolders.checkHoldsExperiment(folder);
        Path place = folder.toAbsolutePath().normalize();
        return new Experiment(place, place);
    }

    /** Whether a folder contains an experiment. */
    public static boolean isExperiment(Path folder) {
        return Files.isRegularFile(folder.resolve(FACTS));
    }

    /** Whether it comes from a {@link Bundle} and is read-only. */
    public boolean isBundle() {
        return Bundle.isUnpacked(folder);
    }

    /** What to do if something was not computed: the command, or for a bundle, what is available instead. */
    public String advice(String command) {
        return isBundle() ? Bundle.held(this) : Texts.of("experiment.experiment.advice.run", command);
    }

    /** Rejects a bundle before something is computed that could not be saved. */
    public void checkWritable() {
        ExperimentFolders.checkStillThere(folder);
        if (isBundle()) {
            throw Problem.input(Texts.of("experiment.experiment.error.bundleReadOnly", id()));
        }
    }

    /** Its folder, absolute. */
    public Path folder() {
        return folder;
    }

    /** The folder's name; unique in a workspace. */
    public String id() {
        return folder.getFileName().toString();
    }

    /**
     * Its manifest.
     *
     * @throws Problem if {@code experiment.json} is damaged
     */
    public ExperimentManifest manifest() {
        return ManifestFile.read(folder.resolve(FACTS));
    }

    /**
     * Its manifest with the default recipe in place of its own, for lists of many experiments: reading the recipe takes most
     * of the time.
     *
     * @throws Problem if {@code experiment.json} is damaged
     */
    public ExperimentManifest outline() {
        return ManifestFile.readOutline(folder.resolve(FACTS));
    }

    /** Updates its manifest, and returns it. */
    public ExperimentManifest update(UnaryOperator<ExperimentManifest> change) {
        checkWritable();
        ExperimentManifest manifest = change.apply(manifest());
        write(manifest);
        return manifest;
    }

    private void write(ExperimentManifest manifest) {
        SafeFile.write(folder.resolve(FACTS), Json.gson().toJson(manifest) + "\n");
    }

    /** Its status: {@link RunStatus#INTERRUPTED} if recorded as running, but no process holds its lock. */
    public RunStatus status() {
        return status(manifest());
    }

    /**
     * Its status like {@link #status()}.
     *
     * @param known its manifest, for those who have read it
     */
    public RunStatus status(ExperimentManifest known) {
        RunStatus stored = known.state().status();
        boolean running = stored == RunStatus.RUNNING;
        return running && !FolderLock.isHeld(folder) ? RunStatus.INTERRUPTED : stored;
    }

    /** The creation time, local; empty if neither {@code experiment.json} nor the folder's name has it. */
    public Optional<LocalDateTime> startedAt() {
        // Version 0.1.0 recorded the time only in the folder's name.
        return Workspace.isoTime(manifest().started()).or(() -> Workspace.time(id()));
    }

    /**
     * Locks this experiment for training until the lock is closed.
     *
     * @throws Problem if it is already locked
     */
    public FolderLock lock() {
        checkWritable();
        return lock(folder);
    }

    private static FolderLock lock(Path folder) {
        return FolderLock.acquireShared(folder).orElseThrow(() -> WriterClaim.holder(folder)
                .map(holder -> holder.problem(folder))
                .orElseGet(() -> Problem.input(Texts.of("experiment.lock.error.inUse", folder))));
    }

    /** Reads the history. */
    public History history() {
        return History.read(folder.resolve("history.csv"));
    }

    /** Replaces the history. */
    public void write(History history) {
        checkWritable();
        SafeFile.write(folder.resolve("history.csv"), history.csv());
    }

    /** The folder of checkpoints. */
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Whether it has its own network. */
    public boolean hasNetwork() {
        return hasOnnx() || Files.isRegularFile(checkpoints().resolve(BEST));
    }

    /** Whether its network was imported as an ONNX file. */
    public boolean hasOnnx() {
        return Files.isRegularFile(checkpoints().resolve(IMPORTED));
    }

    /** The file of the selected network; a {@link Problem} if they are missing. */
    public Path bestWeights() {
        ExperimentFolders.checkStillThere(folder);
        if (Files.exists(folder.resolve(Series.PLAN))) {
            throw Problem.input(Texts.of("experiment.experiment.error.series", folder));
        }
        if (!hasNetwork()) {
            throw Problem.input(Texts.of("experiment.experiment.error.noCheckpoint", folder, BEST));
        }
        return checkpoints().resolve(hasOnnx() ? IMPORTED : BEST);
    }

    /**
     * Reads the selected network, with the input contract for faces in larger images.
     *
     * <p>Version 0.1.0 stored the same margin for every dataset. If it has been measured since, and the recipe names no
     * other, the measured one counts.
     *
     * @throws Problem if it has no network, its file is damaged, or it is an imported ONNX file
     */
    public NetworkFile network() {
        Path weights = bestWeights();
        if (hasOnnx()) {
            throw Problem.input(Texts.of("experiment.experiment.error.onnx", this, weights));
        }
        NetworkFile file = NetworkFile.read(weights);
        ExperimentManifest known = manifest();
        Double margin = known.recipe()
                .network()
                .forFacesOf(known.dataset().name(), known.dataset().format())
                .faceMargin();
        InputContract contract = file.contract();
        return margin == null
                ? file
                : new NetworkFile(file.spec(), contract.withFaces(margin, contract.alignment()), file.weights());
    }

    /**
     * Opens the selected network for faces in larger images, see {@link #network}. An imported ONNX file that is new on
     * this computer is tried in a second process first.
     *
     * @throws Problem if it has no network, or its file is damaged or refused
     */
    public Classifier classifier(ComputeDevice device) {
        if (hasOnnx()) {
            ExperimentManifest known = manifest();
            if (known.contract() == null || known.onnx() == null) {
                throw Problem.input(Texts.of("experiment.experiment.error.noContract", this, bestWeights()));
            }
            return OnnxClassifier.open(bestWeights(), known.contract(), known.onnx(), device, Progress.NONE);
        }
        NetworkFile file = network();
        try (Network network = file.open(device)) {
            return new EngineClassifier(network, file.contract());
        }
    }

    /** The predictions files, by name; empty if there are none. */
    public List<Path> predictionFiles() {
        return ExperimentFolders.files(folder.resolve(PREDICTIONS), PredictionsFile::isName);
    }

    /**
     * Reads the predictions on a split at a resolution.
     *
     * @param resolution {@link Resolution#NATIVE} or a number of pixels
     * @throws Problem if they do not exist, or are damaged
     */
    public Predictions predictions(String split, Resolution resolution) {
        return predictions(manifest(), split, resolution);
    }

    /**
     * Reads predictions like {@link #predictions(String, Resolution)}.
     *
     * @param known its manifest, for those who have read it
     */
    public Predictions predictions(ExperimentManifest known, String split, Resolution resolution) {
        return ImportedExperiment.cleaned(
                known, PredictionsFile.read(predictionFile(split, resolution), () -> classes(known)));
    }

    /**
     * Reads the predictions on a split at a resolution, skipping damaged rows.
     *
     * @throws Problem if they do not exist, or no row can be read
     */
    public PartiallyRead readPartially(String split, Resolution resolution) {
        return readPartially(split, resolution, List.of());
    }

    /**
     * Reads predictions like {@link #readPartially(String, Resolution)}.
     *
     * @param alike those at another resolution, whose names of samples are shared; may be empty
     */
    public PartiallyRead readPartially(String split, Resolution resolution, List<Prediction> alike) {
        ExperimentManifest known = manifest();
        return ImportedExperiment.cleaned(
                known, PredictionsFile.readPartially(predictionFile(split, resolution), () -> classes(known), alike));
    }

    private Path predictionFile(String split, Resolution resolution) {
        Path file = folder.resolve(PREDICTIONS).resolve(PredictionsFile.name(split, resolution));
        if (!Files.isRegularFile(file)) {
            ExperimentFolders.checkStillThere(folder);
            throw Problem.input(Texts.of(
                    "experiment.experiment.error.noPredictions",
                    this,
                    split,
                    resolution,
                    advice("mafer evaluate " + this + " --split " + split + " --resolutions " + resolution)));
        }
        return file;
    }

    private static Optional<LabelSet> classes(ExperimentManifest known) {
        return Optional.of(known.labels()).filter(names -> !names.isEmpty()).map(LabelSet::new);
    }

    /** Saves predictions. */
    public void write(Predictions predictions) {
        checkWritable();
        PredictionsFile.write(folder.resolve(PREDICTIONS), predictions);
    }

    /** Saves predictions on another dataset, in a folder named after it. */
    public void writeOn(String dataset, Predictions predictions) {
        checkWritable();
        PredictionsFile.write(folder.resolve(PREDICTIONS).resolve("on-" + Workspace.fileName(dataset)), predictions);
    }

    /** Reads its notes, in Markdown. */
    public String notes() {
        return text("notes.md");
    }

    /** Saves its notes. */
    public void writeNotes(String markdown) {
        checkWritable();
        SafeFile.write(folder.resolve("notes.md"), markdown);
    }

    /** Appends a line with the time to {@code log.txt}. */
    public void log(String line) {
        checkWritable();
        SafeFile.append(
                folder.resolve("log.txt"),
                LocalDateTime.now(ZoneId.systemDefault()).format(LOG_TIME) + "  " + line);
    }

    /** Reads {@code log.txt}; empty if there is none. */
    public String log() {
        return text("log.txt");
    }

    /** Reads one of its text files; empty if there is none. */
    String text(String name) {
        return SafeFile.text(folder.resolve(name));
    }

    @Override
    public String toString() {
        return known.toString();
    }
}
