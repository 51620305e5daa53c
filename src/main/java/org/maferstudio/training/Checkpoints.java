package org.maferstudio.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.Sha256;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * The checkpoints of a training. One checkpoint consists of three files: weights, the optimiser's tensors, and a JSON
 * file with the state and the SHA-256 of both, so that files of different checkpoints are never combined.
 *
 * <p>A new checkpoint is written as {@code next}; then {@code last} is renamed to {@code previous} and {@code next} to
 * {@code last}, file by file. If the process is killed at any time, the files of the latest or second latest checkpoint
 * exist under some of these names, and {@link #newest()} finds them by their checksums.
 */
final class Checkpoints {
    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeSpecialFloatingPointValues()
            .create();
    private static final List<String> NAMES = List.of("next", "last", "previous");
    private static final String WEIGHTS = ".safetensors";
    private static final String OPTIMISER = ".state.safetensors";
    private static final String STATE = ".state.json";
    private static final List<String> KINDS = List.of(WEIGHTS, OPTIMISER, STATE);

    /** The content of {@code last.state.json}. */
    private record StateFile(String weightsSha256, String optimiserSha256, RunState state) {}

    /** The current paths of the files of a checkpoint. */
    private record Generation(Path weights, Path optimiser, Path json, RunState state) {}

    /**
     * A checkpoint in memory.
     *
     * @param network weights and metadata
     * @param optimiser the optimiser's tensors
     * @param state of the training
     */
    record Checkpoint(NetworkFile network, WeightFile optimiser, RunState state) {}

    private final Path folder;

    /** Opens the checkpoints of a folder. */
    Checkpoints(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a checkpoint.
     *
     * @throws Problem if it cannot be written; the previous one is intact
     */
    void save(NetworkFile network, List<Tensor> optimiser, RunState state) {
        checkThere();
        try {
            network.write(file("next", WEIGHTS));
            Safetensors.write(file("next", OPTIMISER), WeightFile.of(optimiser, Map.of()));
            StateFile json = new StateFile(Sha256.of(file("next", WEIGHTS)), Sha256.of(file("next", OPTIMISER)), state);
            SafeFile.write(file("next", STATE), GSON.toJson(json) + "\n");
            for (String kind : KINDS) {
                moveIfThere(file("last", kind), file("previous", kind));
            }
            for (String kind : KINDS) {
                moveIfThere(file("next", kind), file("last", kind));
            }
        } catch (IOException e) {
            throw WriteFailure.of(folder, e);
        } catch (Problem e) {
            discardNext(e);
            throw e;
        }
    }

    /** If the experiment's folder was moved away, nothing is saved in a new, empty folder. */
    private void checkThere() {
        Path experiment = folder.toAbsolutePath().getParent();
        if (!Files.isDirectory(experiment)) {
            throw Problem.failure(Texts.of("experiment.experiment.error.gone", experiment));
        }
    }

    /** Deletes an incomplete checkpoint, for example on a full disk. */
    private void discardNext(Problem cause) {
        try {
            for (String kind : KINDS) {
                Files.deleteIfExists(file("next", kind));
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Writes the selected network. */
    void saveBest(NetworkFile network) {
        checkThere();
        network.write(folder.resolve("best.safetensors"));
    }

    /** Whether there is a selected network. */
    boolean hasBest() {
        return Files.isRegularFile(folder.resolve("best.safetensors"));
    }

    /** Whether a checkpoint exists; it may be damaged. */
    boolean any() {
        return NAMES.stream().anyMatch(name -> Files.isRegularFile(file(name, STATE)));
    }

    /**
     * Reads the latest complete checkpoint, and renames its files to {@code last}.
     *
     * @return empty if there is none
     * @throws Problem if all are damaged
     */
    Optional<Checkpoint> newest() {
        List<Generation> whole = new ArrayList<>();
        boolean any = false;
        try {
            for (String name : NAMES) {
                Path json = file(name, STATE);
                if (Files.isRegularFile(json)) {
                    any = true;
                    read(json).flatMap(state -> find(json, state)).ifPresent(whole::add);
                }
            }
            sweep();
            Optional<Generation> newest =
                    whole.stream().max(Comparator.comparingLong(g -> g.state().step()));
            if (newest.isEmpty() && any) {
                throw Problem.input(Texts.of("training.error.checkpointsDamaged", folder));
            }
            if (newest.isPresent()) {
                completeRenames(newest.get());
                return Optional.of(new Checkpoint(
                        NetworkFile.read(file("last", WEIGHTS)),
                        Safetensors.read(file("last", OPTIMISER)),
                        newest.get().state()));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Problem.input(Texts.of("training.error.checkpointsUnreadable", folder), e);
        }
    }

    private static Optional<StateFile> read(Path json) throws IOException {
        try {
            StateFile file = GSON.fromJson(Files.readString(InputFile.of(json)), StateFile.class);
            boolean whole = file != null && file.state() != null && file.state().sums() != null;
            return whole && file.state().marks() != null ? Optional.of(file) : Optional.empty();
        } catch (RuntimeException e) {
            // If a record rejects a value, Gson wraps the exception of its constructor.
            LOG.log(System.Logger.Level.WARNING, "the checkpoint {0} is damaged: {1}", json, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Generation> find(Path json, StateFile file) {
        Optional<Path> weights = find(WEIGHTS, file.weightsSha256());
        Optional<Path> optimiser = find(OPTIMISER, file.optimiserSha256());
        return weights.flatMap(w -> optimiser.map(o -> new Generation(w, o, json, file.state())));
    }

    private Optional<Path> find(String kind, String sha256) {
        return NAMES.stream()
                .map(name -> file(name, kind))
                .filter(Files::isRegularFile)
                .filter(path -> sha256.equals(sumOf(path)))
                .findFirst();
    }

    /** Completes an interrupted renaming, so that the next one does not overwrite the only copy of a file. */
    private void completeRenames(Generation generation) throws IOException {
        moveIfThere(generation.weights(), file("last", WEIGHTS));
        moveIfThere(generation.optimiser(), file("last", OPTIMISER));
        moveIfThere(generation.json(), file("last", STATE));
        for (String kind : KINDS) {
            Files.deleteIfExists(file("next", kind));
        }
    }

    /** Deletes partially written files. */
    private void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{part,new}")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private Path file(String name, String kind) {
        return folder.resolve(name + kind);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from) && !from.equals(to)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String sumOf(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the checkpoint {0} cannot be read: {1}", file, e.getMessage());
            return "";
        }
    }
}
