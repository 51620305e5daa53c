package org.maferstudio.experiment;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;

/**
 * A series: an experiment that consists of several trainings. {@code series.json} lists them, {@code fold-01/} and so
 * on are ordinary experiments, {@code summary.json} contains mean and standard deviation, and {@code predictions/} the
 * combined predictions of all folds.
 */
public final class Series {
    /** The file that lists its trainings. */
    static final String PLAN = "series.json";

    private static final long MAX_BYTES = 1 << 20;

    private final Experiment whole;
    private final SeriesPlan plan;

    private Series(Experiment whole, SeriesPlan plan) {
        this.whole = whole;
        this.plan = plan;
    }

    /**
     * Creates a series; its trainings are created when they start.
     *
     * @param folder does not exist, or is empty
     * @throws Problem if the folder is not empty, or cannot be written
     */
    public static Series create(Path folder, Recipe recipe, SeriesPlan plan) {
        Experiment.checkFree(folder);
        // Writes the plan first: an experiment without a plan would be trained as a single training.
        SafeFile.write(
                folder.toAbsolutePath().normalize().resolve(PLAN), Json.gson().toJson(plan) + "\n");
        return new Series(Experiment.createIn(folder, recipe), plan);
    }

    /**
     * Opens an experiment as a series; empty if it is a single training.
     *
     * @throws Problem if its plan is damaged
     */
    public static Optional<Series> of(Experiment experiment) {
        Path file = experiment.folder().resolve(PLAN);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input(Texts.of("experiment.file.error.tooLarge", file));
            }
            SeriesPlan plan = Json.read(Files.readString(InputFile.of(file)), SeriesPlan.class);
            if (plan == null) {
                throw new JsonParseException(Texts.of("recipe.json.error.empty"));
            }
            return Optional.of(new Series(experiment, plan));
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.input(Texts.of("experiment.file.error.damaged", file), e);
        }
    }

    /** The experiment that contains the others. */
    public Experiment experiment() {
        return whole;
    }

    /** The plan of its trainings. */
    public SeriesPlan plan() {
        return plan;
    }

    /** Its trainings in order, started or not. */
    public List<SeriesPlan.Run> runs() {
        return plan.runs(whole.manifest().recipe());
    }

    /** Returns the experiment of a training, creating it if necessary. */
    public Experiment member(SeriesPlan.Run run) {
        Path folder = whole.folder().resolve(run.name());
        return Experiment.isExperiment(folder) ? Experiment.open(folder) : Experiment.createIn(folder, run.recipe());
    }

    /** The experiments that exist, in order. */
    public List<Experiment> members() {
        List<Experiment> made = new ArrayList<>();
        for (SeriesPlan.Run run : runs()) {
            Path folder = whole.folder().resolve(run.name());
            if (Experiment.isExperiment(folder)) {
                made.add(Experiment.open(folder));
            }
        }
        return made;
    }

    /** Its finished experiments, in order. */
    public List<Experiment> finished() {
        return members().stream()
                .filter(member -> member.manifest().state().status() == RunStatus.FINISHED)
                .toList();
    }
}
