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
 * An experiment that consists of others: {@code series.json} says which, {@code fold-01/} and so on are experiments like
 * any other, {@code summary.json} holds mean and standard deviation, and {@code predictions/} what all folds together
 * said, each image once.
 */
public final class Series {
    /** The file that says which trainings belong to it. */
    static final String PLAN = "series.json";

    private static final long MAX_BYTES = 1 << 20;

    private final Experiment whole;
    private final SeriesPlan plan;

    private Series(Experiment whole, SeriesPlan plan) {
        this.whole = whole;
        this.plan = plan;
    }

    /**
     * Makes a new series; its trainings are made when their turn comes.
     *
     * @param folder does not exist, or is empty
     * @throws Problem if something is there already, or nothing can be written
     */
    public static Series create(Path folder, Recipe recipe, SeriesPlan plan) {
        Experiment.checkFree(folder);
        // The plan first: a folder that is an experiment without it would be trained as a single one.
        SafeFile.write(
                folder.toAbsolutePath().normalize().resolve(PLAN), Json.gson().toJson(plan) + "\n");
        return new Series(Experiment.make(folder, recipe), plan);
    }

    /**
     * The series that an experiment is; empty if it is a single training.
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

    /** The experiment that holds the others. */
    public Experiment whole() {
        return whole;
    }

    /** Which trainings belong to it. */
    public SeriesPlan plan() {
        return plan;
    }

    /** Its trainings in their order, made or not. */
    public List<SeriesPlan.Run> runs() {
        return plan.runs(whole.facts().recipe());
    }

    /** The experiment of a training, made now if its turn has come. */
    public Experiment member(SeriesPlan.Run run) {
        Path folder = whole.folder().resolve(run.name());
        return Experiment.isExperiment(folder) ? Experiment.open(folder) : Experiment.make(folder, run.recipe());
    }

    /** The experiments that have been made, in their order. */
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

    /** Its experiments that have finished, in their order. */
    public List<Experiment> finished() {
        return members().stream()
                .filter(member -> member.facts().state().status() == RunStatus.FINISHED)
                .toList();
    }
}
